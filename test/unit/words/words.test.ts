import assert from 'node:assert/strict';
import { either, formatted, joined, number, plural, t } from '../../../src/core/model/message';
import {
  capitalised,
  duration,
  enumeration,
  lowerCase,
  percent,
  withArticle,
} from '../../../src/core/model/texts';
import { translatedBy, Words } from '../../../src/core/words/words';
import { pseudo } from '../../../src/tools/pseudo';

const english = new Words();
const german = new Words(
  'de',
  translatedBy({
    'Reviewed {0, plural, one {# day} other {# days}} ago.':
      'Vor {0, plural, one {einem Tag} other {# Tagen}} durchgesehen.',
    '{0, number} %': '{0, number} %',
    '{0, number, cents} {1}': '{0, number, cents} {1}',
    '{0} {1}': '{0}. {1}',
  }),
);

describe('A text of ours', () => {
  const ago = (days: number) => t`Reviewed ${plural(days, 'day')} ago.`;

  it('is one sentence with its plurals in it, which a translator may bend', () => {
    assert.deepEqual(
      [1, 3].map((days) => english.say(ago(days))),
      ['Reviewed 1 day ago.', 'Reviewed 3 days ago.'],
    );
    assert.deepEqual(
      [1, 3].map((days) => german.say(ago(days))),
      ['Vor einem Tag durchgesehen.', 'Vor 3 Tagen durchgesehen.'],
    );
  });

  it('is data that tells its pattern and what is put in', () => {
    assert.deepEqual(ago(47), {
      pattern: 'Reviewed {0, plural, one {# day} other {# days}} ago.',
      args: [47],
    });
  });

  it('is said in English where a catalogue does not have it', () => {
    assert.equal(german.say(t`Pick the strategy.`), 'Pick the strategy.');
  });

  it('takes braces and apostrophes of ours and of users as they are', () => {
    const title = `{0} '{x}' “#”`;
    assert.equal(english.say(t`In {braces} it’s 'quoted': ${title}`), `In {braces} it’s 'quoted': ${title}`);
  });

  it('numbers what is put in through its parts', () => {
    const text = t`${'a'} ${either(true, 'is', 'are')} ${plural(2, 'row')} of ${'b'}`;
    assert.equal(
      text.pattern,
      '{0} {1, select, yes {is} other {are}} {2, plural, one {# row} other {# rows}} of {3}',
    );
    assert.equal(english.say(text), 'a is 2 rows of b');
  });

  it('groups no digits unless it is an amount', () => {
    assert.equal(english.say(t`${plural(12_345, 'day')}, ${number(0.5)}`), '12345 days, 0.5');
    assert.equal(english.say(t`${formatted(12_345, 'amount')} EUR`), '12,345 EUR');
  });
});

describe('Words of a language', () => {
  it('have its signs in numbers', () => {
    assert.equal(german.say(percent(0.996)), '99,6 %');
    assert.equal(german.say(t`${formatted(12_345.5, 'cents')} ${'EUR'}`), '12.345,50 EUR');
  });

  it('have its lists and its days', () => {
    assert.equal(german.say(enumeration(['a', 'b', 'c'])), 'a, b und c');
    assert.equal(english.say(enumeration(['a', 'b', 'c'])), 'a, b and c');
    assert.equal(german.say({ day: '2026-12-04', as: 'day' }), '4. Dez');
    assert.equal(english.say({ day: '2026-09-04', as: 'weekday-year' }), 'Fri 4 Sep 2026');
  });

  it('leave alone what only English does with capitals and articles', () => {
    assert.equal(german.say(lowerCase('Strategie')), 'Strategie');
    assert.equal(german.say(withArticle('Strategie')), 'Strategie');
    assert.equal(english.say(withArticle('improvement', 'A')), 'An improvement');
    assert.equal(english.say(capitalised(t`not enough data`)), 'Not enough data');
  });

  it('are made of all texts within data, and leave the rest as it is', () => {
    const data = {
      title: t`Voices`,
      path: 'a.md',
      rows: [{ label: duration(90), count: 2 }],
      none: undefined,
    };
    assert.deepEqual(english.spoken(data), {
      title: 'Voices',
      path: 'a.md',
      rows: [{ label: '1 h 30 min', count: 2 }],
      none: undefined,
    });
  });

  it('put texts behind one another', () => {
    assert.equal(english.say(joined([t`Stop`, 'x', t`Now`], ' · ')), 'Stop · x · Now');
  });
});

describe('The language that nobody speaks', () => {
  it('has accents, brackets and room, and keeps what is put in', () => {
    assert.equal(pseudo('Stop'), '[Šţóþ~~]');
    assert.equal(
      pseudo('Reviewed {0, plural, one {# day} other {# days}} ago'),
      '[Ŕéṽíéŵéð {0, plural, one {# ðáý} other {# ðáýš}} áğó~~~~~~~~]',
    );
    const words = new Words('en', pseudo);
    assert.equal(words.say(t`Reviewed ${plural(2, 'day')} ago`), '[Ŕéṽíéŵéð 2 ðáýš áğó~~~~~~~~]');
  });

  it('keeps quoted braces as text', () => {
    assert.equal(pseudo("a '{b}' {0}"), "[á '{ƀ}' {0}~]");
  });
});
