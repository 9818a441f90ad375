import { Library } from '../../src/core/index/library';
import { completionsAt } from '../../src/core/language/completion/completion';
import { hoverAt } from '../../src/core/language/hover/hover';
import { definitionAt } from '../../src/core/language/navigation/definition';
import { referencesAt } from '../../src/core/language/navigation/references';
import { planPageRename } from '../../src/core/language/rename/pageRename';
import { LineMap, type Position } from '../../src/core/model/text';
import { BookChecker } from '../../src/core/rules/bookChecker';
import { benchDay, popularId } from './generateBook';
import { type Times, timesOf } from './measure';

export interface CoreTimes {
  readonly [what: string]: Times;
}

/** The work of single keystrokes and requests in a book that is read and checked. */
export async function measureInCore(files: ReadonlyMap<string, string>): Promise<CoreTimes> {
  const library = new Library();
  for (const [path, text] of files) library.setFile(path, text);
  const book = library.book('');
  if (!book) throw new Error('The generated book is none.');
  const { index } = book;
  const checker = new BookChecker(index, { today: benchDay });

  /** Types a character at the end of a page and checks what depends on it. */
  const keystroke = (path: string): Promise<Times> =>
    timesOf(40, (run) => {
      const text = `${files.get(path)}\n${'x'.repeat(run + 4)}\n`;
      const { changes } = library.setFile(path, text);
      const touched = checker.update(changes.map(({ change }) => change));
      for (const page of touched) checker.findingsOf(page);
    });

  const logPath = pathOf(files, 'log/');
  const competitorPath = `competitor/${popularId}.md`;
  const logText = files.get(logPath) as string;
  const log = index.page(logPath);
  const competitor = index.page(competitorPath);
  if (!log || !competitor) throw new Error('The generated book lacks its pages.');
  const inLink = placeOf(logText, /\[\[(?=\w)/);
  const request = { book: index, path: logPath, text: logText, today: benchDay, minutes: 600 };
  const product = `${files.get(competitorPath)?.split('products:')[0]}products: [pro`;
  const titles = { page: (path: string) => path, rule: (id: string) => id };

  return {
    'keystroke in a log page': await keystroke(logPath),
    'keystroke in a competitor’s page': await keystroke(competitorPath),
    'keystroke in book.md': await timesOf(3, (run) => {
      const { changes } = library.setFile('book.md', `${files.get('book.md')}${'x'.repeat(run + 4)}\n`);
      checker.update(changes.map(({ change }) => change));
    }),
    'completion of a wiki link': await timesOf(20, () => completionsAt({ ...request, position: inLink })),
    'completion of a field’s pages': await timesOf(20, () =>
      completionsAt({ ...request, path: competitorPath, text: product, position: endOf(product) }),
    ),
    'hover over a link': await timesOf(20, () =>
      hoverAt({
        ...request,
        page: log,
        position: inLink,
        findingsOf: (path) => checker.findingsOf(path),
        textOf: async (path) => files.get(path) ?? '',
        links: titles,
      }),
    ),
    'go to definition': await timesOf(20, () => definitionAt(log, inLink, index)),
    'find all references': await timesOf(20, () =>
      referencesAt(competitor, { line: 1, character: 2 }, index, true),
    ),
    'rename of the most referred page': await timesOf(5, () => {
      const plan = planPageRename(competitor, 'another-name', book, library.books());
      for (const path of plan?.pages ?? []) plan?.editsOf(path, files.get(path) ?? '');
    }),
  };
}

function pathOf(files: ReadonlyMap<string, string>, folder: string): string {
  for (const path of files.keys()) if (path.startsWith(folder)) return path;
  throw new Error(`No page in ${folder}`);
}

function placeOf(text: string, pattern: RegExp): Position {
  const match = pattern.exec(text);
  if (!match) throw new Error(`Nothing like ${pattern}`);
  return new LineMap(text).positionAt(match.index + match[0].length);
}

function endOf(text: string): Position {
  return new LineMap(text).positionAt(text.length);
}
