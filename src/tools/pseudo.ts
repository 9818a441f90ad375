/** Letters that read like ours and are none of them. */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ğ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ğ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** Languages need so much more room than English. */
const longer = 0.4;

/**
 * A message in the language that nobody speaks: in brackets, with accents and two fifths longer, so that a text shows that
 * is in no catalogue, and a place that is too narrow.
 *
 * @param pattern in the message format of ICU; what stands in for its numbers, plurals and choices stays
 */
export function pseudo(pattern: string): string {
  let depth = 0;
  let letters = 0;
  let isQuoted = false;
  const text = [...pattern].map((character, at) => {
    if (character === "'") isQuoted = isQuoted ? false : /[{}]/.test(pattern[at + 1] ?? '');
    else if (!isQuoted && character === '{') depth++;
    else if (!isQuoted && character === '}') depth--;
    // Text stands outside of braces, and within two of them: in the cases of a plural or a choice.
    if (depth % 2 !== 0 || !(character in lookalikes)) return character;
    letters++;
    return lookalikes[character];
  });
  return `[${text.join('')}${'~'.repeat(Math.ceil(letters * longer))}]`;
}
