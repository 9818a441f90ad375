import { agendaOf } from '../../analysis/agenda';
import type { Finding } from '../../model/finding';
import { getOrMake } from '../../model/maps';
import { joined, plural, type Text, t } from '../../model/message';
import { weekdayText } from '../../model/texts';
import { type Block, bullets, type Inline, paragraph, strong } from '../document';
import { plainInline } from '../plainInline';
import { capped, firstSentence } from '../reportWords';
import type { ReviewInput } from './reviewSection';

/** The rules that tell of plans, decisions and explorations that do not move. */
const rules: ReadonlySet<string> = new Set([
  'plan-overdue',
  'gate-overdue',
  'gate-must-meet',
  'marketing-plan-late',
  'promotion-unapproved',
  'promotion-without-result',
  'trade-show-leads-open',
  'line-change-undecided',
  'decision-overdue',
  'opportunity-stuck',
  'exploration-quiet',
  'prediction-due',
  'prediction-unanswered',
  'trend-unanswered',
]);
/** Lines of one list. */
const most = 20;

/** Plans, decisions and opportunities that do not move, in the words of their findings, and tasks past their day. */
export function stuckBlocks(input: ReviewInput): Block[] {
  const { book, today } = input;
  const byPath = new Map<string, Finding[]>();
  for (const finding of stuckFindings(input)) getOrMake(byPath, finding.path, () => []).push(finding);
  const items = [...byPath].flatMap(([path, findings]): Inline[][] => {
    const page = book.page(path);
    const sentences = findings.map(({ message }) => firstSentence(message));
    return page ? [[strong(input.link(page)), ': ', joined(sentences, ' ')]] : [];
  });
  const tasks = agendaOf(book, today).flatMap(({ kind, date, text, path }): Inline[][] => {
    const page = kind === 'task' && date < today ? book.page(path) : undefined;
    if (!page) return [];
    return [[t`${plainInline(text)} (due ${weekdayText(date, today)})`, ' · ', input.link(page)]];
  });
  if (items.length + tasks.length === 0) return [paragraph(t`Nothing: all plans move.`)];
  return [
    ...(items.length > 0 ? [bullets(capped(items, most))] : []),
    ...(tasks.length > 0
      ? [paragraph(strong(t`Tasks past their day (${tasks.length})`)), bullets(capped(tasks, most))]
      : []),
  ];
}

/** The summary’s line on what is stuck. */
export function stuckLine(input: ReviewInput): Text {
  const pages = new Set(stuckFindings(input).map(({ path }) => path)).size;
  return pages === 0 ? t`nothing.` : t`${plural(pages, 'page')} with plans, decisions or moves that wait.`;
}

function stuckFindings(input: ReviewInput): Finding[] {
  return input.findings().filter(({ rule }) => rules.has(rule));
}
