import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { findingsOf, inBrief, lines, page } from '../support/books';
import { english } from '../support/english';

/** What counts of a page between and around the marks of a merge. */
function counted(text: string, path = 'log/2026-11-20.md') {
  const read = parsePage(path, text);
  return {
    entries: read?.entries.map(({ summary }) => summary),
    tasks: [...(read?.tasks ?? []), ...(read?.commitments ?? [])].map((task) => task.text),
    links: read?.body.links.map(({ target }) => target),
    headings: read?.body.headings.map(({ text: title }) => title),
  };
}

function conflicts(text: string): string[] {
  return inBrief(findingsOf('merge-conflict', { 'log/2026-11-20.md': text }));
}

const logPage = (...body: string[]): string =>
  page('type: log\ndate: 2026-11-20', lines('## Time', '', ...body));

describe('a page whose merge was not finished', () => {
  it('counts no time entry and no task between the marks, and all around them', () => {
    const text = logPage(
      '- 1h liaison: before',
      '',
      '<<<<<<< HEAD',
      '- 2h liaison: ours',
      '- [ ] @rnd: ours',
      '=======',
      '- 3h liaison: theirs',
      '- [ ] theirs',
      '>>>>>>> branch',
      '',
      '- 4h liaison: behind',
      '- [ ] behind',
    );
    const { entries, tasks } = counted(text);
    assert.deepEqual([entries, tasks], [['before', 'behind'], ['behind']]);
  });

  it('counts links and headings between the marks', () => {
    const text = logPage('<<<<<<<', '', '### Ours', '', '[[purenorth]]', '', '>>>>>>>');
    const { links, headings } = counted(text);
    assert.deepEqual([links, headings], [['purenorth'], ['Time', 'Ours']]);
  });

  it('is reported once for each pair, on its first line', () => {
    const pair = ['<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> theirs', ''];
    assert.deepEqual(conflicts(logPage(...pair, ...pair)), [
      'log/2026-11-20.md:7 merge-conflict error',
      'log/2026-11-20.md:13 merge-conflict error',
    ]);
  });

  it('takes inner pairs for a part of the outer one', () => {
    const text = logPage(
      '<<<<<<< a',
      '<<<<<<< b',
      '>>>>>>> b',
      '- 1h liaison',
      '>>>>>>> a',
      '- 2h liaison: x',
    );
    assert.deepEqual(conflicts(text), ['log/2026-11-20.md:7 merge-conflict error']);
    assert.deepEqual(counted(text).entries, ['x']);
  });

  it('counts nothing behind a mark that is never closed', () => {
    const text = logPage('<<<<<<< HEAD', '- 1h liaison: x');
    assert.deepEqual(conflicts(text), ['log/2026-11-20.md:7 merge-conflict error']);
    assert.deepEqual(counted(text).entries, []);
  });

  it('is reported in code fences, too', () => {
    assert.deepEqual(conflicts(logPage('```', '<<<<<<< HEAD', '>>>>>>> x', '```')), [
      'log/2026-11-20.md:8 merge-conflict error',
    ]);
  });

  it('takes other marks than seven at the start of a line, with a blank or nothing behind, for text', () => {
    for (const mark of [
      '<<<<<<<<',
      '<<<<<<',
      '<<<<<<<x',
      ' <<<<<<< a',
      '> <<<<<<<',
      '>>>>>>> b',
      '=======',
    ]) {
      assert.deepEqual(conflicts(logPage(mark, '- 1h liaison: x')), [], mark);
    }
  });

  it('reads lines that end with CR or CRLF', () => {
    for (const ending of ['\r', '\r\n']) {
      const text = logPage('<<<<<<< HEAD', '- 1h liaison', '>>>>>>> x', '', '- 2h liaison: y');
      assert.deepEqual(counted(text.replaceAll('\n', ending)).entries, ['y']);
    }
  });

  it('says how far the conflict reaches and what to do', () => {
    const [finding] = findingsOf('merge-conflict', { 'a.md': logPage('<<<<<<< HEAD', 'x', '>>>>>>> y') });
    assert.equal(
      english.say(finding?.message ?? ''),
      'Two versions of the page stand here, to line 9. Keep what is right and delete the lines of <<<<<<<, ======= and >>>>>>>; until then no time entry and no task between these lines counts.',
    );
  });
});

describe('front matter whose merge was not finished', () => {
  const text = page(
    'type: log\n<<<<<<< HEAD\ndate: 2026-11-20\n=======\ndate: 2026-11-21\n>>>>>>> x',
    '[[a]]\n',
  );

  it('is reported as a conflict and not as what cannot be read', () => {
    const path = 'log/2026-11-20.md';
    assert.deepEqual(conflicts(text), [`${path}:3 merge-conflict error`]);
    assert.deepEqual(findingsOf('front-matter-syntax', { [path]: text }), []);
    assert.deepEqual(findingsOf('field-missing', { [path]: text }), []);
  });

  it('keeps the page’s type and body', () => {
    const read = parsePage('a.md', text);
    assert.deepEqual([read?.type, read?.body.links.length], ['log', 1]);
  });

  it('makes no page without a type', () => {
    assert.equal(parsePage('a.md', page('<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x')), undefined);
  });

  it('may stand within the marks, both versions of it', () => {
    const whole = lines(
      '<<<<<<< HEAD',
      ...['---', 'type: log', 'date: 2026-11-20', '---', '# Ours', '[[a]]'],
      '=======',
      ...['---', 'type: log', 'date: 2026-11-20', '---', '[[b]]'],
      '>>>>>>> theirs',
    );
    const read = parsePage('a.md', whole);
    assert.deepEqual([read?.type, read?.title], ['log', 'Ours']);
    assert.deepEqual(
      read?.body.links.map(({ target }) => target),
      ['a', 'b'],
    );
    assert.deepEqual(conflicts(whole), ['log/2026-11-20.md:1 merge-conflict error']);
  });

  it('makes a page of a file that begins with a mark, whatever follows', () => {
    assert.equal(parsePage('notes/a.md', '<<<<<<< HEAD\nA note\n')?.id, 'a');
    assert.deepEqual(conflicts('<<<<<<< HEAD\nA note\n'), ['log/2026-11-20.md:1 merge-conflict error']);
    assert.equal(parsePage('notes/a.md', '<<<<<<<<\nA note\n'), undefined);
  });
});
