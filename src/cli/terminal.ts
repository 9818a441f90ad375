import type { Colors } from 'picocolors/types';
import type { CalendarDate } from '../core/model/calendarDate';
import type { Text } from '../core/model/message';

/** What the command runs in. */
export interface World {
  /** Relative folders are meant from here. */
  readonly currentFolder: string;
  /** The root of the checkout that a build server works in. */
  readonly checkout?: string | undefined;
  readonly today: CalendarDate;
  /** Where things may be kept from one run to the next; nowhere where it is undefined. */
  readonly cacheFolder?: string | undefined;
  readonly colors: Colors;
  /** Writes to standard output; the text brings its own line ends. */
  out(text: string): void;
  /** Writes one line to standard error; the line is safe to show. */
  warn(line: string): void;
}

/** Everything that a command may know of the world around it, and how it speaks to people and build servers. */
export interface Terminal extends Omit<World, 'warn'> {
  /** Writes lines to standard output; nothing in them steers the terminal or a build server. */
  print(lines: readonly Text[]): void;
  /** Writes one line to standard error; nothing in it steers the terminal or a build server. */
  warn(line: Text): void;
  /** Writes a command of ours for the build server to standard error. */
  command(line: string): void;
}

/** 0: done, and nothing at warning or above; 1: findings at warning or above; 2: could not run. */
export type ExitCode = 0 | 1 | 2;
