import { commandLink, newPageLink } from './links';
import { type ViewName, viewId, viewNames, viewTitles } from './viewIds';
import { context } from './when';

interface ViewSpec {
  readonly icon: string;
  /** The share of the side bar that it takes at first, beside the others. */
  readonly initialSize: number;
  /** When it is there; always where it is absent. */
  readonly when?: string;
}

const containerIcon = 'media/activity-bar.svg';

const specs: Readonly<Record<ViewName, ViewSpec>> = {
  activities: { icon: containerIcon, initialSize: 5 },
  products: { icon: '$(package)', initialSize: 2, when: context.hasBook },
  market: { icon: '$(eye)', initialSize: 3, when: context.hasBook },
  commitments: { icon: '$(arrow-swap)', initialSize: 3, when: context.hasBook },
  agenda: { icon: '$(calendar)', initialSize: 3, when: context.hasBook },
};

/** What a view says while it is empty. A link that is a line of its own becomes a button; there is one in each. */
interface WelcomeSpec {
  readonly view: ViewName;
  readonly when: string;
  readonly lines: readonly string[];
}

const firstSteps =
  'New to this? [Take the first steps](command:workbench.action.openWalkthrough?%5B%22product-status-book.product-status-book%23statusBook.firstSteps%22%2Cfalse%5D).';
const sampleLink = commandLink('sample book', 'openSampleBook');
const openToday = commandLink("Open Today's Log", 'openTodaysLog');

const welcome: readonly WelcomeSpec[] = [
  {
    view: 'products',
    when: emptyIn('products'),
    lines: [
      'No product yet. A page for each product keeps its status, customers, sales and plans together.',
      newPageLink('New Product…', 'product'),
    ],
  },
  {
    view: 'market',
    when: emptyIn('market'),
    lines: [
      'No competitor yet. Write a page for each that your customers also look at; trends and voices of customers come here, too.',
      newPageLink('New Competitor…', 'competitor'),
      `Or begin with a ${newPageLink('voice of a customer', 'voice')} or a ${newPageLink('trend', 'trend')}.`,
    ],
  },
  {
    view: 'commitments',
    when: emptyIn('commitments'),
    lines: [
      "Nobody owes anybody anything yet. Write a promise on any page, for instance in today's log:",
      '- [ ] @sales -> @me: forecast due:2026-12-01',
      openToday,
    ],
  },
  {
    view: 'agenda',
    when: emptyIn('agenda'),
    lines: [
      'Nothing is dated yet. Plans, promises, reviews and shows come here by their days.',
      openToday,
      `Or make a ${commandLink('new page', 'newPage')}, such as a plan.`,
    ],
  },
  {
    view: 'activities',
    when: 'workbenchState == empty',
    lines: [
      'A status book is a folder of Markdown pages: your products, competitors, plans and daily log. A few questions, and yours is begun.',
      commandLink('Initialise a Status Book', 'initialiseBook'),
      `You have a book already? [Open its folder](command:vscode.openFolder). Or look around in a ${sampleLink} first.`,
      firstSteps,
    ],
  },
  {
    view: 'activities',
    when: `workbenchState != empty && statusBook.loaded && !${context.hasBook}`,
    lines: [
      'This folder holds no status book yet. A status book keeps your products, competitors, plans and time in Markdown pages, and watches them for you.',
      commandLink('Initialise a Status Book', 'initialiseBook'),
      `A few questions, then you can log your first hour. Or look around in a ${sampleLink} first, or [open another folder](command:vscode.openFolder).`,
      firstSteps,
    ],
  },
];

function emptyIn(view: ViewName): string {
  return `${context.hasBook} && !${context.filtered(view)}`;
}

/** The manifest’s `viewsContainers`, `views` and `viewsWelcome`. */
export function viewContributions(): Record<'viewsContainers' | 'views' | 'viewsWelcome', object> {
  return {
    viewsContainers: { activitybar: [{ id: 'statusBook', title: 'Status Book', icon: containerIcon }] },
    views: {
      statusBook: viewNames.map((name) => {
        const { icon, when, initialSize } = specs[name];
        return {
          id: viewId(name),
          name: viewTitles[name],
          icon,
          contextualTitle: 'Status Book',
          ...(when === undefined ? {} : { when }),
          initialSize,
        };
      }),
    },
    viewsWelcome: welcome.map(({ view, when, lines }) => ({
      view: viewId(view),
      when,
      contents: lines.join('\n'),
    })),
  };
}
