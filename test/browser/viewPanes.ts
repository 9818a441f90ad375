// The views of the Status Book container: which of them are open.
import type { Locator, Page } from 'playwright-core';
import { openViewContainer } from './actions';

const views = ['Activities', 'Products', 'Market', 'Commitments', 'Agenda'];

/** Opens one view and folds the others, so that all of its rows are in sight. */
export async function showOnly(page: Page, view: string): Promise<void> {
  await openViewContainer(page, 'Status Book');
  for (const name of views) {
    const header = pane(page, name).locator('.pane-header');
    await header.waitFor();
    const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
    if (isOpen !== (name === view)) await header.locator('.title').click();
  }
  await page.mouse.move(700, 2);
}

/** A view with its header, by its title. */
export function pane(page: Page, view: string): Locator {
  return page
    .locator('.pane')
    .filter({ has: page.locator('.pane-header .title').getByText(view, { exact: true }) });
}
