import type { CalendarDate } from '../../core/model/calendarDate';
import type { Question } from '../../core/model/fix';
import type { ScalarNode } from '../../core/model/frontMatter';
import { type Text, t } from '../../core/model/message';
import { lineRange } from '../../core/model/text';
import { amountProblem } from '../../core/rules/structure/amounts';
import { expectation, valueProblems } from '../../core/rules/structure/valueProblems';
import type { ValueKind } from '../../core/schema/kinds';

/**
 * What is wrong with a text as a value of a kind, in a sentence; undefined where it is right.
 *
 * @param locale how the book writes numbers, if it says so
 */
export function valueProblem(
  kind: ValueKind,
  text: string,
  today: CalendarDate,
  locale?: string,
): Text | undefined {
  const written = text.trim();
  if (written === '') return t`This is needed: ${expectation(kind)}.`;
  const one = kind.kind === 'list' ? kind.of : kind;
  const texts = kind.kind === 'list' ? splitList(written) : [written];
  const ambiguous = texts
    .map((item) => amountProblem(one, item, locale))
    .find((found) => found !== undefined);
  if (ambiguous !== undefined) return ambiguous;
  const problem = texts.flatMap((item) => valueProblems(scalar(item, one), one, today))[0];
  if (!problem) return undefined;
  return problem.meant ? t`This ${problem.message}` : t`This ${problem.message}.`;
}

/** What is wrong with an answer to a question, in a sentence; undefined where it is right. */
export function answerProblem(
  question: Question,
  text: string,
  today: CalendarDate,
  locale?: string,
): Text | undefined {
  const { value, earliest, latest } = question;
  const problem = valueProblem(value, text, today, locale);
  if (problem !== undefined) return problem;
  const day = text.trim();
  if (earliest !== undefined && day < earliest) return t`This is to be ${earliest} or later.`;
  return latest !== undefined && day > latest ? t`This is to be ${latest} or earlier.` : undefined;
}

export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function scalar(text: string, kind: ValueKind): ScalarNode {
  const number = Number(text);
  const value = kind.kind === 'number' && Number.isFinite(number) ? number : text;
  return { kind: 'scalar', value, text, range: lineRange(0, 0, text.length) };
}
