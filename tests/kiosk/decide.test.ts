import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, decide, PATIENCE, readBeat, readKept } from '../../scripts/kiosk/decide.mjs';

const SEED = 14;
const SECOND = 1000;
const OLD = { id: 'old', script: 'kiosk-old.js' };
const NEW = { id: 'new', script: 'kiosk-new.js' };

type Beat = NonNullable<ReturnType<typeof readBeat>>;
type Decided = ReturnType<typeof decide>;

/**
 * A machine beside the watchdog: its browser, its page and its two folders. `second()` lets a second pass. A browser that is told to end
 * comes back two seconds later, and its page beats ten seconds after that, unless `isBroken` answers true for its version.
 */
function machine(folders: { served: typeof OLD; other?: typeof OLD } = { served: OLD }) {
  let now = 0;
  let memory = begin({ trial: false, left: '', rebootedAt: 0 });
  let bornAt = 0;
  const acts: { at: number; do: string; why: string }[] = [];
  const said: string[] = [];
  const it = {
    ...folders,
    pid: 100 as number | undefined,
    state: 'attract',
    wants: undefined as 'restart' | undefined,
    isBroken: (_version: string) => false,
    isFrozen: false,
    acts,
    said,
    kept: () => ({ trial: memory.trial, left: memory.left ?? '', rebootedAt: memory.rebootedAt }),
    /** Ends the browser, as a crash does; its unit starts it again. */
    end() {
      it.pid = undefined;
      bornAt = now + 2 * SECOND;
      it.isFrozen = false;
      it.wants = undefined;
    },
    second(): Decided {
      now += SECOND;
      if (it.pid === undefined && now >= bornAt) it.pid = 100 + now;
      const isLiving = it.pid !== undefined && !it.isFrozen && !it.isBroken(it.served.id);
      const { state, wants } = it;
      const beat: Beat = {
        ...{ state, version: it.served.script, visits: 0, recoveries: 0 },
        ...(wants && { wants }),
      };
      const beats = isLiving && now - bornAt >= 10 * SECOND && (now / SECOND) % 5 === 0;
      const { pid, served, other } = it;
      const seen = {
        now,
        wall: 1e12 + now,
        served,
        ...(pid !== undefined && { pid }),
        ...(other && { other }),
        ...(beats && { beat }),
      };
      const decided = decide(memory, seen);
      memory = decided.memory;
      said.push(...decided.said);
      if (decided.act) {
        acts.push({ at: now, ...decided.act });
        if (decided.act.do === 'switch' && it.other) [it.served, it.other] = [it.other, it.served];
        it.end();
      }
      return decided;
    },
    seconds(count: number) {
      for (let second = 0; second < count; second++) it.second();
    },
    did: () => acts.map((act) => act.do),
  };
  return it;
}

describe('the watchdog', () => {
  it(`does nothing while beats come, whatever the page says of its visitors (seed ${SEED})`, () => {
    const states = fc.array(fc.constantFrom('attract', 'tour', 'explore', 'asking'), { maxLength: 100 });
    fc.assert(
      fc.property(states, (all) => {
        const exhibit = machine();
        for (const state of all) {
          exhibit.state = state;
          exhibit.seconds(5);
        }
        expect(exhibit.acts).toEqual([]);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('restarts the browser once three beats are missing, and not before', () => {
    const exhibit = machine();
    exhibit.seconds(30);
    exhibit.isFrozen = true;
    exhibit.seconds(14);
    expect(exhibit.acts).toEqual([]);
    exhibit.second();
    expect(exhibit.acts).toEqual([{ at: 45_000, do: 'restart', why: 'no beat for 15 s' }]);
    exhibit.seconds(600);
    expect(exhibit.acts).toHaveLength(1);
  });

  it('leaves a browser that has ended to its unit, and tells the log', () => {
    const exhibit = machine();
    exhibit.seconds(30);
    exhibit.end();
    exhibit.seconds(60);
    expect(exhibit.acts).toEqual([]);
    expect(exhibit.said.join('\n')).toMatch(
      /has ended\.\nThe browser has started, process \d+\.\nThe page lives/,
    );
  });

  it('restarts it where the page asks, or does not get over a fault', () => {
    const asking = machine();
    asking.seconds(30);
    asking.wants = 'restart';
    asking.seconds(5);
    expect(asking.acts).toMatchObject([{ do: 'restart', why: 'the page asks for it' }]);
    const ailing = machine();
    ailing.state = 'recovering';
    ailing.seconds(PATIENCE.recovering / SECOND - 1);
    expect(ailing.acts).toEqual([]);
    ailing.seconds(20);
    expect(ailing.acts).toMatchObject([{ do: 'restart', why: 'the page does not get over a fault' }]);
  });

  it('goes up its ladder while nothing helps, with one reboot an hour at most', () => {
    const exhibit = machine();
    exhibit.isBroken = () => true;
    exhibit.seconds(280);
    expect(exhibit.did()).toEqual(['restart', 'clear', 'restart', 'reboot']);
    exhibit.seconds(3 * 3600);
    const reboots = exhibit.acts.filter((act) => act.do === 'reboot').map(({ at }) => at);
    expect(reboots.length).toBeGreaterThanOrEqual(3);
    for (const [index, at] of reboots.slice(1).entries())
      expect(at - reboots[index]!).toBeGreaterThanOrEqual(PATIENCE.reboot);
  });

  it('begins at the foot of the ladder after ten good minutes', () => {
    const exhibit = machine();
    for (let fault = 0; fault < 5; fault++) {
      exhibit.seconds(PATIENCE.steady / SECOND + 30);
      exhibit.isFrozen = true;
      exhibit.seconds(20);
    }
    expect(exhibit.did()).toEqual(Array(5).fill('restart'));
  });

  it(`comes back from any row of faults within three minutes, or asks for a reboot (seed ${SEED})`, () => {
    const faults = fc.array(
      fc.record({ fault: fc.constantFrom('frozen', 'ended', 'asks'), after: fc.integer({ max: 900 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(faults, (all) => {
        const exhibit = machine();
        for (const { fault, after } of all) {
          exhibit.seconds(Math.max(after, 0));
          if (fault === 'frozen') exhibit.isFrozen = true;
          if (fault === 'ended') exhibit.end();
          if (fault === 'asks') exhibit.wants = 'restart';
        }
        exhibit.seconds(180);
        const before = exhibit.acts.length;
        exhibit.seconds(120);
        expect(exhibit.acts).toHaveLength(before);
        expect(exhibit.isFrozen).toBe(false);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('does not take a time in which it did not run itself for missing beats', () => {
    let memory = begin(readKept(''));
    const beat = { state: 'tour', version: OLD.script, visits: 1, recoveries: 0 };
    const seen = { wall: 0, pid: 7, served: OLD };
    memory = decide(memory, { ...seen, now: 0, beat }).memory;
    const { act } = decide(memory, { ...seen, now: 3_600_000 });
    expect(act).toBeUndefined();
  });
});

describe('a new version in the other folder', () => {
  it(`is taken only in the attract loop, at the second beat in a row (seed ${SEED})`, () => {
    const states = fc.array(fc.constantFrom('attract', 'tour', 'explore', 'asking', 'recovering'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(states, (all) => {
        const exhibit = machine({ served: OLD, other: NEW });
        exhibit.state = 'explore';
        exhibit.seconds(14);
        let before = 'explore';
        for (const state of all) {
          exhibit.state = state;
          exhibit.seconds(5);
          const isDue = state === 'attract' && before === 'attract';
          expect(exhibit.did()).toEqual(isDue ? ['switch'] : []);
          if (isDue) return;
          before = state;
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('is kept when it beats, and then never left for the old one', () => {
    const exhibit = machine({ served: OLD, other: NEW });
    exhibit.seconds(20);
    expect(exhibit.served).toBe(NEW);
    expect(exhibit.kept().trial).toBe(true);
    exhibit.seconds(PATIENCE.steady / SECOND + 30);
    expect(exhibit.kept().trial).toBe(false);
    expect(exhibit.said).toContain('The new version kiosk-new.js is kept.');
    // The old version lies in the other folder now, but it is not new.
    exhibit.seconds(3600);
    expect(exhibit.did()).toEqual(['switch']);
  });

  it('is left when it gives no beat within 60 s, and refused from then on, also after a reboot', () => {
    const exhibit = machine({ served: OLD, other: NEW });
    exhibit.isBroken = (version) => version === 'new';
    exhibit.seconds(90);
    expect(exhibit.did()).toEqual(['switch', 'switch']);
    expect(exhibit.acts[1]!.why).toBe('no first beat for 60 s; back to kiosk-old.js');
    expect(exhibit.acts[1]!.at - exhibit.acts[0]!.at).toBeLessThan(64 * SECOND);
    exhibit.seconds(3600);
    expect(exhibit.served).toBe(OLD);
    expect(exhibit.acts).toHaveLength(2);
    expect(readKept(JSON.stringify(exhibit.kept())).left).toBe('new');
  });

  it('is left at its first fault while it is on trial', () => {
    const exhibit = machine({ served: OLD, other: NEW });
    exhibit.seconds(60);
    expect(exhibit.served).toBe(NEW);
    exhibit.isFrozen = true;
    exhibit.seconds(20);
    expect(exhibit.served).toBe(OLD);
  });

  it('is not held for working by beats of the old page', () => {
    const exhibit = machine({ served: OLD, other: { ...NEW, script: 'kiosk-other.js' } });
    exhibit.seconds(20);
    exhibit.served = { ...exhibit.served, script: 'kiosk-other.js' };
    const beat = { state: 'attract', version: OLD.script, visits: 0, recoveries: 0 };
    let memory = begin({ ...exhibit.kept(), trial: true });
    for (let second = 0; second < 59; second++)
      memory = decide(memory, {
        now: second * SECOND,
        wall: 0,
        pid: 7,
        beat,
        served: NEW,
        other: OLD,
      }).memory;
    expect(memory.firstBeat).toBeUndefined();
  });
});

describe('what comes from outside', () => {
  it(`is a beat, or nothing, and fits on a line (seed ${SEED})`, () => {
    const beat = { state: 'attract', version: 'kiosk-Ab12Cd34.js', visits: 12, recoveries: 0 };
    expect(readBeat(JSON.stringify(beat))).toEqual(beat);
    expect(readBeat(JSON.stringify({ ...beat, wants: 'restart', more: 1 }))).toEqual({
      ...beat,
      wants: 'restart',
    });
    for (const wrong of [{ visits: -1 }, { state: 'a\nb' }, { version: 'x'.repeat(81) }, { recoveries: '1' }])
      expect(readBeat(JSON.stringify({ ...beat, ...wrong }))).toBeUndefined();
    const anything = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(anything, (text) => {
        const read = readBeat(text);
        if (read) expect(`${read.state} ${read.version}`).toMatch(/^[\w.-]* [\w.-]*$/);
      }),
      { seed: SEED },
    );
  });

  it(`is a memory as it was kept, or an empty one (seed ${SEED})`, () => {
    const kept = { trial: true, left: '0123456789abcdef', rebootedAt: 17 };
    const text = JSON.stringify(kept);
    expect(readKept(text)).toEqual(kept);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
        expect(readKept(text.slice(0, length))).toEqual({ trial: false, rebootedAt: 0 });
      }),
      { seed: SEED },
    );
  });
});
