import type { CommandName } from './commands';
import { commandLink, newPageLink } from './links';
import { context } from './when';

interface StepSpec {
  /** The name of its picture, and of the step. */
  readonly picture: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** What its picture shows. */
  readonly altText: string;
  /** What the user does in it: any of these completes it. */
  readonly commands: readonly CommandName[];
  readonly completedBy?: string;
}

const steps: readonly StepSpec[] = [
  {
    picture: 'book',
    title: 'Make a book, or open one',
    lines: [
      'A status book is a folder of Markdown pages. A few questions, and yours is ready. Or look around in a sample first: a maker of water purifiers, with honest problems in it.',
      commandLink('Initialise a Status Book', 'initialiseBook'),
      commandLink('Open Sample Book', 'openSampleBook'),
      'You have a book already? [Open its folder](command:vscode.openFolder).',
    ],
    altText: 'A folder of pages: the book itself, products, competitors, plans and the daily log.',
    completedBy: `onContext:${context.hasBook}`,
    commands: ['initialiseBook', 'openSampleBook'],
  },
  {
    picture: 'log',
    title: 'Log your first hour',
    lines: [
      'Pick an activity, say how long. A line a day is enough: from 40 logged hours on, the book tells whether daily work leaves time for next year.',
      commandLink('Log Time', 'logTime'),
      commandLink("Open Today's Log", 'openTodaysLog'),
    ],
    altText: 'A log page with three time entries, and a bar for each horizon with its target band.',
    commands: ['logTime', 'openTodaysLog'],
  },
  {
    picture: 'competitor',
    title: 'Write down a competitor',
    lines: [
      'Who worries you most? Give a name and a threat. The book reminds you when it is time to look again: every 30 days for a high threat.',
      newPageLink('New Competitor', 'competitor'),
    ],
    altText: 'A competitor’s page, and a note that its review is overdue.',
    commands: ['newPage'],
  },
  {
    picture: 'attention',
    title: 'See what needs attention',
    lines: [
      'Overdue promises, customers who wait, budgets off their pace: each with its number and the next step. Ctrl+. (Cmd+. on a Mac) mends many of them at once.',
      '[Show Problems](command:workbench.actions.view.problems)',
      '[Show the Views](command:workbench.view.extension.statusBook)',
    ],
    altText: 'A list of three findings; the light bulb offers to mark a page as reviewed today.',
    completedBy: 'onView:workbench.panel.markers.view',
    commands: ['checkBook'],
  },
  {
    picture: 'review',
    title: 'End the week with a review',
    lines: [
      'The dashboard shows the business at a glance. On Friday the weekly review writes itself – hours, promises, waiting customers – and leaves your own words alone.',
      commandLink('Open Dashboard', 'openDashboard'),
      commandLink('Write Weekly Review', 'writeReview'),
    ],
    altText: 'A dashboard with a time balance, a sales curve and the week’s review.',
    commands: ['openDashboard', 'writeReview'],
  },
];

/** The manifest’s `walkthroughs`. */
export function walkthroughs(): object[] {
  const id = 'statusBook.firstSteps';
  return [
    {
      id,
      title: 'First Steps with a Status Book',
      description: 'From nothing to a first review in ten minutes.',
      icon: 'media/icon.png',
      steps: steps.map(({ picture, title, lines, altText, commands, completedBy }) => ({
        id: `${id}.${picture}`,
        title,
        description: lines.join('\n'),
        media: { svg: `media/walkthrough/${picture}.svg`, altText },
        completionEvents: [
          ...(completedBy === undefined ? [] : [completedBy]),
          ...commands.map((command) => `onCommand:statusBook.${command}`),
        ],
      })),
    },
  ];
}
