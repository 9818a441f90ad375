import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/model/page';
import { fieldsOf } from '../../../src/core/schema/schema';
import { suggestedTime, timeProblem } from '../../../src/extension/commands/timeInput';
import { splitList, valueProblem } from '../../../src/extension/commands/valueText';
import { bookOf, log, today } from '../support/books';
import { english } from '../support/english';

function logPage(...entries: string[]): Page {
  return bookOf({ 'log.md': log(today, ...entries) }).page('log.md') as Page;
}

describe('The time to log', () => {
  it('may be a duration or a range and nothing else', () => {
    for (const time of ['45m', '1h30m', '1.5h', '9:00-10:15', '9:00 – 10:15', '13:05-?', ' 2h ']) {
      assert.equal(timeProblem(time), undefined, time);
    }
    for (const time of ['', '1,5 h', '10:00-9:00', '1h liaison', '90', '25:00-26:00']) {
      assert.notEqual(timeProblem(time), undefined, time);
    }
  });

  it('is suggested from the end of the last entry until now', () => {
    assert.equal(suggestedTime(logPage('9:00-10:15 liaison'), 11 * 60), '10:15-11:00');
  });

  it('is half an hour where the last entry does not tell', () => {
    assert.equal(suggestedTime(undefined, 600), '30m');
    assert.equal(suggestedTime(logPage('1h liaison'), 600), '30m');
    assert.equal(suggestedTime(logPage('9:00-? liaison'), 600), '30m');
    assert.equal(suggestedTime(logPage('9:00-10:15 liaison'), 615), '30m');
    assert.equal(suggestedTime(logPage('1:00-2:00 liaison'), 20 * 60), '30m');
  });
});

describe('The value of a field', () => {
  const problem = (type: string, field: string, text: string): string | undefined => {
    const found = valueProblem(
      fieldsOf(type).get(field)?.value as Parameters<typeof valueProblem>[0],
      text,
      today,
    );
    return found === undefined ? undefined : english.say(found);
  };

  it('is needed', () => {
    assert.match(problem('opportunity', 'problem', ' ') ?? '', /needed/);
  });

  it('is checked as the schema table has it', () => {
    assert.equal(problem('trend', 'impact', '5'), undefined);
    assert.match(problem('trend', 'impact', '6') ?? '', /from 1 to 5/);
    assert.match(problem('voice', 'received', '2026-11-24') ?? '', /later than today/);
    assert.equal(problem('voice', 'received', '2026-11-23'), undefined);
  });

  it('is split into the items of a list', () => {
    assert.deepEqual(splitList(' quiet, small ,, '), ['quiet', 'small']);
    assert.equal(problem('segment', 'needs', 'quiet, small'), undefined);
  });
});
