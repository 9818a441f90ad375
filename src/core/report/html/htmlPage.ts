import type { Element, ElementContent, Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { scanBody } from '../../markdown';
import { applyEdits, type TextEdit } from '../../model/text';
import { readBar, readLegend } from '../bar';
import { element, textOfElement } from './element';
import { bandSwatches, barElement, mediaStyles, styleOf } from './style';

export interface HtmlOptions {
  /** The first heading of the text; used where it has none. */
  readonly title: string;
  /** Beside the title: company, manager, days. */
  readonly subtitle: string;
  /** At the foot. */
  readonly footer: string;
  /** What a wiki link without a label reads as. */
  titleOf(id: string): string | undefined;
}

/**
 * Markdown as one HTML page that needs nothing else: no script, no picture, no style from outside, its styles on the
 * elements themselves, so that mail programs keep them. HTML in the text is dropped, links into the book become text.
 */
export function htmlPage(markdown: string, options: HtmlOptions): string {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSanitize)
    .use(rehypeStringify);
  const tree = processor.runSync(processor.parse(withLinksAsText(markdown, options))) as Root;
  const { title, content } = takeTitle(tree, options.title);
  unlink(content);
  drawBars(content);
  styleElements(content);
  return `${processor.stringify(frame(title, content.children as ElementContent[], options))}\n`;
}

/** Wiki links by their labels. */
function withLinksAsText(markdown: string, { titleOf }: HtmlOptions): string {
  const edits = scanBody(markdown, bodyLineOf(markdown)).links.flatMap(
    ({ form, target, label, range }): TextEdit[] =>
      form === 'wiki' ? [{ range, newText: label?.trim() || escaped(titleOf(target) ?? target) }] : [],
  );
  return applyEdits(markdown, edits);
}

function bodyLineOf(markdown: string): number {
  const match = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(markdown);
  return match ? match[0].split('\n').length - 1 : 0;
}

/** Markdown that reads as the text itself. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&:@]/g, '\\$&');
}

function takeTitle(tree: Root, fallback: string): { title: string; content: Root } {
  const index = tree.children.findIndex((node) => node.type === 'element');
  const first = tree.children[index];
  if (first?.type !== 'element' || first.tagName !== 'h1') return { title: fallback, content: tree };
  const children = tree.children.filter((_, place) => place !== index);
  return { title: textOfElement(first), content: { ...tree, children } };
}

/** Links out of the page stay only where they lead into the web; pictures are named. */
function unlink(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.tagName === 'a' && !/^(?:https?|mailto):/i.test(String(node.properties.href ?? ''))) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    if (node.tagName === 'img') {
      parent.children.splice(index, 1, { type: 'text', value: String(node.properties.alt ?? '') });
      return index;
    }
    return undefined;
  });
}

function drawBars(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'td' && node.tagName !== 'th') return;
    const text = textOfElement(node);
    const bar = readBar(text);
    const legend = readLegend(text);
    const drawn = bar ? [barElement(bar)] : legend && legendElements(legend);
    if (!drawn) return;
    node.properties = { ...node.properties, className: ['bar'] };
    node.children = drawn;
  });
}

function legendElements([before, behind]: readonly [string, string]): ElementContent[] {
  return [{ type: 'text', value: before }, ...bandSwatches(), { type: 'text', value: behind }];
}

function styleElements(tree: Root): void {
  visit(tree, 'element', (node) => {
    const style = styleOf(node);
    if (style !== undefined) node.properties = { ...node.properties, style };
  });
}

function frame(title: string, content: readonly ElementContent[], options: HtmlOptions): Root {
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light' }),
    element('title', {}, [`${title} – ${options.subtitle}`]),
    element('style', {}, [mediaStyles]),
  ]);
  const heading = element('h1', {}, [title]);
  const subtitle = element('p', { className: ['subtitle'] }, [options.subtitle]);
  const footer = element('p', { className: ['footer'] }, [options.footer]);
  const sheet = element('div', { className: ['sheet'], role: 'main' }, [
    heading,
    subtitle,
    ...content,
    footer,
  ]);
  const body = element('body', {}, [sheet]);
  for (const node of [heading, subtitle, footer, sheet, body]) styled(node);
  return { type: 'root', children: [{ type: 'doctype' }, element('html', { lang: 'en' }, [head, body])] };
}

function styled(node: Element): void {
  const style = styleOf(node);
  if (style !== undefined) node.properties = { ...node.properties, style };
}
