import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  DRIFT_MS,
  driftAt,
  readSettings,
  scheduleAt,
  type Settings,
  USUAL_SETTINGS,
} from '../../src/state/exhibitSettings.ts';
import { secondsOf } from '../../src/stories/at.ts';
import { shelfByLook } from '../../src/stories/exhibitStories.ts';

const seed = 271126;
const minute = fc.integer({ min: 0, max: 1439 });
const span = fc.tuple(minute, minute);
const settings: fc.Arbitrary<Settings> = fc.record({
  open: span,
  daylight: span,
  dimmed: span,
  brightness: fc.integer({ min: 20, max: 100 }),
  idle: fc.integer({ min: 10, max: 3600 }),
});
const usualZone = process.env.TZ;
/** Clocks are put forward and back on different days of the year, by an hour or half of one, or never. */
const ZONES = ['Europe/Berlin', 'America/Chicago', 'Australia/Lord_Howe', 'Asia/Shanghai', 'UTC'];

describe(`the settings of an exhibit (seed ${seed})`, () => {
  afterAll(() => {
    if (usualZone === undefined) delete process.env.TZ;
    else process.env.TZ = usualZone;
  });

  it('are open at all hours, at night and bright unless somebody says otherwise', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (at) => {
        expect(scheduleAt(USUAL_SETTINGS, at)).toEqual({ isOpen: true, look: 'night', brightness: 1 });
      }),
      { seed },
    );
  });

  it.each(ZONES)('follow the wall clock alone, also where it is put forward or back: %s', (zone) => {
    process.env.TZ = zone;
    const at = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }).map((ms) => new Date(ms));
    fc.assert(
      fc.property(settings, at, fc.integer({ min: 0, max: 700 }), (settings, first, later) => {
        // Another day on which the clock of the house shows the same.
        const second = new Date(first);
        second.setDate(first.getDate() + later);
        fc.pre(second.getHours() === first.getHours() && second.getMinutes() === first.getMinutes());
        expect(scheduleAt(settings, second)).toEqual(scheduleAt(settings, first));
      }),
      { seed },
    );
  });

  it('open and close at the minute that is set, over midnight, too', () => {
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        fc.pre(from !== to);
        const shown = (minute: number) =>
          scheduleAt({ ...USUAL_SETTINGS, open: [from, to] }, new Date(2026, 5, 10, 0, minute)).isOpen;
        expect([shown(from), shown(to), shown((from + 1439) % 1440), shown((to + 1439) % 1440)]).toEqual([
          true,
          false,
          false,
          true,
        ]);
      }),
      { seed },
    );
  });

  it('are read as they were kept, and are as usual where anything else is kept', () => {
    fc.assert(
      fc.property(settings, fc.anything(), (settings, anything) => {
        expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
        expect(Object.keys(readSettings(anything))).toEqual(Object.keys(USUAL_SETTINGS));
        expect(readSettings({ ...settings, open: anything, idle: Number.NaN })).toMatchObject({ idle: 0 });
      }),
      { seed },
    );
    expect(readSettings({ open: [0, 1440], brightness: 1, idle: 5 })).toEqual(USUAL_SETTINGS);
  });

  it('move the words of the attract loop with each step, at least every half minute, and show it in one look', async () => {
    for (const look of ['model', 'night'] as const) {
      const story = (await shelfByLook(() => look).find('attract'))!;
      expect(story.steps.length).toBeGreaterThan(1);
      for (const step of story.steps) {
        expect(secondsOf(step)).toBeLessThanOrEqual(30);
        expect(step.look).toBe(look);
      }
    }
  });

  it('let the interface drift by 2 to 4 pixels, to another place every half minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e10 }), (now) => {
        const [x, y] = driftAt(now);
        expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(2);
        expect(Math.hypot(x, y)).toBeLessThanOrEqual(4);
        const [nextX, nextY] = driftAt(now + DRIFT_MS);
        expect(Math.hypot(nextX - x, nextY - y)).toBeGreaterThan(2);
      }),
      { seed },
    );
  });
});
