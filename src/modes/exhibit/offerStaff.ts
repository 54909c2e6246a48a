import { CLOSED_GATE, tapped, tried } from '../../state/staffGate.ts';
import type { Say } from '../../state/words.ts';
import type { Format } from '../../ui/format.ts';
import type { StaffActs } from '../../ui/exhibit/staffPage.ts';

/** How long the staff page stays without a touch, milliseconds. */
const LEAVE_MS = 120_000;
/** The corner that is tapped, as a multiple of what a finger needs. */
const CORNER = 1.5;

/** What the staff page needs of an exhibit. */
export interface StaffHost extends Omit<StaffActs, 'tryCode' | 'leave'> {
  /** Called when the page opens, and when the attract loop is to begin again. */
  opened(): void;
  left(): void;
  say(): Promise<Say>;
  format: Format;
}

/**
 * Opens the page for the staff after seven taps in five seconds in the lower left corner, and the code. `target` is what a finger needs, CSS
 * pixels. Answers whether it is open.
 */
export function offerStaff(
  root: HTMLElement,
  code: string,
  target: () => number,
  host: StaffHost,
): () => boolean {
  let taps: readonly number[] = [];
  let gate = CLOSED_GATE;
  let page: HTMLElement | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let isComing = false;
  function leave() {
    clearTimeout(leaving);
    page?.remove();
    page = undefined;
    host.left();
  }
  function stay() {
    clearTimeout(leaving);
    leaving = setTimeout(leave, LEAVE_MS);
  }
  async function open() {
    isComing = true;
    try {
      const [{ createStaffPage }, say] = await Promise.all([
        import('../../ui/exhibit/staffPage.ts'),
        host.say(),
      ]);
      host.opened();
      page = createStaffPage(say, host.format, {
        ...host,
        leave,
        tryCode(given) {
          const next = tried(gate, given, code, performance.now());
          gate = next.gate;
          return next.opens ? undefined : Math.ceil(Math.max(0, gate.closedUntil - performance.now()) / 1000);
        },
      });
      root.append(page);
      stay();
    } catch {
      // Its code did not come; it can be asked for again.
    } finally {
      isComing = false;
    }
  }
  window.addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      if (page) return stay();
      const corner = CORNER * target();
      if (clientX > corner || clientY < window.innerHeight - corner) return;
      const next = tapped(taps, performance.now());
      taps = next.taps;
      if (next.asks && !isComing) void open();
    },
    { capture: true },
  );
  return () => page !== undefined;
}
