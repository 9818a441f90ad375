import { assert } from 'chai';
import { newPageQuestion } from '../../../src/core/edit/newPageQuestions';
import type { Answers, Question } from '../../../src/core/model/fix';
import type { FieldSpec } from '../../../src/core/schema/kinds';
import { fieldsOf, pageTypes } from '../../../src/core/schema/schema';
import { answerProblem } from '../../../src/extension/commands/valueText';
import { english } from '../support/english';

const today = '2026-11-23';

function question(type: string, path: string, answers: Answers = {}): Question {
  const [first = '', inner] = path.split('.');
  const outer = fieldsOf(type).get(first) as FieldSpec;
  const kind = outer.value.kind === 'list' ? outer.value.of : outer.value;
  const spec =
    inner === undefined
      ? outer
      : kind.kind === 'object'
        ? kind.fields.find(({ name }) => name === inner)
        : undefined;
  return newPageQuestion(path, spec as FieldSpec, today, answers);
}

function offered(type: string, path: string, answers?: Answers): string[] {
  return (question(type, path, answers).choices ?? []).map(({ value }) => value);
}

describe('The questions of a new page', () => {
  it('offer the last day of the year as the end of a budget', () => {
    assert.equal(offered('budget', 'end', { start: '2027-01-01' })[0], '2027-12-31');
    assert.deepEqual(offered('budget', 'end', { start: '2027-04-01' }), ['2027-12-31', '2028-03-31']);
  });

  it('offer the first day of a year as the start of a budget', () => {
    assert.deepEqual(offered('budget', 'start').slice(0, 2), ['2027-01-01', '2026-01-01']);
  });

  it('take no end before the start', () => {
    for (const type of ['budget', 'promotion', 'trade-show']) {
      const end = question(type, 'end', { start: '2027-03-01' });
      assert.isNotEmpty(end.choices);
      for (const { value } of end.choices ?? []) assert.isUndefined(answerProblem(end, value, today));
      assert.include(english.say(answerProblem(end, '2027-02-28', today) ?? ''), '2027-03-01 or later');
    }
  });

  it('take no day to hand in a plan after its year has begun', () => {
    const submitBy = question('marketing-plan', 'submitBy', { year: '2027' });
    for (const { value } of submitBy.choices ?? []) assert.isUndefined(answerProblem(submitBy, value, today));
    assert.include(english.say(answerProblem(submitBy, '2027-01-01', today) ?? ''), '2026-12-31 or earlier');
  });

  it('offer days to hand in a plan that are to come, in the year before', () => {
    assert.isTrue(
      offered('marketing-plan', 'submitBy', { year: '2027' }).every((day) => day >= today && day < '2027'),
    );
    assert.equal(offered('marketing-plan', 'objectives.by', { year: '2028' })[0], '2028-12-31');
  });

  it('offer days gone by for what has happened, and never a later one', () => {
    assert.deepEqual(offered('voice', 'received'), ['2026-11-23', '2026-11-22', '2026-11-16']);
  });

  it('ask for a sentiment in words, and take none for granted', () => {
    const { choices = [], suggestion } = question('voice', 'sentiment');
    assert.deepEqual(
      choices.map(({ label, value }) => `${value} ${english.say(label)}`),
      ['-2 Angry', '-1 Disappointed', '0 Neither pleased nor displeased', '1 Pleased', '2 Delighted'],
    );
    assert.isUndefined(suggestion);
  });

  it('never stand in an input box with a value that Enter would take', () => {
    for (const { id } of pageTypes) {
      for (const spec of fieldsOf(id).values()) {
        assert.isUndefined(newPageQuestion(spec.name, spec, today, {}).suggestion);
      }
    }
  });

  it('offer each day once, and always another one', () => {
    for (const { id } of pageTypes) {
      for (const spec of fieldsOf(id).values()) {
        if (spec.value.kind !== 'date') continue;
        const { choices = [], otherChoice } = newPageQuestion(spec.name, spec, today, {});
        assert.isNotEmpty(choices);
        assert.equal(new Set(choices.map(({ value }) => value)).size, choices.length);
        assert.isNotEmpty(english.say(otherChoice ?? ''));
      }
    }
  });
});
