import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateBook } from './generateBook';
import { summaryOf, type Times } from './measure';
import { checkArguments, timeProgram } from './wholeProcess';
import { writeFiles } from './writeFiles';

/** Books with much of one trouble on each page, by what it is; the last one is no trouble, but YAML as others write it. */
export const troubles: Readonly<Record<string, (text: string, index: number) => string>> = {
  'three broken references on each page': (text, index) =>
    `${text}\nSee [[nobody-${index}]], [[nobody-${index + 1}]] and [[competitor-${index}x]].\n`,
  'ten findings on each page': (text) =>
    `${text}\n${Array.from({ length: 10 }, (_, at) => `- [ ] @rnd: part ${at} due:2026-13-${10 + at}\n`).join('')}`,
  'twenty promises on each page': (text) =>
    `${text}\n${Array.from({ length: 20 }, (_, at) => `- [ ] @rnd -> @me: part ${at} due:2027-03-${10 + at} made:2026-11-02\n`).join('')}`,
  'types of another tool on half of the pages': (text, index) =>
    index % 2 === 0 ? text.replace(/^type: .*$/m, `type: note-${index % 30}`) : text,
  'half of the pages without a type': (text, index) =>
    index % 2 === 0 ? text.replace(/^type: .*\n/m, '') : text,
  'flow maps, quotes and remarks in the front matter': (text) =>
    text.replace(
      /^---\n([\s\S]*?)\n---/,
      (_, fields: string) => `---\n${carefully(fields)}\nmore: { a: 1, b: [x, y] } # kept\n---`,
    ),
};

/** Fields as careful people write them: texts in quotes, remarks behind values. */
function carefully(fields: string): string {
  return fields.replace(/^(title|source|customer|advantage|problem): ([^"'[{\n]+)$/gm, '$1: "$2" # as told');
}

export interface TroubledTime {
  readonly name: string;
  readonly pretty: Times;
  readonly json: Times;
  /** By the same book without the trouble, measured in turn with it. */
  readonly ratios: { readonly pretty: number; readonly json: number };
}

const rounds = 5;
const formats = ['pretty', 'json'] as const;

/** Times `check` without a cache, each round with and without the trouble in turn. */
export function measureTroubled(size: number, temporary: string): TroubledTime[] {
  const book = generateBook(size);
  const [plain, folder] = [join(temporary, 'plain'), join(temporary, 'troubled')];
  writeFiles(plain, book);
  try {
    return Object.entries(troubles).map(([name, change]) => {
      const files = [...book].map(([path, text], index): [string, string] =>
        path === 'book.md' ? [path, text] : [path, change(text, index)],
      );
      try {
        writeFiles(folder, new Map(files));
        const [pretty, json] = formats.map((format) => inTurn(plain, folder, format));
        if (!pretty || !json) throw new Error('Nothing was measured.');
        return {
          name,
          pretty: pretty.times,
          json: json.times,
          ratios: { pretty: pretty.ratio, json: json.ratio },
        };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  } finally {
    rmSync(plain, { recursive: true, force: true });
  }
}

function inTurn(plain: string, troubled: string, format: string): { times: Times; ratio: number } {
  const timeCheck = (folder: string): number => timeProgram(checkArguments(folder, undefined, format));
  const taken: { plain: number; troubled: number }[] = [];
  for (let round = -1; round < rounds; round++) {
    const time = { plain: timeCheck(plain), troubled: timeCheck(troubled) };
    if (round >= 0) taken.push(time);
  }
  return {
    times: summaryOf(taken.map((time) => time.troubled)),
    ratio: summaryOf(taken.map((time) => time.troubled / time.plain)).median,
  };
}
