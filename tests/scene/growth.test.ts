import { describe, expect, it } from 'vitest';
import { station } from '../../src/views/stations.ts';
import { FRESH_DAYS } from '../../src/scene/rackRecords/runs.ts';
import { seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { withHandle } from '../harness/browser.ts';
import { boundsOf, type Colour, decodePng, difference, type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage, WHOLE } from '../harness/suite.ts';
import { before, frontOf, growth, pictureOf, plan, PLAIN, seek, show, SMALL } from './scene.ts';

const opened = sharedPage(harnessForFile({}, WHOLE), `embed/?${PLAIN}`, SMALL);
/** The first rack with GPUs: at the west end of hall 1's first row, alone on the day on which it arrives. */
const FIRST = Array.from(plan.racks.gpus).findIndex((gpus) => gpus > 0);

const isNew = ([red, , blue]: Colour) => red - blue > 90 && red > 150;
const apart = (a: Colour, b: Colour) => Math.max(...[0, 1, 2].map((part) => Math.abs(a[part]! - b[part]!)));

describe('growth', () => {
  it('fills the halls in the picture when it fills them in the figures', async () => {
    const { page } = opened();
    await show(page, 'view=building&day=0');
    const [width, height] = [960, 540];
    const pose = station('building', plan, 0, { aspect: width / height, fov: VERTICAL_FIELD });
    /** Share of the tops of a hall's compute racks that look other than the empty hall. */
    const filled = (picture: Picture, hall: number) => {
      const { racks } = plan;
      let changed = 0;
      let all = 0;
      for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
        if (racks.hall[rackIndex] !== hall || racks.gpus[rackIndex] === 0) continue;
        const top = racks.y[rackIndex]! + 2.2;
        all++;
        // Trays over the row hide a part of every top. They come before the racks, and are light where racks are dark or new.
        const isOther = [-0.4, 0, 0.4].some((along) => {
          const point = [racks.x[rackIndex]!, top, racks.z[rackIndex]! + along] as const;
          const { x, y } = seenFrom(pose, point, width / height);
          const at = [((x + 1) / 2) * width, ((1 - y) / 2) * height] as const;
          const colour = pixelAt(picture, ...at);
          return colour[2] < 80 && apart(colour, pixelAt(empty, ...at)) > 60;
        });
        if (isOther) changed++;
      }
      expect(all).toBe(391);
      return changed / all;
    };
    const empty = await pictureOf(page, width, height);
    await seek(page, 122);
    const half = await pictureOf(page, width, height);
    await seek(page, 214);
    const full = await pictureOf(page, width, height);
    for (const hall of [1, 4]) {
      expect(filled(half, hall), `hall ${hall} on day 122`).toBeGreaterThan(0.8);
    }
    for (const hall of [5, 8]) {
      expect(filled(half, hall), `hall ${hall} on day 122`).toBeLessThan(0.1);
      expect(filled(full, hall), `hall ${hall} on day 214`).toBeGreaterThan(0.8);
    }
  });

  it('shows a rack from its day on, and not before', async () => {
    const { page } = opened();
    await show(page, `day=0&${before(FIRST, 16)}`);
    const { kind } = frontOf(FIRST);
    // Two racks along the row: 16 m away, 270 pixels over the field of view.
    const perMetre = 270 / (2 * 16 * Math.tan(VERTICAL_FIELD / 2));
    const newIn = (picture: Picture, along: number) =>
      isNew(pixelAt(picture, 240 + (along * kind.width + 0.32) * perMetre, 135));
    for (const [rackIndex, along] of [
      [FIRST, 0],
      [FIRST + 2, 2],
    ] as const) {
      const day = growth.installedDay[rackIndex]!;
      await seek(page, day - 0.02);
      expect(newIn(await pictureOf(page), along), `rack ${rackIndex} before its day`).toBe(false);
      await seek(page, day + 0.001);
      expect(newIn(await pictureOf(page), along), `rack ${rackIndex} on its day`).toBe(true);
    }
  });

  it('shows a new rack orange from afar, and close to the eye by a label on what it is made of', async () => {
    const { page } = opened();
    const day = growth.installedDay[FIRST]!;
    const { kind } = frontOf(FIRST);
    /** Share of a part of a rack's front that is orange, from so far away on this day; metres from its middle. */
    const orange = async (metres: number, on: number, half: number, low: number, high: number) => {
      await show(page, `day=${on.toFixed(4)}&${before(FIRST, metres)}`);
      const picture = await pictureOf(page);
      const perMetre = 270 / (2 * metres * Math.tan(VERTICAL_FIELD / 2));
      let [found, all] = [0, 0];
      for (let across = -half; across < half; across += 0.02)
        for (let up = low; up < high; up += 0.02) {
          all++;
          if (isNew(pixelAt(picture, 240 + across * perMetre, 135 - up * perMetre))) found++;
        }
      return found / all;
    };
    const servers = [0.34, -0.8, 0.8] as const;
    const label = [0.1, kind.height / 2 - 0.125, kind.height / 2 - 0.095] as const;
    const settled = day + FRESH_DAYS;
    expect(await orange(20, day + 0.01, ...servers)).toBeGreaterThan(0.5);
    expect(await orange(20, settled, ...servers)).toBeLessThan(0.05);
    expect(await orange(4, day + 0.01, ...servers)).toBeLessThan(0.1);
    expect(await orange(4, day + 0.01, ...label)).toBeGreaterThan(0.8);
    expect(await orange(4, settled, ...label)).toBe(0);
  });

  it('shows the empty factory to an eye in it before the halls have walls', async () => {
    const { page } = opened();
    await show(page, 'view=aisle&day=5');
    const picture = await pictureOf(page);
    const [roof, floor] = [pixelAt(picture, 240, 15), pixelAt(picture, 240, 220)];
    expect(roof[0]).toBeLessThan(floor[0] - 60);
    // Columns between the two, as dark lines along the horizon.
    const along = Array.from({ length: 480 }, (_, x) => pixelAt(picture, x, 105)[0]);
    expect(along.filter((light, x) => light < (along[x - 2] ?? 0) - 25).length).toBeGreaterThan(3);
  });

  it('is in a picture that is asked for right after the day', async () => {
    const { page } = opened();
    await show(page, 'view=hall&day=0');
    const atOnce = await withHandle(page, async (handle) => {
      handle.seek(122);
      const blob = await handle.toBlob({ width: 320, height: 180, type: 'image/png' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const later = await pictureOf(page, 320, 180);
    expect(difference(decodePng(Uint8Array.from(atOnce)), later).pixels).toBe(0);
  });
});

describe('scale', () => {
  it.each([15, 20])('a rack of catalogue size %d m away is as many pixels large, to one', async (metres) => {
    const day = growth.installedDay[FIRST]! + 0.01;
    const { page } = opened();
    await show(page, `day=${day.toFixed(4)}&${before(FIRST, metres)}`);
    const picture = await pictureOf(page, 1200, 1000);
    const { kind } = frontOf(FIRST);
    const perMetre = picture.height / (2 * metres * Math.tan(VERTICAL_FIELD / 2));
    // The frame beside the servers is one colour from top to foot; its posts are a little darker. Trays over it are yellower.
    const column = Math.round(picture.width / 2 - 0.325 * perMetre);
    const tall = boundsOf(
      picture,
      (colour, x) => x === column && isNew(colour) && colour[1] < colour[0] * 0.7,
    );
    expect(kind.height).toBe(2.236);
    expect(Math.abs(tall!.y1 - tall!.y0 + 1 - kind.height * perMetre)).toBeLessThanOrEqual(1);
    expect(Math.abs((tall!.y0 + tall!.y1 + 1) / 2 - picture.height / 2)).toBeLessThanOrEqual(1);
    const top = tall!.y0 + 2;
    const near = (x: number) => Math.abs(x - picture.width / 2) < perMetre;
    const wide = boundsOf(picture, (colour, x, y) => y === top && near(x) && isNew(colour));
    // The first rack stands alone; beside others it leaves 12 mm.
    expect(Math.abs(wide!.x1 - wide!.x0 + 1 - kind.width * perMetre)).toBeLessThanOrEqual(1);
    expect(wide!.y0).toBe(top);
  });
});
