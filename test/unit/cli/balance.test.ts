import assert from 'node:assert/strict';
import { join } from 'node:path';
import { log, page, plainBook } from '../support/books';
import { folderOf, run, runJson } from './support';

interface Measures {
  readonly from: string;
  readonly to: string;
  readonly totalMinutes: number;
  readonly unclassifiedMinutes: number;
  readonly judged: boolean;
  readonly horizons: readonly {
    id: string;
    minutes: number;
    share: number | null;
    band: number[];
    state: string;
  }[];
  readonly activities: readonly { id: string; horizon: string; minutes: number }[];
}

interface BalanceJson extends Measures {
  readonly version: number;
  readonly today: string;
  readonly periods?: readonly Measures[];
}

const fortyHours = {
  'book.md': page('type: book\nactivities: [{id: audits, title: "Audits \\e[2J", horizon: long}]'),
  'log/2026-11-23.md': log('2026-11-23', '22h liaison', '30m nonsense'),
  'log/2026-11-16.md': log('2026-11-16', '12h promotion'),
  'log/2026-10-27.md': log('2026-10-27', '6h audits'),
  'log/2026-10-26.md': log('2026-10-26', '10h exploration'),
  'log/2026-11-24.md': log('2026-11-24', '9h liaison'),
};
const sampleBook = join(__dirname, '../../../examples/aquelle');

function balance(folder: string, ...words: string[]): Promise<BalanceJson> {
  return runJson(['balance', ...words], folder);
}

function minutesOf({ horizons }: Measures): number[] {
  return horizons.map(({ minutes }) => minutes);
}

describe('status-book balance --format json', () => {
  it('prints the fields of the format, in their order, bands as shares', async () => {
    const folder = folderOf(fortyHours);
    const { out } = await run(['balance', '--format', 'json'], { folder });
    const [head, activities] = out.split(',"activities":');
    assert.equal(
      head,
      '{"version":1,"today":"2026-11-23","from":"2026-10-27","to":"2026-11-23","totalMinutes":2400,' +
        '"unclassifiedMinutes":30,"judged":true,"horizons":[' +
        '{"id":"daily","minutes":1320,"share":0.55,"band":[0.4,0.55],"state":"inside"},' +
        '{"id":"short","minutes":720,"share":0.3,"band":[0.2,0.3],"state":"inside"},' +
        '{"id":"long","minutes":360,"share":0.15,"band":[0.15,0.25],"state":"inside"}]',
    );
    assert.match(activities ?? '', /^\[\{"id":"status-book","horizon":"daily","minutes":0\},/);
    assert.match(activities ?? '', /\{"id":"audits","horizon":"long","minutes":360\}\]\}\n$/);
  });

  it('is not judged below the minimum, and has no shares without time', async () => {
    const { judged, totalMinutes, horizons } = await balance(folderOf({ 'book.md': plainBook }));
    assert.deepEqual([judged, totalMinutes], [false, 0]);
    assert.deepEqual(
      horizons.map(({ share, state }) => [share, state]),
      Array(3).fill([null, 'no-data']),
    );
  });

  it('counts from --from through --to', async () => {
    const folder = folderOf(fortyHours);
    assert.deepEqual(
      minutesOf(await balance(folder, '--from', '2026-10-26', '--to', '2026-11-16')),
      [0, 720, 960],
    );
    assert.deepEqual(minutesOf(await balance(folder, '--from', '2026-11-17')), [1320, 0, 0]);
  });

  it('counts a window up to --to where there is no --from', async () => {
    const { from, to, horizons } = await balance(folderOf(fortyHours), '--to', '2026-10-27');
    assert.deepEqual([from, to], ['2026-09-30', '2026-10-27']);
    assert.equal(horizons[2]?.minutes, 960);
  });

  it('leaves out what is later than today', async () => {
    assert.equal(
      (await balance(folderOf(fortyHours), '--to', '2026-12-31', '--from', '2026-11-20')).totalMinutes,
      1320,
    );
  });

  it('adds the same measures for each period of --by, which sum up to the whole', async () => {
    const folder = folderOf(fortyHours);
    const { periods, ...whole } = await balance(folder, '--by', 'week');
    assert.deepEqual(
      periods?.map(({ from, to, totalMinutes }) => [from, to, totalMinutes]),
      [
        ['2026-10-27', '2026-11-01', 360],
        ['2026-11-02', '2026-11-08', 0],
        ['2026-11-09', '2026-11-15', 0],
        ['2026-11-16', '2026-11-22', 720],
        ['2026-11-23', '2026-11-23', 1320],
      ],
    );
    const { version, today, ...measures } = whole;
    assert.deepEqual([version, today], [1, '2026-11-23']);
    for (const period of periods ?? []) assert.deepEqual(Object.keys(period), Object.keys(measures));
  });

  it('agrees with the hand-made count of the sample book', async () => {
    const result = await balance(sampleBook);
    assert.deepEqual([result.totalMinutes, result.unclassifiedMinutes, result.judged], [8025, 30, true]);
    assert.deepEqual(
      result.horizons.map(({ minutes, state }) => [minutes, state]),
      [
        [4985, 'above'],
        [2265, 'inside'],
        [775, 'below'],
      ],
    );
  });

  it('takes the book of the folder itself before those below it', async () => {
    const folder = folderOf({
      ...fortyHours,
      'inner/book.md': plainBook,
      'inner/x.md': log('2026-11-23', '5h liaison'),
    });
    assert.equal((await balance(folder)).totalMinutes, 2400);
  });
});

describe('status-book balance --format csv', () => {
  it('has a row for each horizon and activity, and one for unknown activities', async () => {
    const { out } = await run(['balance', '--format', 'csv'], { folder: folderOf(fortyHours) });
    const rows = out.split('\r\n');
    assert.equal(rows[0], 'from,to,horizon,activity,minutes,share,bandFrom,bandTo,state');
    assert.equal(rows[1], '2026-10-27,2026-11-23,daily,,1320,0.55,0.4,0.55,inside');
    assert.ok(rows.includes('2026-10-27,2026-11-23,daily,liaison,1320,0.55,,,'));
    assert.deepEqual(rows.slice(-2), ['2026-10-27,2026-11-23,,unknown,30,,,,', '']);
    assert.equal(rows.length, 1 + 3 + 16 + 1 + 1);
  });

  it('has these rows for each period of --by', async () => {
    const { out } = await run(['balance', '--by', 'month', '--format', 'csv'], {
      folder: folderOf(fortyHours),
    });
    const sums = out.split('\r\n').filter((row) => row.includes(',long,,'));
    assert.deepEqual(
      sums.map((row) => row.split(',').slice(0, 5)),
      [
        ['2026-10-27', '2026-10-31', 'long', '', '360'],
        ['2026-11-01', '2026-11-23', 'long', '', '0'],
      ],
    );
  });
});

describe('status-book balance for people', () => {
  it('shows horizons with band and state, activities, and what is not counted', async () => {
    const { out, code } = await run(['balance'], { folder: folderOf(fortyHours) });
    assert.equal(code, 0);
    assert.match(out, /^2026-10-27 to 2026-11-23: 40 h\n/);
    assert.match(out, /^Daily +22 h +55 % {3}band 40–55 % {3}✔ inside$/m);
    assert.match(out, /^ {2}Liaison +22 h +55 %$/m);
    assert.match(out, /\n30 min on activities that the book does not know are not counted\.\n$/);
  });

  it('says what is missing before the balance is judged', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': log('2026-11-23', '10h30m liaison') });
    const { out } = await run(['balance'], { folder });
    assert.match(out, /· not judged/);
    assert.match(out, /Not enough data: the balance is judged when 29 h 30 min more are logged\.\n$/);
  });

  it('shows a line for each period of --by', async () => {
    const { out } = await run(['balance', '--by', 'week'], { folder: folderOf(fortyHours) });
    assert.match(out, /^2026-W44 +6 h +0 % +0 % +100 %$/m);
    assert.match(out, /^2026-W45 +0 min +– +– +–$/m);
  });

  it('aligns Chinese titles, whose characters take two columns', async () => {
    const files = {
      'book.md': page(
        'type: book\nactivities: [{id: audits, title: 经销商审核与年度走访计划讨论, horizon: long}]',
      ),
      'x.md': log('2026-11-23', '10h audits', '10h exploration'),
    };
    const { out } = await run(['balance'], { folder: folderOf(files) });
    // Fourteen characters in twenty-eight columns, two more than the narrowest width of names.
    assert.match(out, /^ {2}经销商审核与年度走访计划讨论 {9}10 h {5}50 %$/m);
    assert.match(out, /^ {2}Exploration {26}10 h {5}50 %$/m);
  });

  it('shows nothing of a title that would steer the terminal', async () => {
    const { out } = await run(['balance'], { folder: folderOf(fortyHours) });
    assert.match(out, /^ {2}Audits \\u001b\[2J/m);
  });
});
