import { textOf } from '../../model/fields';
import { t } from '../../model/message';
import { choiceFact } from '../facts';
import { date, money, object, oneOf, optional, pastDate, required, text } from '../kinds';
import type { PageTypeSpec } from '../pageType';

/** The tier of a partner that tells none. */
const regular = 'B';

export const partner: PageTypeSpec = {
  id: 'partner',
  order: 40,
  title: 'Partner',
  plural: 'Partners',
  description: 'A sales team, dealer, distributor or agency.',
  titleHint: 'Name of the partner',
  folder: 'partners',
  activity: 'sales-motivation',
  icon: 'organization',
  facts: (page) => [choiceFact(page, 'kind'), t`tier ${textOf(page, 'tier') ?? regular}`],
  clock: {
    since: 'contact',
    cadence: {
      days: { A: 30, B: 60, C: 90 },
      by: 'tier',
      otherwise: regular,
      description: 'How often you are in contact with partners',
      pagesWith: (tier) => `a partner of tier ${tier}`,
    },
    verb: 'Last contact',
    due: 'contact due',
    order: 60,
  },
  dates: [{ kind: 'incentive', within: 'incentive', field: 'ends', about: 'goal', ahead: true }],
  fields: [
    required(
      'kind',
      oneOf({
        'sales-team': 'a sales team of our own',
        dealer: 'sells to customers',
        distributor: 'sells to dealers',
        agency: 'works for our promotion',
      }),
      'What sort of partner it is.',
    ),
    optional(
      'tier',
      oneOf({ A: 'key partner', B: 'regular partner', C: 'occasional partner' }),
      'How important the partner is; B where left out.',
    ),
    optional('lastContact', pastDate, 'The last contact that no log page mentions.'),
    optional('lastOrder', pastDate, 'The day of the last order.'),
    optional(
      'incentive',
      object(
        optional('goal', text, 'What the partner is to reach.'),
        optional('rules', text, 'By which rules it is rewarded.'),
        optional('ends', date, 'The last day that counts.'),
        optional('budget', money, 'What it may cost.'),
      ),
      'The incentive that runs with this partner.',
    ),
  ],
  sections: [],
  opening: 'Who they are, what they sell of ours, what moves them.',
};
