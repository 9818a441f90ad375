import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderFiles, folderOf, makePipe, type Outcome, run } from '../../unit/cli/support';
import { page, quiet } from '../../unit/support/books';

/** Texts that a build server, a terminal or a spreadsheet would obey. */
const attacks = [
  '::error title=owned::x',
  '  ::stop-commands::x',
  '##[error]x',
  'a ##vso[task.setvariable]x',
  '\u001b[2J\u001b]0;owned\u0007',
  '\u009b31m',
  '\u202egnp.exe',
  'a\u200bb\ufeff',
  'a\u2028::error::x',
  'a\r\n::error::x',
  'a\n\n##[group]x',
  '\n=1+1',
];

const quoted = (text: string): string => JSON.stringify(text).replace(/[\u007f-\uffff]/g, escape16);
const escape16 = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A file name on most systems. */
const nameOf = (text: string): string => `${text.replaceAll('/', '-')}.md`;

function hostileFiles(): FolderFiles {
  const files: Record<string, string> = {};
  const list = `[${attacks.map(quoted).join(', ')}]`;
  const activities = attacks.map(
    (text, index) => `  - { id: a${index}, title: ${quoted(text)}, horizon: long }`,
  );
  files['book.md'] = page(
    `type: book\nmanager: ${quoted(attacks[0] ?? '')}\ncompany: ${quoted(attacks[4] ?? '')}\ncurrency: EUR\ndepartments: ${list}\nactivities:\n${activities.join('\n')}`,
  );
  for (const [index, text] of attacks.entries()) {
    const value = quoted(text);
    const body = `\n# ${text}\n\n${text}\n\n- [ ] @sales: ${text} due:2026-11-01\n\n> ${text}\n\n\`\`\`\n${text}\n\`\`\`\n\n[[${text}]]\n`;
    const common = `title: ${value}\nowner: ${value}\ntags: ${list}\nproducts: ${list}\n${value}: ${value}`;
    files[nameOf(text)] = page(`${quiet}\n${common}`, body);
    files[`notes/n${index}.md`] = page(`type: ${value}\n${common}`, body);
    files[`voices/v${index}${nameOf(text)}`] = page(
      `type: voice\nid: ${value}\ncustomer: ${value}\nreceived: 2026-11-20\nsentiment: -2\nexpectation: ${value}\n${common}`,
      body,
    );
    files[`products/p${index}.md`] = page(
      `type: product\nid: p${index}\nline: ${value}\nstage: growth\nhealth: off-track\nupdated: 2026-11-20\n${common}`,
      body,
    );
    files[`competitors/c${index}.md`] = page(
      `type: competitor\nthreat: high\nreviewed: 2026-01-20\n${common}\npredictions:\n  - { move: ${value}, probability: 0.9, impact: 9, by: 2026-10-01 }`,
      body,
    );
    files[`budgets/b${index}.md`] = page(
      `type: budget\nstart: 2026-01-01\nend: 2026-12-31\nsales: { target: 10 }\nlines:\n  - { item: ${value}, planned: 5, actual: 9 }\n${common}`,
      body,
    );
    files[`log/2026-11-${10 + index}.md`] = page(
      `type: log\ndate: 2026-11-${10 + index}\ntitle: ${value}`,
      `\n## Time\n\n- 1h a${index}: ${text}\n- 1h ${text}\n\n## ${text}\n\n${text}\n`,
    );
  }
  // The review of the week, which is printed with what its writer put into it.
  files['reviews/2026-w48.md'] = page('type: review\nweek: 2026-W48', `\n${attacks.join('\n\n')}\n`);
  return files;
}

function hostileFolder(): string {
  const folder = folderOf(hostileFiles());
  for (const text of attacks) {
    symlinkSync(
      '/nowhere',
      join(folder, `gone${nameOf(text)}`.replace(/^gone(?=[:#])/, '')).replace(/\.md$/, '.gone.md'),
    );
    symlinkSync('/etc/hostname', join(folder, `out-${nameOf(text)}`));
  }
  makePipe(join(folder, '::error::pipe.md'));
  return folder;
}

const calls = [
  'check',
  'check --fix',
  'check --format json',
  'check --format sarif',
  'check --format github',
  'check --baseline known.json --update-baseline',
  'check --baseline known.json',
  'balance',
  'balance --by day --format pretty',
  'balance --format json',
  'balance --format csv',
  'list',
  'list --format json',
  'list --format csv',
  'figures --format json',
  'figures --format csv',
  'report',
  'report --format html',
  'report --month 2026-11',
  'report --quarter 2026-Q4 --format html',
  'report --product p0',
  'report --product p4 --format html',
  'report --product p9',
  'report --product nobody',
  'export time',
  'export budgets',
  'export voices',
  'schema voice',
  'new voice --id ok --set customer=x',
  'nonsense',
];

/** Calls with an argument that is itself hostile. */
function hostileCalls(text: string): string[][] {
  return [
    ['check', text],
    ['check', '--format', text],
    ['check', '--rule', `${text}=off`],
    ['check', '--baseline', text],
    ['list', '--type', text],
    ['report', '--product', text],
    ['new', text],
    ['new', 'voice', '--id', text],
    ['new', 'voice', '--id', 'x', '--set', `customer=${text}`],
    ['new', 'voice', '--id', 'y', '--set', `${text}=1`],
    ['init', `sub/${text.replaceAll('/', '-')}`],
    [text],
  ];
}

const annotation =
  /^::(?:error|warning|notice) file=[^:]*,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z-]+::/;
const group = /^::(?:group::All \d+ findings|endgroup::)$/;

function expectHarmless({ out, err }: Outcome, words: readonly string[]): void {
  const call = JSON.stringify(words);
  const isGithub = words.includes('github');
  for (const line of `${out}\n${err}`.split(/\r\n|[\n\r]/)) {
    if (isGithub && (annotation.test(line) || group.test(line))) continue;
    assert.doesNotMatch(line, /^\s*(?:::|##\[)/, call);
    // Tables for spreadsheets keep what stands within a line.
    if (!words.includes('csv') && words[0] !== 'export') assert.doesNotMatch(line, /##(?:\[|vso\[)/, call);
  }
  const shown = (out + err).replace(/[\n\r\t]/g, '');
  assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]/u, call);
}

describe('a hostile book', () => {
  const folder = hostileFolder();

  for (const call of calls) {
    it(`gives no command to the terminal or the build server through ${call}`, async () => {
      const words = call.split(' ');
      const outcome = await run(words, { folder });
      expectHarmless(outcome, words);
      assert.ok(outcome.code !== 0 || outcome.out !== '');
    });
  }

  it('gives none through what is typed', async () => {
    const small = folderOf({ 'book.md': page('type: book') });
    for (const text of attacks) {
      for (const words of hostileCalls(text)) expectHarmless(await run(words, { folder: small }), words);
    }
  });

  it('shows the names of its files all the same', async () => {
    const { out, err } = await run(['check'], { folder });
    assert.match(out, /^: :error title=owned::x\.md$/m);
    assert.match(err, /^out-\\u202egnp\.exe\.md is left out: it leads out of the book\.$/m);
  });

  it('reads back from JSON as it is', async () => {
    const { out } = await run(['list', '--format', 'json'], { folder });
    const { pages } = JSON.parse(out) as { pages: { title: string }[] };
    const titles = new Set(pages.map(({ title }) => title));
    for (const text of attacks) assert.ok(titles.has(text.trim()) || titles.has(text), JSON.stringify(text));
  });

  it('starts no formula in a spreadsheet', async () => {
    for (const call of ['list --format csv', 'export voices', 'export budgets', 'export time']) {
      const { out } = await run(call.split(' '), { folder });
      const cells = [...out.matchAll(/("(?:[^"]|"")*"|[^,\r\n"]*)(?:,|\r\n)/g)].map(([, cell = '']) => cell);
      assert.ok(cells.length > 100, call);
      for (const cell of cells) assert.doesNotMatch(cell, /^"?\s*[=@]/, call);
    }
  });
});
