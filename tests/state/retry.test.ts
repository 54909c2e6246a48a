import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let page: { window: EventTarget; document: EventTarget & { hidden: boolean } };
let retry: typeof import('../../src/state/retry.ts');

beforeEach(async () => {
  page = { window: new EventTarget(), document: Object.assign(new EventTarget(), { hidden: false }) };
  vi.stubGlobal('window', page.window);
  vi.stubGlobal('document', page.document);
  vi.resetModules();
  retry = await import('../../src/state/retry.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a download that failed', () => {
  it.each([
    ['the network is back', new Event('online')],
    ['the page comes back whole', Object.assign(new Event('pageshow'), { persisted: true })],
  ])('is tried again once when %s', (_when, event) => {
    const again = vi.fn();
    retry.retryLater(again);
    expect(again).not.toHaveBeenCalled();
    page.window.dispatchEvent(event);
    page.window.dispatchEvent(event);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('is not tried again because its page has loaded', () => {
    const again = vi.fn();
    retry.retryLater(again);
    page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(again).not.toHaveBeenCalled();
  });

  it('is tried again when the page is shown, not when it is hidden', () => {
    const again = vi.fn();
    retry.retryLater(again);
    page.document.hidden = true;
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(again).not.toHaveBeenCalled();
    page.document.hidden = false;
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('that fails again at once waits for the next chance', () => {
    const again = vi.fn(() => {
      retry.retryLater(again);
    });
    retry.retryLater(again);
    retry.retryNow();
    expect(again).toHaveBeenCalledTimes(1);
    retry.retryNow();
    expect(again).toHaveBeenCalledTimes(2);
  });

  it('is not tried again once it is stopped', () => {
    const again = vi.fn();
    retry.retryLater(again)();
    retry.retryNow();
    expect(again).not.toHaveBeenCalled();
  });
});
