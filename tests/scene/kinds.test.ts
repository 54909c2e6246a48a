import { describe, expect, it } from 'vitest';
import { rackOfGpu } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { catalogueItem } from '../../src/model/catalogue.ts';
import { RACK_UNIT } from '../../src/model/figure.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { station } from '../../src/views/stations.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { pixelAt } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn, pictureOf, PLAIN } from './scene.ts';

const harness = harnessForFile();
const [WIDTH, HEIGHT] = [900, 720];
const KINDS = 20;
/** Of an NVL72: the last rack unit of its lower trays, and how many units of switches follow. */
const [LAST_BELOW, GAP_UNITS] = [16, 9];

/** A site with twenty kinds of racks in a row, each like an NVL72: trays in two runs around its switches. */
function siteOfKinds(): SiteDocument {
  const { figures, ...entry } = catalogueItem('nvl72').entry;
  const plain = Object.fromEntries(
    Object.entries(figures).map(([name, { value, unit }]) => [name, { value, unit }]),
  );
  const ids = Array.from({ length: KINDS }, (_, at) => `kind-${at + 1}`);
  const gpus = KINDS * 72;
  const site = structuredClone(generatedSite(gpus));
  const [type] = site.hallTypes;
  type!.rows = [{ racks: ids.map((id) => [id, 1]) }];
  for (const hall of site.halls) delete hall.accelerator;
  site.catalogue = {
    ...site.catalogue,
    ...Object.fromEntries(ids.map((id) => [id, { ...entry, name: id, figures: plain }])),
  } as NonNullable<SiteDocument['catalogue']>;
  return site;
}

describe('a site with twenty kinds of racks', () => {
  it('has the lamps of the last one where its servers are, and none at the switches between them', async () => {
    const site = siteOfKinds();
    const plan = layout(resolveSite(site, 'all'));
    const rackIndex = plan.racks.kind.indexOf(KINDS - 1);
    const kind = plan.site.rackKinds[KINDS - 1]!;
    expect(kind.slotRuns).toHaveLength(2);
    // Of its topmost server, which stands ajar.
    const gpu = Array.from({ length: plan.totals.gpus }, (_, at) => at + 1).findLast(
      (each) => rackOfGpu(plan, each) === rackIndex,
    )!;

    const opened = await harness().open(`embed/?look=night&${PLAIN}`, {
      viewport: { width: WIDTH, height: HEIGHT },
    });
    const { page } = opened;
    await withHandle(page, (handle, document: unknown) => handle.setSite(document), site as unknown);
    await withHandle(page, (handle, to: number) => handle.goTo('rack', { gpu: to }), gpu);
    await drawn(page);
    expect((await opened.stats()).gpus.inService).toBe(KINDS * 72);
    const picture = await pictureOf(page, WIDTH, HEIGHT);

    const front = plan.racks.z[rackIndex]! + (Math.cos(plan.racks.heading[rackIndex]!) * kind.depth) / 2;
    const pose = station('rack', plan, gpu, { aspect: WIDTH / HEIGHT, fov: VERTICAL_FIELD });
    /** Brightest green over the rack's front in a rack unit, counted from 1. */
    const brightest = (unit: number) => {
      let most = 0;
      for (let up = 0.1; up < 1; up += 0.1)
        for (let across = -0.4; across <= 0.4; across += 0.01) {
          const y = plan.racks.y[rackIndex]! + kind.base + (unit - 1 + up) * RACK_UNIT;
          const place = [plan.racks.x[rackIndex]! + across * kind.width, y, front] as const;
          const seen = seenFrom(pose, place, WIDTH / HEIGHT);
          const at = [((seen.x + 1) / 2) * WIDTH, ((1 - seen.y) / 2) * HEIGHT].map(Math.floor);
          most = Math.max(most, pixelAt(picture, at[0]!, at[1]!)[1]!);
        }
      return most;
    };
    const held = kind.serverSlots.map(({ startU }) => startU);
    const switches = Array.from({ length: GAP_UNITS }, (_, at) => LAST_BELOW + 1 + at);
    expect(held).toHaveLength(18);
    expect(held).toContain(LAST_BELOW);
    expect(held).toContain(LAST_BELOW + GAP_UNITS + 1);
    // The units beside a tray are left out: half a pixel of its lamps may lie over them.
    const dark = Math.max(...switches.slice(1, -1).map(brightest));
    expect(Math.min(...held.map(brightest))).toBeGreaterThan(dark * 2);
    // Nor is there the lit display of a CDU below its trays.
    const below = Array.from({ length: held[0]! - 2 }, (_, at) => at + 1);
    expect(Math.max(...below.map(brightest))).toBeLessThan(dark * 1.5);
    assertSilent(opened);
  });
});

describe('a rack with fewer servers than slots', () => {
  it('has hoses at its servers and none at the other slots', async () => {
    const servers = 4;
    const site = generatedSite(2 * 64 + servers * 8);
    const plan = layout(resolveSite(site, 'all'));
    const gpu = plan.totals.gpus;
    const rackIndex = rackOfGpu(plan, gpu);
    const kind = plan.site.rackKinds[plan.racks.kind[rackIndex]!]!;
    expect(plan.racks.servers[rackIndex]).toBe(servers);

    const opened = await harness().open(`embed/?${PLAIN}`, { viewport: { width: WIDTH, height: HEIGHT } });
    const { page } = opened;
    await withHandle(page, (handle, document: unknown) => handle.setSite(document), site as unknown);
    await withHandle(page, (handle, to: number) => handle.goTo('rack', { gpu: to }), gpu);
    await drawn(page);
    const picture = await pictureOf(page, WIDTH, HEIGHT);

    const front = plan.racks.z[rackIndex]! + (Math.cos(plan.racks.heading[rackIndex]!) * kind.depth) / 2;
    const pose = station('rack', plan, gpu, { aspect: WIDTH / HEIGHT, fov: VERTICAL_FIELD });
    /** Whether something blue, which is cold water's colour, hangs before the lower half of a slot or the gap below it. */
    const hasHose = ({ startU }: { startU: number }) => {
      for (let up = -0.08; up < 0.06; up += 0.004)
        for (let across = -0.25; across <= 0.25; across += 0.004) {
          const y = plan.racks.y[rackIndex]! + kind.base + (startU - 1) * RACK_UNIT + up;
          const seen = seenFrom(pose, [plan.racks.x[rackIndex]! + across, y, front], WIDTH / HEIGHT);
          const at = [((seen.x + 1) / 2) * WIDTH, ((1 - seen.y) / 2) * HEIGHT].map(Math.floor);
          const [red, , blue] = pixelAt(picture, at[0]!, at[1]!);
          if (blue > red + 30) return true;
        }
      return false;
    };
    // The selected server, which is the last, stands ajar, and its hoses with it.
    const shut = kind.serverSlots.map((_, slot) => slot).filter((slot) => slot !== servers - 1);
    expect(shut.map((slot) => hasHose(kind.serverSlots[slot]!))).toEqual(shut.map((slot) => slot < servers));
    assertSilent(opened);
  });
});
