import { type ViewName, viewId, viewNames, viewTitles } from './viewIds';
import { context, rowIs, rowIsActivity, rowMatches } from './when';

/** A place in a menu: in a group, at a place in it (`inline` and `navigation` are buttons). */
interface MenuPlace {
  readonly group: string;
  readonly when: string;
}

export interface CommandSpec {
  readonly title: string;
  /** A codicon. */
  readonly icon?: string;
  /** When it can be run, where that is not always with a book; `always` without one, too. */
  readonly enablement?: string;
  /** When the palette lists it, where that is not whenever it can be run. */
  readonly palette?: string;
  /** In the titles of views. */
  readonly inTitles?: readonly MenuPlace[];
  /** On the rows of views. */
  readonly onRows?: readonly MenuPlace[];
  /** In the titles of editors. */
  readonly inEditors?: readonly MenuPlace[];
}

/** In the title of a view, where there is a book or what else is asked for. */
function titleOf(view: ViewName, group: string, when: string = context.hasBook): MenuPlace {
  return { group, when: `view == ${viewId(view)} && ${when}` };
}

function onRows(group: string, when: string): MenuPlace {
  return { group, when };
}

const withBook = (more: string): string => `${context.hasBook} && ${more}`;

/** The commands by name, without those that each view has. */
const ownCommands = {
  initialiseBook: { title: 'Initialise a Status Book', icon: 'book', enablement: 'always' },
  openSampleBook: { title: 'Open Sample Book…', icon: 'library', enablement: 'always' },
  openDashboard: {
    title: 'Open Dashboard',
    icon: 'dashboard',
    inTitles: [titleOf('activities', 'navigation@0')],
  },
  newPage: {
    title: 'New Page…',
    icon: 'new-file',
    inTitles: (['products', 'market', 'activities'] as const).map((view) => titleOf(view, 'navigation@2')),
  },
  openTodaysLog: {
    title: "Open Today's Log",
    icon: 'calendar',
    inTitles: [
      titleOf('commitments', 'navigation@2'),
      titleOf('agenda', 'navigation@2'),
      titleOf('activities', '1_book@0'),
    ],
  },
  logTime: {
    title: 'Log Time…',
    icon: 'watch',
    inTitles: [titleOf('activities', 'navigation@1')],
    onRows: [onRows('inline', rowIsActivity), onRows('1_activity@1', rowIsActivity)],
  },
  startTimer: {
    title: 'Start Timer…',
    icon: 'play',
    inTitles: [titleOf('activities', 'navigation@4', withBook(`!${context.timerRunning}`))],
    onRows: [onRows('inline@2', rowIsActivity), onRows('1_activity@2', rowIsActivity)],
  },
  stopTimer: {
    title: 'Stop Timer',
    icon: 'debug-stop',
    enablement: context.timerOpen,
    inTitles: [titleOf('activities', 'navigation@4', context.timerRunning)],
  },
  switchTimer: {
    title: 'Switch Timer…',
    icon: 'arrow-swap',
    enablement: context.timerRunning,
    inTitles: [titleOf('activities', '1_book@0', context.timerRunning)],
  },
  markAsReviewed: {
    title: 'Mark as Reviewed Today',
    icon: 'check',
    palette: context.isReviewablePage,
    onRows: [onRows('inline', rowIs('reviewable')), onRows('1_page@1', rowIs('reviewable'))],
  },
  writeReview: {
    title: 'Write Weekly Review…',
    icon: 'checklist',
    inTitles: [titleOf('activities', '2_report@1')],
  },
  writeMonthlyReview: { title: 'Write Monthly Review…', icon: 'checklist' },
  writeQuarterlyReview: { title: 'Write Quarterly Review…', icon: 'checklist' },
  openOnePager: {
    title: 'Product One-Pager…',
    icon: 'file-text',
    inTitles: [titleOf('activities', '2_report@2')],
  },
  saveAsHtml: {
    title: 'Save as HTML…',
    icon: 'export',
    inEditors: [{ group: 'navigation@9', when: context.isReport }],
  },
  exportCsv: { title: 'Export as CSV…', icon: 'export', inTitles: [titleOf('activities', '2_report@3')] },
  chooseTimeWindow: {
    title: 'Choose Time Window…',
    icon: 'history',
    inTitles: [titleOf('activities', 'navigation@5')],
  },
  groupProducts: {
    title: 'Group Products By…',
    icon: 'group-by-ref-type',
    inTitles: [titleOf('products', 'navigation@1')],
  },
  'row.open': { title: 'Open', palette: 'false', onRows: [onRows('0_open@1', rowIs('openable'))] },
  'row.openToSide': {
    title: 'Open to the Side',
    icon: 'split-horizontal',
    palette: 'false',
    onRows: [
      onRows('inline@9', rowMatches('^(page|item|commitment)\\b')),
      onRows('0_open@2', rowIs('openable')),
    ],
  },
  'row.copyLink': {
    title: 'Copy Link',
    icon: 'link',
    palette: 'false',
    onRows: [onRows('9_copy@1', rowIs('openable'))],
  },
  'row.newPage': {
    title: 'New Page of This Type…',
    icon: 'new-file',
    palette: 'false',
    onRows: [onRows('2_new@1', rowIs('extendable'))],
  },
  'row.logTime': {
    title: 'Log Time on It…',
    icon: 'watch',
    palette: 'false',
    onRows: [onRows('1_page@2', rowIs('loggable'))],
  },
  'commitment.keep': {
    title: 'It Was Kept Today',
    icon: 'check',
    palette: 'false',
    onRows: [onRows('inline@1', rowIs('unboxed')), onRows('1_commitment@1', rowIs('owed'))],
  },
  'commitment.toggle': { title: 'Tick or Open Again', palette: 'false' },
  'commitment.redate': {
    title: 'Agree on a New Day…',
    icon: 'calendar',
    palette: 'false',
    onRows: [onRows('inline@2', rowIs('owed')), onRows('1_commitment@2', rowIs('owed'))],
  },
  'commitment.drop': {
    title: 'Drop It, Struck Through',
    icon: 'close',
    palette: 'false',
    onRows: [onRows('1_commitment@3', rowIs('owed'))],
  },
  checkBook: { title: 'Check Book', icon: 'checklist', inTitles: [titleOf('activities', '1_book@1')] },
  rescan: { title: 'Rescan Files', icon: 'refresh', inTitles: [titleOf('activities', '1_book@2')] },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof ownCommands;

/** Every view can be narrowed down to what holds a text. */
function filterCommands(view: ViewName): readonly (readonly [string, CommandSpec])[] {
  const filtered = context.filtered(view);
  // The busiest title has its room for other buttons.
  const group = view === 'activities' ? '3_view@1' : 'navigation@6';
  return [
    [
      `${view}.filter`,
      {
        title: `Filter ${viewTitles[view]}…`,
        icon: 'filter',
        inTitles: [titleOf(view, group, withBook(`!${filtered}`))],
      },
    ],
    [
      `${view}.clearFilter`,
      {
        title: `Clear Filter of ${viewTitles[view]}`,
        icon: 'filter-filled',
        palette: filtered,
        inTitles: [titleOf(view, 'navigation@6', withBook(filtered))],
      },
    ],
  ];
}

const commands: readonly (readonly [string, CommandSpec])[] = [
  ...Object.entries(ownCommands),
  ...viewNames.flatMap(filterCommands),
];

/** The manifest’s `commands` and `menus`. */
export function commandContributions(): Record<'commands' | 'menus', object> {
  const menu = (placesOf: (spec: CommandSpec) => readonly MenuPlace[] | undefined): object[] =>
    commands.flatMap(([name, spec]) =>
      (placesOf(spec) ?? []).map(({ group, when }) => ({ command: commandId(name), when, group })),
    );
  return {
    commands: commands.map(([name, { title, icon, enablement = context.hasBook }]) => ({
      command: commandId(name),
      title,
      category: 'Status Book',
      ...(icon === undefined ? {} : { icon: `$(${icon})` }),
      ...(enablement === 'always' ? {} : { enablement }),
    })),
    menus: {
      commandPalette: commands.flatMap(([name, { palette }]) =>
        palette === undefined ? [] : [{ command: commandId(name), when: palette }],
      ),
      'editor/title': menu(({ inEditors }) => inEditors),
      'view/title': menu(({ inTitles }) => inTitles),
      'view/item/context': menu((spec) => spec.onRows),
    },
  };
}

function commandId(name: string): string {
  return `statusBook.${name}`;
}
