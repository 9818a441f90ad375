import assert from 'node:assert/strict';
import fc from 'fast-check';
import { t } from '../../../src/core/model/message';
import { rounded } from '../../../src/core/model/rounding';
import {
  amount,
  duration,
  estimate,
  newTitle,
  percent,
  plainAmount,
  quantity,
  shortNumber,
  signed,
} from '../../../src/core/model/texts';
import { english } from '../support/english';

describe('a figure that is read', () => {
  it('is rounded half up on its decimal digits, not on its binary fraction', () => {
    assert.equal(rounded(0.575 * 100), 58);
    assert.equal(rounded(1.005, 2), 1.01);
    assert.equal(rounded(2.5), 3);
    assert.equal(rounded(2.4999), 2);
  });

  it('is rounded alike on both sides of zero, and is never minus zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, digits) => assert.ok(rounded(value, digits) === -rounded(-value, digits)),
      ),
    );
    assert.ok(Object.is(rounded(-0.2), 0));
  });

  it('is a whole percent', () => {
    assert.equal(english.say(percent(0.855)), '86 %');
    assert.equal(english.say(percent(0.8549)), '85 %');
    assert.equal(english.say(percent(1.2)), '120 %');
    assert.equal(english.say(percent(-0.2)), '−20 %');
  });

  it('is no whole percent where that would tell it as nothing, as reached, or on another side of its bound', () => {
    assert.equal(english.say(percent(0.996)), '99.6 %');
    assert.equal(english.say(percent(1.004)), '100 %');
    assert.equal(english.say(percent(0.004)), '0.4 %');
    assert.equal(english.say(percent(0.897, { goals: [0.9] })), '89.7 %');
    assert.equal(english.say(percent(0.552, { bounds: [0.55] })), '55.2 %');
    assert.equal(english.say(percent(1)), '100 %');
    assert.equal(english.say(percent(0)), '0 %');
    assert.equal(english.say(percent(0.1 + 0.2, { bounds: [0.3] })), '30 %');
  });

  it('keeps the cents of an amount that has some, and has none where it is worked out', () => {
    assert.equal(english.say(amount(12500, 'EUR')), '12,500 EUR');
    assert.equal(english.say(amount(12.5, 'EUR')), '12.50 EUR');
    assert.equal(english.say(plainAmount(1299.5)), '1,299.50');
    assert.equal(english.say(estimate(1858400.4, 'EUR')), '1,858,400 EUR');
    assert.equal(english.say(estimate(0.5, 'EUR')), '1 EUR');
  });

  it('is new once', () => {
    assert.equal(english.say(newTitle('Competitor')), 'New competitor');
    assert.equal(english.say(newTitle('New product')), 'New product');
  });

  it('is short in a headline', () => {
    assert.deepEqual(
      [1_855_000, 999_500, 769_500, 999.5, -1200].map((value) => english.say(shortNumber(value))),
      ['1.86 M', '1 M', '770 k', '1000', '-1 k'],
    );
  });

  it('has its thousands apart, its sign, and its hours and minutes', () => {
    assert.equal(english.say(t`${quantity(3100)}`), '3,100');
    assert.equal(english.say(t`${quantity(0.25)}`), '0.25');
    assert.equal(english.say(signed(1.25)), '+1.3');
    assert.equal(english.say(signed(-0.44)), '−0.4');
    assert.equal(english.say(signed(-0.01)), '0');
    assert.equal(english.say(duration(165)), '2 h 45 min');
  });
});
