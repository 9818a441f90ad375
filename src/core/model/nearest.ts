import { distance } from 'fastest-levenshtein';

/** Names longer than this are not compared. */
const maximumLength = 100;

/**
 * The known names that a text most likely means, nearest first, at most `count`: those within a third of its length in
 * Levenshtein distance, case aside, and those that contain it.
 */
export function nearestNames(text: string, known: Iterable<string>, count = 3): string[] {
  const wanted = text.toLowerCase();
  if (wanted === '' || wanted.length > maximumLength) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const found: { name: string; far: number }[] = [];
  for (const name of known) {
    const candidate = name.toLowerCase();
    const apart = Math.abs(candidate.length - wanted.length);
    if (apart <= limit) {
      const far = distance(wanted, candidate);
      if (far <= limit) found.push({ name, far });
    } else if (
      wanted.length >= 4 &&
      (candidate.includes(wanted) || (candidate.length >= 4 && wanted.includes(candidate)))
    ) {
      found.push({ name, far: limit + apart });
    }
  }
  return found
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

/**
 * The known field name of which `name` looks like a misspelling. Strict, because other fields are the user's own:
 * another way of writing (`last_contact`), a plural, or one slip of the finger in a word long enough to tell
 * (two in long words). Where the page already has the known field, a replaced letter is no slip: `state` beside `stage`.
 *
 * @param present the names that the page has
 * @param longWord the letters from which on a known name may be missed by two slips
 */
export function misspelledName(
  name: string,
  known: Iterable<string>,
  present: ReadonlySet<string>,
  longWord = 7,
): string | undefined {
  const plain = simplified(name);
  let best: { name: string; far: number } | undefined;
  for (const candidate of known) {
    const far = slips(plain, simplified(candidate), present.has(candidate), longWord);
    if (far !== undefined && (!best || far < best.far)) best = { name: candidate, far };
  }
  return best?.name;
}

/** 0 for the same word otherwise written, 1 or 2 for slips, undefined for another word. */
function slips(written: string, known: string, isPresent: boolean, longWord: number): number | undefined {
  if (written === known) return isPresent ? undefined : 0;
  if (written.length > maximumLength) return undefined;
  if (isPlural(written, known)) return isPresent ? undefined : 1;
  if (isTransposition(written, known)) return 1;
  if (known.length < 5 || written.length < 4) return undefined;
  const far = distance(written, known);
  if (far === 1) return isPresent && written.length === known.length ? undefined : 1;
  return far === 2 && known.length >= longWord && !isPresent ? 2 : undefined;
}

function simplified(name: string): string {
  return name.replace(/[-_\s]/g, '').toLowerCase();
}

function isPlural(a: string, b: string): boolean {
  return `${a}s` === b || a === `${b}s`;
}

function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
