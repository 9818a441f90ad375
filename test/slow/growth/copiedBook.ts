/** Pages of which a book has one, however long it is kept. */
const single = /(^|\/)(book|README)\.md$|(^|\/)templates?\//;
const ending = /\.md$/;

/**
 * A book that has grown by copies of its pages, on the same days as the first. The copies with even numbers refer to
 * the first pages, which so have ever more referrers; the others refer to each other.
 *
 * @param copies how often each page is there, 1 or more
 * @param staysSingle tells which other pages are not copied
 */
export function copiedBook(
  files: ReadonlyMap<string, string>,
  copies: number,
  staysSingle: (text: string) => boolean = () => false,
): Map<string, string> {
  const pages = [...files].filter(([path]) => ending.test(path));
  const copied = pages.filter(([path, text]) => !single.test(path) && !staysSingle(text));
  const ids = copied.flatMap(([path, text]) => namesOf(path, text));
  const named = ids.length === 0 ? undefined : new RegExp(`(?<![\\w-])(${ids.join('|')})(?![\\w-])`, 'g');
  const all = new Map(pages);
  for (let copy = 1; copy < copies; copy++) {
    for (const [path, text] of copied) {
      const own = named && copy % 2 === 1 ? text.replace(named, `$1-${copy}`) : text;
      all.set(path.replace(ending, `-${copy}.md`), own);
    }
  }
  return all;
}

/** The ids of a page but for days, which a text holds for other reasons, too. */
function namesOf(path: string, text: string): string[] {
  const ofFile = path.slice(path.lastIndexOf('/') + 1).replace(ending, '');
  const written = /^id: ([\w-]+)$/m.exec(text)?.[1];
  return [ofFile, ...(written === undefined ? [] : [written])].filter((id) => /^(?!\d{4}-)[\w-]+$/.test(id));
}
