import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilDue } from '../../../src/modes/exhibit/untilDue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('waits for the rest where a timer ends early by the clock', () => {
  const real = performance.now.bind(performance);
  // The clock is behind the timers, as much as browsers have it.
  let behind = 0.4;
  vi.spyOn(performance, 'now').mockImplementation(() => real() - behind);
  const then = vi.fn();
  untilDue(performance.now() + 3000 + behind, then);
  vi.advanceTimersByTime(2999);
  expect(then).not.toHaveBeenCalled();
  behind = 1.5;
  vi.advanceTimersByTime(2);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10);
  expect(then).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(then).toHaveBeenCalledTimes(1);
});

it('comes at once for what is due already, and not at all once taken back', () => {
  const [past, taken] = [vi.fn(), vi.fn()];
  untilDue(performance.now() - 5, past);
  untilDue(performance.now() + 5, taken)();
  vi.advanceTimersByTime(100);
  expect([past.mock.calls.length, taken.mock.calls.length]).toEqual([1, 0]);
});
