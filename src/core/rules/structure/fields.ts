import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { escapedText, isVisible } from '../../model/escapedText';
import { dateOf, fieldValue, objectOf, rangeOfField, textsOf } from '../../model/fields';
import { type Question, replaceBy } from '../../model/fix';
import { type FieldNode, isEmptyValue, itemsOf, type ValueNode } from '../../model/frontMatter';
import { ours, type Text, t } from '../../model/message';
import { misspelledName, nearestNames } from '../../model/nearest';
import type { Page } from '../../model/page';
import { dayOfLogFile } from '../../model/pageId';
import type { Range } from '../../model/text';
import { lowerFirst, withArticle } from '../../model/texts';
import type { FieldSpec, ValueKind } from '../../schema/kinds';
import { fieldsOf, isRoot, pageType, specAt, targetTypes, typeName } from '../../schema/schema';
import type { PageRule, Report } from '../rule';
import { expectation, type ValueProblem, valueProblems } from './valueProblems';

/** True for a page whose fields can be held against its type. */
function hasKnownFields(page: Page): boolean {
  return page.isReadable && pageType(page.type) !== undefined;
}

export const fieldMissing: PageRule = {
  id: 'field-missing',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  needs: [],
  summary: 'A field that the page’s type requires is absent or empty.',
  explanation: 'Views, clocks and sums rely on the required fields of each page type.',
  remedy: 'Fill the field in; the quick fix asks for its value.',
  check(page, _context, report) {
    if (!hasKnownFields(page)) return;
    for (const spec of fieldsOf(page.type).values()) {
      const field = page.fields.find(({ name }) => name === spec.name);
      const owner = (): Text => withArticle(typeName(page.type, t`page`), 'A');
      reportMissing(spec, field, page.typeRange, [spec.name], owner, report);
    }
  },
  fixes(finding, page, { book }) {
    const path = JSON.parse(String(finding.data?.field ?? '[]')) as (string | number)[];
    const name = path.at(-1);
    if (name === undefined) return [];
    const spec = specAt(page.type, path);
    const ask = spec && (dayOfLogFile(page, path[0]) ? [] : questionsFor(spec, path, book));
    if (!ask) return [];
    const title = ask.length > 0 ? t`Fill in “${name}”…` : t`Add the field “${name}”`;
    return [{ kind: 'addField', title, field: path, preferred: true, ...(ask.length > 0 ? { ask } : {}) }];
  },
};

/** What only the user can know of a missing field; undefined where there is nothing that could be named. */
function questionsFor(
  spec: FieldSpec,
  path: readonly (string | number)[],
  book: BookIndex,
): Question[] | undefined {
  const inner = spec.value.kind === 'list' ? spec.value.of : spec.value;
  const name = path.filter((step) => typeof step === 'string').join('.');
  if (inner.kind === 'object') {
    const all = inner.fields
      .filter((field) => field.required)
      .map((field) => questionsFor(field, [...path, field.name], book));
    return all.includes(undefined) ? undefined : all.flatMap((questions) => questions ?? []);
  }
  const types = inner.kind === 'reference' ? targetTypes(inner) : 'any';
  if (types !== 'any' && types.every((type) => book.pagesOfType(type).length === 0)) return undefined;
  return [{ name, prompt: ours(spec.description), value: spec.value }];
}

function reportMissing(
  spec: FieldSpec,
  field: FieldNode | undefined,
  place: Range,
  path: (string | number)[],
  owner: () => Text,
  report: (report: Report) => void,
): void {
  if (!field || isEmptyValue(field.value)) {
    if (!spec.required) return;
    const takes = spec.value.kind === 'object' ? undefined : expectation(spec.value);
    report({
      range: field?.nameRange ?? place,
      message: takes
        ? t`${owner()} needs “${spec.name}”: ${lowerFirst(ours(spec.description))} It takes ${takes}.`
        : t`${owner()} needs “${spec.name}”: ${lowerFirst(ours(spec.description))}`,
      data: { field: JSON.stringify(path) },
    });
    return;
  }
  const inner = innerObjects(spec.value, field.value);
  for (const { object, kind, index } of inner) {
    const innerPath = index === undefined ? path : [...path, index];
    const innerPlace = object.fields[0]?.nameRange ?? object.range;
    for (const innerSpec of kind.fields) {
      const innerField = object.fields.find(({ name }) => name === innerSpec.name);
      reportMissing(
        innerSpec,
        innerField,
        index === undefined ? field.nameRange : innerPlace,
        [...innerPath, innerSpec.name],
        () => (index === undefined ? t`“${spec.name}”` : t`Item ${index + 1} of “${spec.name}”`),
        report,
      );
    }
  }
}

interface InnerObject {
  readonly object: Extract<ValueNode, { kind: 'map' }>;
  readonly kind: Extract<ValueKind, { kind: 'object' }>;
  /** The place in a list. */
  readonly index?: number;
}

function innerObjects(kind: ValueKind, node: ValueNode): InnerObject[] {
  if (kind.kind === 'object') return node.kind === 'map' ? [{ object: node, kind }] : [];
  if (kind.kind !== 'list' || kind.of.kind !== 'object') return [];
  const { of } = kind;
  return itemsOf(node).flatMap((item, index) =>
    item.kind === 'map' ? [{ object: item, kind: of, index }] : [],
  );
}

export const fieldInvalid: PageRule = {
  id: 'field-invalid',
  family: 'structure',
  severity: 'error',
  scope: 'page',
  needs: ['today'],
  summary: 'A field holds a value that it cannot take.',
  explanation:
    'Dates are days of the calendar as YYYY-MM-DD, without time. Choices take one of the listed words, numbers keep their range. A date of something that has happened (reviewed, updated, observed, received, lastContact, lastOrder) cannot be later than today. A period cannot end before it starts; the weights of a budget’s months are not negative and not all zero. An id holds no characters that cannot be seen; a department is a name that @ can mention.',
  remedy: 'Write a value as the message says.',
  check(page, { today }, report) {
    if (!hasKnownFields(page)) return;
    const specs = fieldsOf(page.type);
    for (const field of page.fields) {
      const spec = specs.get(field.name);
      if (!spec) continue;
      for (const { range, message, ...more } of valueProblems(field.value, spec.value, today)) {
        report({
          range,
          message: more.meant ? t`“${field.name}” ${message}` : t`“${field.name}” ${message}.`,
          ...dataOf(more),
        });
      }
    }
    checkFileName(page, report);
    checkPeriod(page, report);
    checkWeights(page, report);
  },
  fixes(finding) {
    const { written, meant } = finding.data ?? {};
    if (typeof meant === 'string') return replaceBy(finding.range, meant.split('\n'));
    if (typeof written !== 'string') return [];
    const allowed = String(finding.data?.allowed ?? '').split('\n');
    return replaceBy(finding.range, nearestNames(written, allowed)).map((plan) =>
      plan.edits[0]?.newText === written.trim().toLowerCase() ? { ...plan, safe: true } : plan,
    );
  },
};

function dataOf({
  written,
  allowed = [],
  meant = [],
}: Pick<ValueProblem, 'written' | 'allowed' | 'meant'>): Pick<Report, 'data'> {
  if (meant.length > 0) return { data: { meant: meant.join('\n') } };
  return written === undefined ? {} : { data: { written, allowed: allowed.join('\n') } };
}

/** A file name is the page’s id where it has no field of that name. */
function checkFileName(page: Page, report: (report: Report) => void): void {
  if (page.idRange || isVisible(page.id)) return;
  report({
    range: page.typeRange,
    message: t`The file name holds a character that cannot be seen, so the id “${escapedText(page.id)}” cannot be typed. Rename the file.`,
  });
}

function checkPeriod(page: Page, report: (report: Report) => void): void {
  const specs = fieldsOf(page.type);
  if (!specs.has('start') || !specs.has('end')) return;
  const start = dateOf(page, 'start');
  const end = dateOf(page, 'end');
  if (start === undefined || end === undefined || end >= start) return;
  report({
    range: rangeOfField(page, 'end'),
    message: t`“end” is ${end}, before “start” (${start}). Write the later day as “end”.`,
  });
}

function checkWeights(page: Page, report: (report: Report) => void): void {
  if (page.type !== 'budget') return;
  const sales = objectOf(page, 'sales');
  const weights = textsOf(sales, 'weights').map(Number);
  const node = fieldValue(sales, 'weights');
  if (!node || weights.length === 0 || weights.some(Number.isNaN)) return;
  if (weights.some((weight) => weight < 0)) {
    report({
      range: node.range,
      message: t`“sales” has “weights” below zero; a month’s weight is zero or more.`,
    });
  } else if (weights.every((weight) => weight === 0)) {
    report({
      range: node.range,
      message: t`“sales” has “weights” that are all zero; give at least one month a weight.`,
    });
  }
}

/** @param ruleIds the ids of all rules: what the names below `rules` in `book.md` may be */
export function fieldMisspelled(ruleIds: () => readonly string[]): PageRule {
  return {
    id: 'field-misspelled',
    family: 'structure',
    severity: 'information',
    scope: 'page',
    needs: ['today'],
    summary: 'A field looks like a misspelling of a known one.',
    explanation:
      'Fields that the page’s type does not know are yours and left alone. One that differs from a known field by a slip of the finger is most likely meant to be that field, and is not read as long as it is misspelled.',
    remedy:
      'Correct the name with the quick fix, or choose a clearly different name for a field of your own.',
    check(page, { today }, report) {
      if (!hasKnownFields(page)) return;
      reportMisspelled(page.fields, [...fieldsOf(page.type).values()], ['type'], today, report);
      if (isRoot(page.type)) reportMisspelledRules(page, ruleIds(), report);
    },
    fixes(finding) {
      const meant = String(finding.data?.meant ?? '');
      if (meant === '') return [];
      const title = t`Rename to “${meant}”`;
      return [
        { kind: 'renameField', title, range: finding.range, newName: meant, preferred: true, safe: true },
      ];
    },
  };
}

function reportMisspelledRules(
  page: Page,
  ruleIds: readonly string[],
  report: (report: Report) => void,
): void {
  const fields = objectOf(page, 'rules')?.fields ?? [];
  const present = new Set(fields.map(({ name }) => name));
  for (const { name, nameRange } of fields) {
    const meant = ruleIds.includes(name) ? undefined : misspelledName(name, ruleIds, present);
    if (meant === undefined) continue;
    report({
      range: nameRange,
      message: t`There is no rule “${name}”, so this sets nothing. Did you mean “${meant}”?`,
      data: present.has(meant) ? {} : { meant },
    });
  }
}

function reportMisspelled(
  fields: readonly FieldNode[],
  specs: readonly FieldSpec[],
  alsoKnown: readonly string[],
  today: CalendarDate,
  report: (report: Report) => void,
): void {
  const known = new Map(specs.map((spec) => [spec.name, spec]));
  const names = [...known.keys(), ...alsoKnown];
  const present = new Set(fields.map(({ name }) => name));
  for (const field of fields) {
    const spec = known.get(field.name);
    if (spec) {
      for (const { object, kind } of innerObjects(spec.value, field.value)) {
        reportMisspelled(object.fields, kind.fields, [], today, report);
      }
    } else if (!alsoKnown.includes(field.name)) {
      const meant = misspelledName(field.name, names, present);
      if (meant === undefined) continue;
      report({
        range: field.nameRange,
        message: t`“${field.name}” looks like “${meant}” misspelled, and is not read. Rename it if that is meant.`,
        // Under its right name a wrong value would be an error where there was none.
        data: !present.has(meant) && holdsAs(known.get(meant), field, today) ? { meant } : {},
      });
    }
  }
}

function holdsAs(spec: FieldSpec | undefined, field: FieldNode, today: CalendarDate): boolean {
  return spec !== undefined && valueProblems(field.value, spec.value, today).length === 0;
}
