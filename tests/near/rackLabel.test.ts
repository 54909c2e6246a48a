import { describe, expect, it } from 'vitest';
import { RACK_UNIT } from '../../src/model/figure.ts';
import {
  LABEL_DEFINES,
  labelNumbers,
  labelText,
  RACK_LABEL,
  writeLabel,
} from '../../src/scene/near/rackLabel.ts';
import { rackBoxes } from '../../src/scene/near/rackBoxes.ts';
import { LABEL } from '../../src/scene/racks/nameLabel.ts';
import { machines } from '../fixtures/machines.ts';
import { plan } from '../scene/scene.ts';

/** The signs of label `at` as the shader takes them out of its numbers. */
function read(labels: Int32Array, at: number): string {
  const [low, high, many] = labels.subarray(at * 3, at * 3 + 3);
  return Array.from({ length: many! }, (_, place) => {
    const which = ((place < 8 ? low! : high!) >> ((place % 8) * 4)) & 15;
    return '0123456789-'[which];
  }).join('');
}

describe("what a rack's label says", () => {
  it('is its hall, row and place', () => {
    const { racks } = plan;
    for (const rack of [0, 137, 2203, racks.count - 1]) {
      const numbers = labelText(racks, rack).split('-').map(Number);
      expect(numbers).toEqual([racks.hall[rack], racks.row[rack], racks.place[rack]]);
    }
    const one = (hall: number, row: number, place: number) =>
      labelText({ hall: Uint16Array.of(hall), row: Uint16Array.of(row), place: Uint16Array.of(place) }, 0);
    expect(one(6, 13, 4)).toBe('6-13-04');
    expect(one(12, 1, 120)).toBe('12-01-120');
  });

  it('is different on every rack of a site', () => {
    const all = Array.from({ length: plan.racks.count }, (_, rack) => labelText(plan.racks, rack));
    expect(new Set(all).size).toBe(plan.racks.count);
  });

  it('comes to the shader sign by sign, also where it is long or follows another', () => {
    const texts = ['6-13-04', '8-28-20', '12-01-120', '2000-65535-65535', '1-01-01'];
    const labels = labelNumbers(texts.length);
    for (let turn = 0; turn < 2; turn++) texts.forEach((text, at) => writeLabel(labels, at, text));
    expect(texts.map((_, at) => read(labels, at))).toEqual(texts);
    // A label that was there before leaves nothing.
    writeLabel(labels, 3, '7-07-07');
    expect(read(labels, 3)).toBe('7-07-07');
  });

  it('fits on the label', () => {
    const most = Number(LABEL_DEFINES.LABEL_MOST);
    expect(most).toBeLessThan(RACK_LABEL.width);
    expect('6-13-04'.length * Number(LABEL_DEFINES.LABEL_WIDEST)).toBeLessThanOrEqual(most);
  });
});

describe('where a label is', () => {
  const kinds = [plan.site, ...machines.map(([, { site }]) => site)].flatMap(({ rackKinds }) => rackKinds);
  const labelOf = (kind: (typeof kinds)[number]) =>
    rackBoxes(kind).filter(({ finish }) => finish === 'label');

  it('is on every rack of Colossus, once', () => {
    for (const kind of plan.site.rackKinds) expect(labelOf(kind)).toHaveLength(1);
  });

  it('is above all servers and trays, and below the name and the label of a new rack', () => {
    for (const kind of kinds)
      for (const { at, size } of labelOf(kind)) {
        const tops = [...kind.serverSlots, ...kind.trayRuns].map(
          ({ startU, heightU }) => startU - 1 + heightU,
        );
        const [low, high] = [at[1] - size[1] / 2, at[1] + size[1] / 2];
        expect(low).toBeGreaterThanOrEqual(kind.base + Math.max(0, ...tops) * RACK_UNIT);
        expect(high).toBeLessThan(kind.height - LABEL.below - LABEL.height);
        // The new rack's label as rack.frag.glsl has it: under the top of the opening.
        expect(high).toBeLessThan(kind.height - 0.035 - 0.075 - 0.03);
        expect(Math.abs(at[0]) + size[0] / 2).toBeLessThan(kind.width / 2 - 0.03);
        expect(at[2] - size[2] / 2).toBeGreaterThanOrEqual(0);
      }
  });
});
