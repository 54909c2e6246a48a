import type { Page } from 'playwright-core';

/** Opens every folded panel of the explorer. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator('.fold[aria-expanded=false]');
  while ((await folded.count()) > 0) await folded.first().click();
}
