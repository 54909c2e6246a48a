/** What a page of an exhibit leaves to the one that replaces it; kept with the window's history, which needs no storage. */
export interface LeftPage {
  /** How often the page has been loaded anew since all was well. */
  reloads: number;
  /** Whether it was replaced because of a fault. */
  isRecovering: boolean;
  /** Whether the fault of the address has been provoked. */
  isProvoked: boolean;
}

const KEY = 'rackfield.exhibit';
const NOTHING: LeftPage = { reloads: 0, isRecovering: false, isProvoked: false };

/** What the page before this one has left. */
export function leftPage(): LeftPage {
  const state = (window.history.state as Record<string, unknown> | null)?.[KEY];
  if (typeof state !== 'object' || state === null) return NOTHING;
  const { reloads, isRecovering, isProvoked } = state as Record<keyof LeftPage, unknown>;
  return {
    reloads: Number.isSafeInteger(reloads) ? Math.max(0, reloads as number) : 0,
    isRecovering: isRecovering === true,
    isProvoked: isProvoked === true,
  };
}

/** Leaves something to the page that replaces this one. */
export function leave(part: Partial<LeftPage>): void {
  window.history.replaceState({ [KEY]: { ...leftPage(), ...part } }, '');
}
