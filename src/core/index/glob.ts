import { comparable } from '../model/comparable';

/**
 * Matches a path against the patterns of `exclude`: `*` and `?` within a segment, `**` across segments; a pattern that
 * names a folder excludes all below it. Time is linear in path and pattern: no user text becomes a regular expression.
 */
export function matchesAny(path: string, patterns: readonly string[]): boolean {
  const segments = comparable(path).split('/');
  return patterns.some((written) => {
    const pattern = comparable(written);
    const wanted = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
    if (wanted === '') return false;
    const parts = wanted.split('/');
    // As in ignore files: a bare name is looked for at any depth.
    const anchored = parts.length > 1 || pattern.startsWith('/') ? parts : ['**', ...parts];
    return matchSegments(segments, [...anchored, '**']);
  });
}

function matchSegments(segments: readonly string[], parts: readonly string[]): boolean {
  return matchWithStar(
    segments.length,
    parts.length,
    (part) => parts[part] === '**',
    (segment, part) => matchSegment(segments[segment] as string, parts[part] as string),
  );
}

function matchSegment(segment: string, pattern: string): boolean {
  return matchWithStar(
    segment.length,
    pattern.length,
    (at) => pattern[at] === '*',
    (character, at) => pattern[at] === '?' || pattern[at] === segment[character],
  );
}

/** Greedy matching that only ever returns to the latest star. */
function matchWithStar(
  length: number,
  patternLength: number,
  isStar: (at: number) => boolean,
  matches: (index: number, at: number) => boolean,
): boolean {
  let index = 0;
  let at = 0;
  let starAt = -1;
  let starIndex = 0;
  while (index < length) {
    if (at < patternLength && isStar(at)) {
      starAt = at++;
      starIndex = index;
    } else if (at < patternLength && matches(index, at)) {
      index++;
      at++;
    } else if (starAt >= 0) {
      at = starAt + 1;
      index = ++starIndex;
    } else return false;
  }
  while (at < patternLength && isStar(at)) at++;
  return at === patternLength;
}
