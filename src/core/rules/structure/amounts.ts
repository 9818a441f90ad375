import { amountIn, type TwoAmounts, twoAmounts } from '../../model/amountText';
import { type FixPlan, replaceBy } from '../../model/fix';
import { itemsOf, type ScalarNode, type ValueNode } from '../../model/frontMatter';
import { type Text, t } from '../../model/message';
import type { ValueKind } from '../../schema/kinds';
import { fieldsOf, pageType } from '../../schema/schema';
import type { PageRule } from '../rule';

export const amountAmbiguous: PageRule = {
  id: 'amount-ambiguous',
  family: 'structure',
  severity: 'warning',
  scope: 'page',
  needs: [],
  ownParts: ['names', 'fields'],
  summary: 'An amount of money can be read in two ways.',
  explanation:
    'Where a point parts the thousands, 12.000 is twelve thousand; front matter reads it as 12. An amount with exactly three digits behind one point is therefore reported, unless `locale` in book.md says that a point begins the fraction.',
  remedy: 'Write the amount without a sign between its thousands: 12000, or 12 if that is meant.',
  check(page, { settings: { locale } }, report) {
    if (!page.isReadable || !pageType(page.type)) return;
    const specs = fieldsOf(page.type);
    for (const field of page.fields) {
      const spec = specs.get(field.name);
      if (!spec) continue;
      for (const { node, amounts } of ambiguousIn(field.value, spec.value)) {
        const meant = locale === undefined ? undefined : amountIn(locale, node.text);
        if (meant === amounts.fraction) continue;
        report({
          range: node.range,
          message: t`“${field.name}” is ${node.text}, which is read as ${amounts.fraction}. ${question(meant, amounts, locale)}`,
          data: { meant: meant ?? [amounts.grouped, amounts.fraction].join('\n') },
        });
      }
    }
  },
  fixes({ range, data }): FixPlan[] {
    const meant = typeof data?.meant === 'string' ? data.meant.split('\n') : [];
    // Which of two is meant only the user knows.
    return replaceBy(range, meant).map(({ preferred, ...plan }) =>
      preferred && meant.length === 1 ? { ...plan, preferred } : plan,
    );
  },
};

/**
 * Why a text cannot be taken as an amount without asking; undefined where it can.
 *
 * @param locale how the book writes numbers, if it says so
 */
export function amountProblem(kind: ValueKind, text: string, locale: string | undefined): Text | undefined {
  if (kind.kind !== 'number' || kind.unit !== 'money') return undefined;
  const amounts = twoAmounts(text);
  if (!amounts) return undefined;
  const meant = locale === undefined ? undefined : amountIn(locale, text);
  if (meant === amounts.fraction && text.includes('.')) return undefined;
  return t`“${text.trim()}” can be ${amounts.grouped} or ${amounts.fraction}. Write ${meant ?? t`the one that you mean`}.`;
}

function question(meant: string | undefined, amounts: TwoAmounts, locale: string | undefined): Text {
  if (meant !== undefined && locale !== undefined)
    return t`In this book (locale ${locale}) that is ${meant}; write it so.`;
  return t`Write ${amounts.grouped} or ${amounts.fraction}, or set “locale” in book.md.`;
}

interface AmbiguousAmount {
  readonly node: ScalarNode;
  readonly amounts: TwoAmounts;
}

/** The amounts of a value that are read as a number and can be two. */
function ambiguousIn(node: ValueNode, kind: ValueKind): AmbiguousAmount[] {
  switch (kind.kind) {
    case 'list':
      return itemsOf(node).flatMap((item) => ambiguousIn(item, kind.of));
    case 'object':
      if (node.kind !== 'map') return [];
      return kind.fields.flatMap(({ name, value }) => {
        const field = node.fields.find((inner) => inner.name === name);
        return field ? ambiguousIn(field.value, value) : [];
      });
    case 'number': {
      if (kind.unit !== 'money' || node.kind !== 'scalar' || typeof node.value !== 'number') return [];
      const amounts = twoAmounts(node.text);
      return amounts ? [{ node, amounts }] : [];
    }
    default:
      return [];
  }
}
