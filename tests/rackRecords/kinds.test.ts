import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/model/catalogue.ts';
import { RACK_UNIT } from '../../src/model/figure.ts';
import { rackKindOf } from '../../src/model/rackKinds.ts';
import { FRONT, KIND_RECORD, kindRecords, SLOTS_RECORD } from '../../src/scene/rackRecords/kindRecords.ts';

const ids = ['compute', 'nvl72', 'network', 'core', 'storage', 'cpu'];
const kinds = ids.map((id) => rackKindOf(id, catalogue));

describe('what the shader knows of kinds of racks', () => {
  it('is every slot and tray of every kind, in runs that lie where those do', () => {
    const { hasSeveralRuns, dispose, ...records } = kindRecords(kinds);
    const [ofKinds, ofSlots] = [records.kinds, records.slots].map(({ image }) => image.data as Float32Array);
    kinds.forEach((kind, kindIndex) => {
      const codes = ofKinds![kindIndex * KIND_RECORD.texels * 4 + KIND_RECORD.at.runs]!;
      const [runs, first] = [codes % 256, Math.floor(codes / 256)];
      const [found, trays]: number[][] = [[], []];
      for (let run = first; run < first + runs; run++) {
        const number = (field: keyof typeof SLOTS_RECORD.at) =>
          ofSlots![run * SLOTS_RECORD.texels * 4 + SLOTS_RECORD.at[field]]!;
        const isTrays = number('gap') < 0;
        if (!isTrays) expect(number('before')).toBe(found!.length);
        for (let slot = 0; slot < number('count'); slot++)
          (isTrays ? trays : found)!.push(
            number('foot') + number('pitch') * (slot + (Math.abs(number('gap')) % 1)),
          );
      }
      const footOf = ({ startU }: { startU: number }) => kind.base + (startU - 1) * RACK_UNIT;
      const ascending = (a: number, b: number) => a - b;
      const trayFeet = kind.trays.map(footOf).sort(ascending);
      expect(trays).toHaveLength(trayFeet.length);
      trays!.sort(ascending).forEach((foot, tray) => expect(foot).toBeCloseTo(trayFeet[tray]!, 5));
      const feet = kind.serverSlots.map(footOf);
      expect(found!).toHaveLength(feet.length);
      found!.forEach((foot, slot) => expect(foot).toBeCloseTo(feet[slot]!, 5));
    });
    expect(hasSeveralRuns).toBe(true);
    expect(kindRecords(kinds.filter(({ id }) => id !== 'nvl72')).hasSeveralRuns).toBe(false);
    dispose();
  });

  it('is hoses and a CDU on fronts that have them, and neither on an NVL72', () => {
    const { kinds: ofKinds, dispose } = kindRecords(kinds);
    const data = ofKinds.image.data as Float32Array;
    const fronts = kinds.map(({ id }, kindIndex) => {
      const codes = data[kindIndex * KIND_RECORD.texels * 4 + KIND_RECORD.at.role]!;
      return [id, Math.floor(codes / 256)];
    });
    const others = ids.slice(1).map((id) => [id, 0]);
    expect(fronts).toEqual([['compute', FRONT.hoses + FRONT.cdu], ...others]);
    dispose();
  });
});
