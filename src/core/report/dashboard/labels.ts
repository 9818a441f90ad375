import { horizonTitle } from '../../analysis/balanceWords';
import { t } from '../../model/message';

/** What the page puts in itself: it fills these places of a label in their order, whatever order a language has them in. */
const [first, second, third] = ['{0}', '{1}', '{2}'] as const;

/** The texts of the dashboard that are the same for every book. */
export const dashboardLabels = {
  title: t`Status Book Dashboard`,
  loading: t`Reading the book…`,
  noBook: t`There is no status book in this workspace any more.`,
  failed: t`This could not be shown. Please report this.`,
  book: t`Book`,
  open: t`Open ${first}`,
  showTable: t`Show as table`,
  announcement: t`${first} ${second}.`,
  states: {
    good: t`Good:`,
    attention: t`Needs attention:`,
    alarm: t`Alarm:`,
    unknown: t`Not known:`,
  },
  headlines: { title: t`At a glance` },
  balance: { title: t`Time balance`, band: t`band ${first}` },
  dates: { title: t`Due and coming up` },
  competitors: { title: t`Freshness of competitors` },
  budgets: {
    title: t`Sales and budgets`,
    showTable: t`Show all budgets as table`,
    keySold: t`sold`,
    keyForecast: t`forecast at this pace`,
    keyPlanned: t`planned`,
    sold: t`Sold: ${first} ${second}`,
    forecast: t`Forecast: ${first} ${second}`,
    planned: t`Planned: ${first} ${second}`,
  },
  time: {
    title: t`Where the time went`,
    horizons: { daily: horizonTitle('daily'), short: horizonTitle('short'), long: horizonTitle('long') },
  },
  trust: {
    title: t`Promises kept`,
    caption: t`Share of the promises of the last 90 days that were kept on the first promised day`,
    department: t`Department`,
    toMe: t`They to you`,
    fromMe: t`You to them`,
    noneDue: t`none due`,
  },
  customers: {
    title: t`Customers`,
    backlog: t`Backlog`,
    backlogNote: t`Severity × unhappiness, more when the reply is late`,
    points: t`${first} points`,
    sentiment: t`Sentiment`,
    sentimentNote: t`Mean of the month’s voices, -2 to 2`,
    mean: t`mean ${first}`,
    heaviest: t`Heaviest`,
  },
  predictions: {
    title: t`Predictions of competitors’ moves`,
    note: t`Above the line we were too careful, below it too sure.`,
    said: t`how likely we said`,
    happened: t`how often it happened`,
    point: t`Said ${first}, happened ${second} of ${third}`,
  },
  coverage: {
    title: t`Coverage`,
    lead: t`Where we sell: which pages are there, and which are missing?`,
    missing: t`missing`,
    notOffered: t`not offered`,
    notOfferedHint: t`Not offered`,
  },
  /** The round numbers of an axis. */
  numbers: { millions: t`${first} M`, thousands: t`${first} k`, percent: t`${first} %` },
} as const;
