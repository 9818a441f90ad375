import type { Element } from 'hast';
import type { BarPart, BarStretch } from '../bar';
import { element, textOfElement } from './element';

const font = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const ink = '#1f2933';
const faint = '#52606d';
const line = '#d9e2ec';

/** Cells of so few characters stay on one line. */
const shortText = 22;

/** Dark on light, also where the reader's screen is dark: it is a sheet of paper. */
const styles: Readonly<Record<string, string>> = {
  body: `margin:0;padding:0;background:#ffffff;color:${ink}`,
  'div.sheet': `max-width:760px;margin:0 auto;padding:24px 16px;font-size:14px;line-height:1.45;${font};color:${ink}`,
  h1: `margin:0 0 2px 0;font-size:24px;line-height:1.25;color:${ink}`,
  'p.subtitle': `margin:0 0 16px 0;padding:0 0 10px 0;border-bottom:2px solid ${ink};color:${faint}`,
  'p.footer': `margin:24px 0 0 0;padding:8px 0 0 0;border-top:1px solid ${line};font-size:12px;color:${faint}`,
  h2: `margin:20px 0 6px 0;font-size:17px;line-height:1.3;color:${ink}`,
  h3: `margin:14px 0 4px 0;font-size:15px;line-height:1.3;color:${ink}`,
  p: 'margin:6px 0',
  ul: 'margin:4px 0 8px 0;padding:0 0 0 20px',
  ol: 'margin:4px 0 8px 0;padding:0 0 0 24px',
  li: 'margin:2px 0',
  table: 'border-collapse:collapse;margin:8px 0 12px 0;font-size:13px',
  th: `padding:4px 6px;border-bottom:1px solid ${ink};color:${faint};font-weight:600`,
  td: `padding:4px 6px;border-bottom:1px solid ${line};vertical-align:middle`,
  blockquote: `margin:8px 0;padding:2px 12px;border-left:3px solid ${line};color:${faint}`,
  pre: 'margin:8px 0;padding:8px;background:#f5f7fa;white-space:pre-wrap',
  code: "font-family:Consolas,Menlo,'Courier New',monospace;font-size:13px",
  hr: `border:0;border-top:1px solid ${line};margin:16px 0`,
  a: 'color:#0b4f9e',
};

/** The inline style of an element; undefined for one that needs none. */
export function styleOf(node: Element): string | undefined {
  if (node.properties.style !== undefined) return undefined;
  const name = Array.isArray(node.properties.className)
    ? `${node.tagName}.${node.properties.className[0] ?? ''}`
    : '';
  const style = styles[name] ?? styles[node.tagName];
  if (node.tagName === 'table') return `${style ?? ''};${columnsOf(node) > 3 ? 'width:100%' : 'width:60%'}`;
  if (node.tagName !== 'td' && node.tagName !== 'th') return style;
  const align = node.properties.align === 'right' ? 'right' : 'left';
  const isShort = textOfElement(node).length <= shortText;
  const width = isBarCell(node) ? ';width:110px' : '';
  const wrap = isShort ? 'white-space:nowrap' : 'min-width:110px';
  return `${style ?? ''};text-align:${align};${wrap}${width}`;
}

function columnsOf(table: Element): number {
  const row = firstRow(table);
  return row ? row.children.filter(({ type }) => type === 'element').length : 0;
}

function firstRow(node: Element): Element | undefined {
  if (node.tagName === 'tr') return node;
  for (const child of node.children) {
    const row = child.type === 'element' ? firstRow(child) : undefined;
    if (row) return row;
  }
  return undefined;
}

function isBarCell({ children: [first] }: Element): boolean {
  return first?.type === 'element' && first.properties.role === 'presentation';
}

/** For phones, where cells wrap and bars give way to their figures, and for sheets of paper, where no row is cut in two. */
export const mediaStyles = [
  '@media screen and (max-width:600px){',
  'th,td{white-space:normal!important;min-width:0!important;padding:3px!important}',
  'table{width:100%!important;font-size:12px!important}.bar{display:none!important}}',
  '@page{size:A4;margin:10mm 12mm}',
  '@media print{',
  'div.sheet{max-width:none!important;padding:0!important;font-size:9.5pt!important;line-height:1.25!important}',
  'h1{font-size:16pt!important}h2{font-size:12pt!important;margin:6pt 0 1pt 0!important}',
  'p.subtitle{margin-bottom:6pt!important;padding-bottom:4pt!important}p.footer{margin-top:8pt!important}',
  'ul{margin:2pt 0 4pt 0!important}li{margin:0!important}table{font-size:9pt!important;margin:3pt 0 6pt 0!important}',
  'h2,h3{break-after:avoid}tr,li{break-inside:avoid}',
  '*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}',
].join('');

const colors: Readonly<Record<BarPart, string>> = {
  filled: '#2f6fad',
  filledInBand: '#1b4f80',
  emptyInBand: '#bcd4ea',
  empty: '#eef2f6',
};

/** A bar as a table: mail programs draw nothing else alike. */
export function barElement(stretches: readonly BarStretch[]): Element {
  const cells = stretches.map(({ part, width }) => {
    const style = `width:${Math.round(width * 100)}%;height:12px;line-height:12px;font-size:1px;padding:0;border:0;background:${colors[part]}`;
    return element('td', { bgColor: colors[part], style }, ['\u00a0']);
  });
  const style = 'border-collapse:collapse;width:100%;margin:0;table-layout:fixed';
  return element(
    'table',
    { role: 'presentation', cellSpacing: '0', cellPadding: '0', width: '100%', style },
    [element('tbody', {}, [element('tr', {}, cells)])],
  );
}

/** The two colours of the band, for a legend. */
export function bandSwatches(): Element[] {
  return [colors.filledInBand, colors.emptyInBand].map((color) =>
    element(
      'span',
      {
        style: `display:inline-block;width:10px;height:10px;line-height:10px;font-size:10px;background:${color}`,
      },
      ['\u00a0'],
    ),
  );
}
