import type { Finding } from '../../core/model/finding';
import { compareText } from '../../core/model/text';
import { ruleWithId } from '../../core/rules/allRules';

/**
 * What tells findings apart over time. It holds neither line numbers, which move with every edit above, nor the message,
 * whose counts of days grow every day.
 */
export interface FindingIdentity {
  /** From the checked folder. */
  readonly path: string;
  readonly rule: string;
  /** The text of the line, or what else the finding is about. */
  readonly place: string;
}

/** Characters of a line that are kept. */
const maxPlace = 200;

/**
 * Facts of a finding that say which of several at one place it is. Others are left out: they may hold what changes by
 * itself.
 */
const subjects = ['horizon', 'department', 'from', 'to', 'day', 'section', 'field'];

/**
 * A finding about the book as a whole is known by what it is about, since it may stand on another page tomorrow; any
 * other by the text of its line, so that a line that was changed and is still at fault counts as new.
 *
 * @param path of its page, from the checked folder
 * @param bookFile the `book.md` of its book, from the checked folder
 * @param line the text of the line that it begins on
 */
export function findingIdentity(
  { rule, data = {} }: Pick<Finding, 'rule' | 'data'>,
  path: string,
  bookFile: string,
  line: string,
): FindingIdentity {
  const subject = subjects
    .map((name) => data[name])
    .filter((value) => typeof value === 'string')
    .map(withoutListPlaces)
    .join(' ');
  if (subject !== '' && ruleWithId(rule)?.scope === 'book') return { path: bookFile, rule, place: subject };
  return { path, rule, place: shortened(subject === '' ? line : `${line} ${subject}`) };
}

export function compareIdentities(a: FindingIdentity, b: FindingIdentity): number {
  return compareText(a.path, b.path) || compareText(a.rule, b.rule) || compareText(a.place, b.place);
}

/** Two findings with the same key are the same to us. */
export function identityKey({ path, rule, place }: FindingIdentity): string {
  return JSON.stringify([path, rule, place]);
}

/** `["lines",2,"item"]` as `["lines","item"]`: places in a list move when something is put in before them. */
function withoutListPlaces(subject: string): string {
  return subject.replace(/,\d+(?=[,\]])/g, '');
}

function shortened(text: string): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, maxPlace).join('');
}
