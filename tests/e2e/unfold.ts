import type { Page } from 'playwright-core';

async function pressAll(page: Page, isOpen: boolean): Promise<void> {
  const buttons = page.locator(`.fold[aria-expanded=${isOpen}]`);
  while ((await buttons.count()) > 0) await buttons.first().click();
}

/** Opens every folded panel of the explorer. */
export const unfold = (page: Page): Promise<void> => pressAll(page, false);

/** Folds every panel of the explorer that can be folded. */
export const fold = (page: Page): Promise<void> => pressAll(page, true);
