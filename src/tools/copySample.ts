import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { sampleDay } from '../core/edit/sampleBook';
import { shiftDates, wholeWeeks } from '../core/edit/shiftDates';
import { type CalendarDate, isCalendarDate } from '../core/model/calendarDate';

/**
 * Copies a sample book with its dates moved by whole weeks, so that the day it is written for falls on the Monday of
 * the week of `today`. Names of Markdown files move with their dates; files of other kinds are copied as they are.
 *
 * @throws the file system's error, or an Error when the target lies in the source
 */
async function copySample(source: string, target: string, today: CalendarDate): Promise<void> {
  const fromSource = relative(source, target);
  if (!/^\.\.(?:[\\/]|$)/.test(fromSource) && !isAbsolute(fromSource)) {
    throw new Error('The copy cannot be made inside the sample book itself.');
  }
  const days = wholeWeeks(sampleDay, today);
  const entries = await readdir(source, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(source, file);
    const isPage = path.endsWith('.md');
    const copy = join(target, isPage ? shiftDates(path, days) : path);
    await mkdir(dirname(copy), { recursive: true });
    if (isPage) await writeFile(copy, shiftDates(await readFile(file, 'utf8'), days));
    else await cp(file, copy);
  }
}

async function main([source, target, today, ...others]: readonly string[]): Promise<void> {
  if (source === undefined || target === undefined || today === undefined || others.length > 0) {
    throw new Error('Usage: copySample <sample book> <folder for the copy> <today as YYYY-MM-DD>');
  }
  if (!isCalendarDate(today)) throw new Error(`“${today}” is no day of the calendar such as ${sampleDay}.`);
  await copySample(source, target, today);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
