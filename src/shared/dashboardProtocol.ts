/**
 * The messages between the extension (host) and the dashboard (webview). The shape of what is shown is the core's; only
 * its types are taken from there, so that the webview holds none of the core's code.
 */
import type { DashboardModel, PagePlace } from './shownDashboard';

export type * from './shownDashboard';

/** Raised when messages change: a webview that was kept from an older version is then not understood, nor fed. */
export const protocolVersion = 1;

/** A book to choose from. */
export interface BookName {
  /** Names the book in messages. */
  readonly root: string;
  readonly title: string;
}

/** What the host tells. */
export type HostMessage =
  | {
      readonly version: typeof protocolVersion;
      readonly type: 'update';
      readonly book: BookName;
      readonly books: readonly BookName[];
      /** `Monday, 23 November 2026` */
      readonly day: string;
      /** The sections that are not as the webview has them; all of them in the answer to `ready`. */
      readonly sections: Partial<DashboardModel>;
    }
  | {
      readonly version: typeof protocolVersion;
      /** There is no book any more. */
      readonly type: 'no-book';
    };

/** Commands that the dashboard may ask for. */
export const dashboardCommands = ['statusBook.newPage', 'statusBook.logTime'] as const;
export type DashboardCommand = (typeof dashboardCommands)[number];

/** What the webview asks for. */
export type WebviewMessage =
  | { readonly version: number; readonly type: 'ready'; readonly book?: string }
  | { readonly version: number; readonly type: 'choose'; readonly book: string }
  | { readonly version: number; readonly type: 'open'; readonly place: PagePlace; readonly beside: boolean }
  | {
      readonly version: number;
      readonly type: 'run';
      readonly command: DashboardCommand;
      /** The page type of a new page. */
      readonly pageType?: string;
    };

/** What the webview keeps for the next time it is shown, and VS Code over a restart. */
export interface DashboardState {
  readonly version: number;
  readonly book?: string;
  /** Ids of the tables that are open. */
  readonly open: readonly string[];
  /** Pixels from the top. */
  readonly scroll: number;
}

/** A message from the webview, if it is one: whatever comes from there is looked at before it is believed. */
export function readWebviewMessage(message: unknown): WebviewMessage | undefined {
  if (!isObject(message) || message.version !== protocolVersion) return undefined;
  const { type, book, place, beside, command, pageType } = message;
  const version = protocolVersion;
  if (type === 'ready') return { version, type, ...(typeof book === 'string' ? { book } : {}) };
  if (type === 'choose') return typeof book === 'string' ? { version, type, book } : undefined;
  if (type === 'open') {
    const read = readPlace(place);
    return read && { version, type, place: read, beside: beside === true };
  }
  const allowed = dashboardCommands.find((candidate) => candidate === command);
  if (type !== 'run' || !allowed) return undefined;
  return { version, type, command: allowed, ...(typeof pageType === 'string' ? { pageType } : {}) };
}

/** The state that was kept; an empty one where it is none of this version. */
export function readDashboardState(state: unknown): DashboardState {
  const empty = { version: protocolVersion, open: [], scroll: 0 };
  if (!isObject(state) || state.version !== protocolVersion) return empty;
  const { book, open, scroll } = state;
  return {
    version: protocolVersion,
    ...(typeof book === 'string' ? { book } : {}),
    open: Array.isArray(open) ? open.filter((id) => typeof id === 'string') : [],
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) ? Math.max(0, scroll) : 0,
  };
}

function readPlace(place: unknown): PagePlace | undefined {
  if (!isObject(place) || typeof place.path !== 'string') return undefined;
  const { path, line } = place;
  const isLine = typeof line === 'number' && Number.isInteger(line) && line >= 0;
  return isLine ? { path, line } : { path };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
