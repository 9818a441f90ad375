const frontMatter = /^(---\r?\n)([\s\S]*?\n)(---\r?\n)([\s\S]*)$/;
/** An item of a block list with all that is indented below it. */
const listItems = /^( +)- .*\n(?:\1 .*\n|\1- .*\n)*/gm;
const flowLists = /\[([^[\]\n]+)\]/g;

/**
 * The book with pages that hold the same over and over: each list of their front matter and their body as often as
 * told, so that entries, links, commitments, predictions and lines become many in one page.
 */
export function longPages(files: ReadonlyMap<string, string>, times: number): Map<string, string> {
  return new Map(
    [...files].map(([path, text]) => [path, path.endsWith('book.md') ? text : longPage(text, times)]),
  );
}

function longPage(text: string, times: number): string {
  const [, open = '', fields = '', close = '', body = ''] = frontMatter.exec(text) ?? [];
  if (open === '') return text.repeat(times);
  const long = fields
    .replace(listItems, (items) => items.repeat(times))
    .replace(flowLists, (_list, items: string) => `[${Array(times).fill(items).join(', ')}]`);
  return `${open}${long}${close}${`${body}\n`.repeat(times)}`;
}
