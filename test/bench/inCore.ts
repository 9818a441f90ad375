// inCore.ts <pages>: what single keystrokes and requests take in a book that is read and checked.
import { type Book, Library } from '../../src/core/index/library';
import { completionsAt } from '../../src/core/language/completion/completion';
import { hoverAt } from '../../src/core/language/hover/hover';
import { definitionAt } from '../../src/core/language/navigation/definition';
import { referencesAt } from '../../src/core/language/navigation/references';
import { planPageRename } from '../../src/core/language/rename/pageRename';
import type { Page } from '../../src/core/model/page';
import { LineMap, type Position } from '../../src/core/model/text';
import { dashboardOf } from '../../src/core/report/dashboard';
import { activitiesTree } from '../../src/core/report/trees/activitiesTree';
import { agendaTree } from '../../src/core/report/trees/agendaTree';
import { commitmentsTree } from '../../src/core/report/trees/commitmentsTree';
import { marketTree } from '../../src/core/report/trees/marketTree';
import { productsTree } from '../../src/core/report/trees/productsTree';
import { BookChecker } from '../../src/core/rules/bookChecker';
import { answer } from './answer';
import { benchDay, generateBook, popularId } from './generateBook';
import { type Times, timesOf } from './measure';

export interface CoreTimes {
  /** Until the findings of all pages that it touches are known. */
  readonly keystrokes: Readonly<Record<string, Times>>;
  readonly requests: Readonly<Record<string, Times>>;
  /** Pages that refer to the most popular one. */
  readonly referrers: number;
}

const cheapRuns = 200;
const warmUp = 20;

/** Pages that the extension tells of one by one. */
const maxAtOnce = 500;

class OpenBook {
  readonly library = new Library();
  readonly book: Book;
  readonly checker: BookChecker;

  constructor(readonly files: ReadonlyMap<string, string>) {
    for (const [path, text] of files) this.library.setFile(path, text);
    this.book = this.library.book('') as Book;
    this.checker = new BookChecker(this.book.index, { today: benchDay });
  }

  text(path: string): string {
    return this.files.get(path) as string;
  }

  page(path: string): Page {
    return this.book.index.page(path) as Page;
  }

  /** Takes over a page as it is typed, and asks for all findings that may have changed. */
  /** As the extension does: where nearly all is to be checked anew, the page itself comes first. */
  type(path: string, text: string): void {
    const { changes } = this.library.setFile(path, text);
    const touched = this.checker.update(changes.map(({ change }) => change));
    if (touched === 'all' || touched.size > maxAtOnce) this.checker.findingsSoFar(path);
    else for (const page of touched) this.checker.findingsOf(page);
  }

  /** One more character at the end of a page with each keystroke. */
  async prose(path: string): Promise<Times> {
    const text = this.text(path);
    const times = await timesOf(
      cheapRuns,
      (run) => this.type(path, `${text}\nTyped ${'x'.repeat(run + warmUp + 1)}\n`),
      { warmUp, between: () => this.checker.proceed() },
    );
    this.type(path, text);
    return times;
  }

  /** A value that becomes another one and back. */
  async value(path: string, written: RegExp, others: readonly [string, string]): Promise<Times> {
    const text = this.text(path);
    const texts = others.map((other) => text.replace(written, other));
    if (texts.includes(text)) throw new Error(`${path} has nothing like ${written}.`);
    const times = await timesOf(
      cheapRuns,
      (run) => this.type(path, texts[Math.abs(run) % texts.length] as string),
      { warmUp, between: () => this.checker.proceed() },
    );
    this.type(path, text);
    return times;
  }
}

async function keystrokesIn(open: OpenBook, logPage: string): Promise<Record<string, Times>> {
  const popular = `competitors/${popularId}.md`;
  return {
    'prose of a log page': await open.prose(logPage),
    'duration of a time entry': await open.value(logPage, /^- 45m/m, ['- 46m', '- 47m']),
    'prose of the page that most pages refer to': await open.prose(popular),
    'a front-matter field of it': await open.value(popular, /^threat: high/m, [
      'threat: medium',
      'threat: low',
    ]),
    'prose of another competitor’s page': await open.prose('competitors/competitor-2.md'),
    'prose of book.md': await open.prose('book.md'),
    'a setting of book.md': await open.value('book.md', /high: 30/, ['high: 31', 'high: 32']),
  };
}

async function requestsIn(open: OpenBook, logPage: string): Promise<Record<string, Times>> {
  const { library, book, checker } = open;
  const { index } = book;
  const popularPath = `competitors/${popularId}.md`;
  const logText = open.text(logPage);
  const inLink = placeAfter(logText, /\[\[(?=\w)/);
  const request = { book: index, path: logPage, text: logText, today: benchDay, minutes: 600 };
  const product = `${open.text(popularPath).split('products:')[0]}products: [pro`;
  const popular = open.page(popularPath);
  const hover = {
    ...request,
    findingsOf: (path: string) => checker.findingsOf(path),
    textOf: async (path: string) => open.text(path),
    links: { page: (path: string) => path, rule: (id: string) => id },
  };
  const linking = `${logText}\nSee [[${popularId}]].\n`;
  const inPopular = placeAfter(linking, new RegExp(`\\[\\[(?=${popularId}\\]\\]\\.\n$)`));
  open.type(logPage, linking);
  const linkingPage = open.page(logPage);
  open.type(logPage, logText);
  const shown = [{ root: '', index, checker }];
  const trees = {
    activities: () => activitiesTree(shown, benchDay),
    products: () => productsTree(shown, benchDay),
    market: () => marketTree(shown, benchDay),
    commitments: () => commitmentsTree(shown, benchDay),
    agenda: () => agendaTree(shown, benchDay),
  };
  const change = (run: number): void =>
    open.type(logPage, logText.replace(/ due:\d{4}-\d\d-/, ` due:2027-${run % 2 === 0 ? '01' : '02'}-`));
  const times: Record<string, Times> = {
    'completion of a wiki link': await timesOf(50, () => completionsAt({ ...request, position: inLink })),
    'completion of a field’s pages': await timesOf(50, () =>
      completionsAt({ ...request, path: popularPath, text: product, position: endOf(product) }),
    ),
    'hover over a link': await timesOf(50, () =>
      hoverAt({ ...hover, page: open.page(logPage), position: inLink }),
    ),
    'hover over a link to the page that most pages refer to': await timesOf(50, () =>
      hoverAt({ ...hover, text: linking, page: linkingPage, position: inPopular }),
    ),
    'go to definition': await timesOf(50, () => definitionAt(open.page(logPage), inLink, index)),
    'find all references of it': await timesOf(50, () =>
      referencesAt(popular, { line: 1, character: 2 }, index, true),
    ),
    'rename of it': await timesOf(10, () => {
      const plan = planPageRename(popular, 'another-name', book, library.books());
      for (const path of plan?.pages ?? []) plan?.editsOf(path, open.files.get(path) ?? '');
    }),
  };
  for (const [name, build] of Object.entries(trees)) {
    times[`${name} view: its rows and those below them, after a keystroke`] = await timesOf(20, (run) => {
      change(run);
      for (const row of build()) for (const below of row.children) void below.label;
    });
  }
  times['dashboard, after a keystroke'] = await timesOf(20, (run) => {
    change(run);
    dashboardOf(index, benchDay);
  });
  return times;
}

function placeAfter(text: string, pattern: RegExp): Position {
  const match = pattern.exec(text);
  if (!match) throw new Error(`Nothing like ${pattern}`);
  return new LineMap(text).positionAt(match.index + match[0].length);
}

function endOf(text: string): Position {
  return new LineMap(text).positionAt(text.length);
}

async function main(): Promise<void> {
  const open = new OpenBook(generateBook(Number(process.argv[2])));
  const logPage = [...open.files.keys()].find((path) => path.startsWith('log/')) as string;
  const { index } = open.book;
  const targets = [{ id: popularId }, { path: `competitors/${popularId}.md` }];
  const references = targets.flatMap((target) => [...index.referencesToTarget(target)]);
  const referrers = new Set(references.map(({ from }) => from));
  const result: CoreTimes = {
    keystrokes: await keystrokesIn(open, logPage),
    requests: await requestsIn(open, logPage),
    referrers: referrers.size,
  };
  answer(result);
}

void main();
