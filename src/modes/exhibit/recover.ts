import type { Chaos } from '../../state/exhibitAddress.ts';
import {
  broken,
  dueAt,
  type Fault,
  healthy,
  later,
  mended,
  type Recovery,
  unmended,
} from '../../state/recovery.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { keepFrame } from './keptFrame.ts';
import { leave, leftPage } from './keptPage.ts';
import { untilDue } from './untilDue.ts';
import { watchErrors, watchScreen, watchTime } from './watchFaults.ts';

/** How long the attract loop runs before the fault of the address is provoked, milliseconds. */
const CALM_MS = 1500;

/** What recovering asks of an exhibit. */
export interface RecoveryActs {
  /** A fault has stopped it; a still is shown. */
  failed(): void;
  /** It can begin again. */
  recovered(): void;
  /** Something has been got over that nobody sees. */
  gotOver(): void;
  /** The screen has another size. */
  measure(): void;
  /** The clock has been set. */
  clockJumped(): void;
  /** Keeps what outlives the page. */
  keep(): void;
  /** Asks a watchdog to start the browser anew. */
  askForRestart(): void;
}

/** Leads an exhibit up the ladder of recovery. Call what it answers once the attract loop runs: then a page that replaced another has recovered. */
export function recover(
  mounted: Mounted,
  root: HTMLElement,
  stage: HTMLElement,
  chaos: Chaos | undefined,
  acts: RecoveryActs,
): () => void {
  const { store, live } = mounted.experience;
  const frame = keepFrame(stage, live, mounted.canvas);
  let recovery = healthy(leftPage().reloads, performance.now());
  let stopWaiting = () => {};

  function become(next: Recovery) {
    if (next === recovery) return;
    const before = recovery;
    recovery = next;
    stopWaiting();
    const due = dueAt(recovery);
    if (due !== undefined) stopWaiting = untilDue(due, () => become(later(recovery, performance.now())));
    if (before.reloads !== recovery.reloads) leave({ reloads: recovery.reloads });
    if (before.rung === recovery.rung) return;
    if (before.rung === 'none') {
      frame.show();
      acts.failed();
    }
    if (recovery.rung === 'none') {
      frame.hide();
      acts.recovered();
    } else if (recovery.rung === 'rebuild') void mounted.renew();
    else if (recovery.rung === 'ask') acts.askForRestart();
    else if (recovery.rung === 'reload') {
      leave({ isRecovering: true });
      window.location.reload();
    }
  }
  const broke = (fault: Fault) => become(broken(recovery, fault, performance.now()));

  const follow = () => {
    const { picture } = store.getState();
    if (picture === 'lost') broke('context');
    else if (picture === 'text') become(unmended(recovery, performance.now()));
    else if (picture === 'shown') become(mended(recovery, performance.now()));
  };
  store.subscribe((now, then) => {
    if (now.picture !== then.picture) follow();
  });
  watchErrors(broke);
  const isDrawing = () =>
    store.getState().playing &&
    !mounted.experience.isSuspended() &&
    recovery.rung === 'none' &&
    mounted.experience.motion() === 'full';
  watchTime(
    { isDrawing, frames: () => live.frame.count },
    () => broke('stall'),
    () => {
      acts.clockJumped();
      acts.gotOver();
    },
  );
  watchScreen(root, acts.measure, acts.gotOver);

  return () => {
    const { isRecovering, isProvoked } = leftPage();
    if (store.getState().picture === 'text') return follow();
    if (isRecovering) {
      leave({ isRecovering: false });
      acts.gotOver();
    }
    if (!chaos || isProvoked) return;
    setTimeout(async () => {
      const { provoke } = await import('./chaos.ts');
      leave({ isProvoked: true });
      // From a timer, so that what it throws is caught by nobody.
      setTimeout(() => {
        provoke(chaos, mounted, root);
        acts.keep();
      });
    }, CALM_MS);
  };
}
