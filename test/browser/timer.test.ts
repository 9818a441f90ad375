import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Locator, Page } from 'playwright-core';
import {
  answerQuickInput,
  eventually,
  openFile,
  quickPickRow,
  readEditor,
  readStatusBar,
  runCommand,
  screenshot,
  useWorkbench,
} from './support';

const todaysLog = join('log', '2026-11-23.md');

function timerIn(items: readonly string[]): string {
  return items.find((item) => item.startsWith('Timer:')) ?? '';
}

function timerItem(page: Page): Locator {
  return page.locator('.statusbar-item').filter({ has: page.locator('[aria-label^="Timer:"]') });
}

/** Waits until the status bar shows a timer as wanted; empty for none. */
function untilTimer(page: Page, isWanted: (text: string) => boolean): Promise<string[]> {
  return eventually(
    () => readStatusBar(page),
    (items) => isWanted(timerIn(items)) && items.some((item) => item.startsWith('Time balance')),
  );
}

/** Ends the timer of the sample book, as another program would: on disk. */
async function stopOnDisk(folder: string): Promise<void> {
  const path = join(folder, todaysLog);
  await writeFile(path, (await readFile(path, 'utf8')).replace('11:15-?', '11:15-12:00'));
}

describe('The timer in the workbench', () => {
  const workbench = useWorkbench();

  it('shows what runs, and on a click what can be done', async () => {
    const { page } = workbench();
    await untilTimer(page, (text) => /^Timer: competitor-response, running for \d+:\d\d$/.test(text));
    await timerItem(page).click();
    await quickPickRow(page, 'Stop').waitFor();
    await quickPickRow(page, 'Switch to another activity…').waitFor();
    await screenshot(page, 'timer-actions');
    await quickPickRow(page, 'Show it in the log').click();
    await page.locator('.tab.active[data-resource-name="2026-11-23.md"]').waitFor();
  });

  it('starts with two questions, and stands in the log of the day', async () => {
    const { page, folder } = workbench();
    await untilTimer(page, (text) => text !== '');
    await stopOnDisk(folder);
    await untilTimer(page, (text) => text === '');
    await openFile(page, 'log/2026-11-23.md');
    await runCommand(page, 'Status Book: Start Timer…');
    await quickPickRow(page, 'Liaison').click();
    await page.getByText('Start timer (2/2)').waitFor();
    await answerQuickInput(page, 'call with @rnd');
    await untilTimer(page, (text) => /^Timer: liaison, running for 0:0\d$/.test(text));
    const lines = await eventually(
      () => readEditor(page),
      (shown) => shown.some((line) => /^- \d+:\d\d-\? liaison: call with @rnd/.test(line)),
    );
    assert.include(lines.join('\n'), '11:15-12:00 competitor-response');
    await screenshot(page, 'timer-running');
  });

  it('is stopped with its time rounded, where the setting asks for that', async () => {
    const { page, folder } = workbench();
    await untilTimer(page, (text) => text !== '');
    await stopOnDisk(folder);
    await mkdir(join(folder, '.vscode'), { recursive: true });
    await writeFile(join(folder, '.vscode', 'settings.json'), '{ "statusBook.timer.rounding": "15" }');
    await untilTimer(page, (text) => text === '');
    await openFile(page, 'log/2026-11-23.md');
    await runCommand(page, 'Status Book: Start Timer…');
    await page.getByText('Start timer (1/2)').waitFor();
    await answerQuickInput(page, 'Exploration');
    await page.getByText('Start timer (2/2)').waitFor();
    await answerQuickInput(page, '');
    await untilTimer(page, (text) => text.startsWith('Timer: exploration'));
    await runCommand(page, 'Status Book: Stop Timer');
    await page.getByText('Rounded to 15 minutes').click();
    await untilTimer(page, (text) => text === '');
    const lines = await readEditor(page);
    const entry = lines.map((line) => /^- (\d+):(\d\d)-(\d+):(\d\d)>? exploration/.exec(line)).find(Boolean);
    assert.exists(entry, lines.join('\n'));
    const [startHour, startMinute, endHour, endMinute] = (entry ?? []).slice(1).map(Number);
    const minutes = (Number(endHour) - Number(startHour)) * 60 + Number(endMinute) - Number(startMinute);
    assert.equal((minutes + 24 * 60) % (24 * 60), 15);
  });
});
