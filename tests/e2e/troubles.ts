import type { Page } from 'playwright-core';

/**
 * Which texts of a page are cut, leave the window or lie over another one, one line for each; inside of the element `host`'s shadow root if
 * there is one. Names over the picture are left out: they make room for each other as it moves; and so is the name of a folded caption,
 * of which a small picture shows only a mark.
 */
export const troubles = (page: Page, host?: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const root = (selector && document.querySelector(selector)?.shadowRoot) || document.body;
    const OVER =
      '.caption-account, .labels, .campus-labels, .chip-labels, .hidden, .spoken, [hidden], select, script, style';
    const texts: { text: string; box: DOMRect }[] = [];
    const found: string[] = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const text = node.nodeValue!.trim();
      const parent = node.parentElement;
      if (
        !text ||
        !parent ||
        parent.closest(OVER) ||
        !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width < 1 || box.height < 1) continue;
      // What scrolls out of sight in its own box is not lost.
      let around: Element | null = parent;
      let scrolls = false;
      for (; around && !scrolls; around = around.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(around);
        if (display === 'inline') continue;
        const holder = around.getBoundingClientRect();
        const isCut = (out: number) => out > 1.5;
        if (overflowX !== 'visible' && (isCut(holder.left - box.left) || isCut(box.right - holder.right)))
          found.push(`cut: ${text}`);
        else if (/hidden|clip/.test(overflowY) && isCut(box.bottom - holder.bottom))
          found.push(`clipped: ${text}`);
        scrolls = /auto|scroll/.test(overflowY) && around.scrollHeight > around.clientHeight + 1;
      }
      if (scrolls) continue;
      if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1)
        found.push(`outside: ${text}`);
      texts.push({ text, box });
    }
    for (const [index, { text, box }] of texts.entries())
      for (const other of texts.slice(index + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Lines are higher than their letters.
        if (wide > 2 && high > Math.min(box.height, other.box.height) * 0.4)
          found.push(`over: ${text} / ${other.text}`);
      }
    return found;
  }, host);
