import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Look, LOOKS } from '../../src/views/look.ts';
import { VIEWS } from '../../src/views/view.ts';
import { type Harness, startHarness } from '../harness/browser.ts';
import { encodePng, type Picture } from '../harness/picture.ts';
import { outputFolder } from '../harness/serve.ts';
import { type Disagreement, disagreement, LIMITS } from './compare.ts';
import { openChromium, startEngine, STARTS } from './startEngines.ts';
import { FRAMED, SURFACES, type Surface, type Walk, walk } from './walk.ts';

const surfaces = Object.keys(SURFACES) as Surface[];
/** Errors that browsers say where they refuse the module of a sandboxed frame, before the classic script comes. */
const REFUSED = /embed\.js|CORS|Cross-Origin|access control/i;

let harness: Harness;
const walks: Partial<Record<keyof typeof STARTS | 'Chromium', Walk>> = {};
const chromium = () => walks.Chromium!;

beforeAll(async () => {
  harness = await startHarness();
  walks.Chromium = walk(openChromium(harness), harness);
  for (const [name, start] of Object.entries(STARTS))
    if (start) walks[name as keyof typeof STARTS] = walk(startEngine(start), harness);
});

afterAll(async () => {
  const opened = await Promise.allSettled(Object.values(walks).map(({ engine }) => engine));
  const engines = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  console.log(`Seen: ${engines.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
  for (const engine of engines) await engine.close();
  await harness?.close();
});

const limitOf = (look: Look) => (look === 'plan' ? LIMITS.lettered : LIMITS.drawn);

/** A sentence where two pictures differ by more than the limit, else nothing; leaves both in tests/.output/. */
async function complaint(name: string, own: Picture, other: Picture, limit: Disagreement) {
  const { share, mean } = disagreement(own, other);
  if (share <= limit.share && mean <= limit.mean) return [];
  const folder = await outputFolder();
  await writeFile(join(folder, `${name}-actual.png`), encodePng(own));
  await writeFile(join(folder, `${name}-expected.png`), encodePng(other));
  return [`${name}: ${share.toFixed(4)} of the picture differ, ${mean.toFixed(2)} in the mean`];
}

describe.each(Object.keys(STARTS) as (keyof typeof STARTS)[])('%s', (name) => {
  describe.skipIf(!STARTS[name])('draws like Chromium', () => {
    const own = () => walks[name]!;

    it.each(surfaces.flatMap((surface) => LOOKS.map((look) => [surface, look] as const)))(
      'every station on the page of the %s in the look %s',
      async (surface, look) => {
        const found: string[] = [];
        for (const view of VIEWS) {
          const pictures = [
            await own().station(surface, look, view),
            await chromium().station(surface, look, view),
          ] as const;
          found.push(...(await complaint(`${name}-${surface}-${look}-${view}`, ...pictures, limitOf(look))));
        }
        expect(found).toEqual([]);
      },
    );

    it('at a new size', async () => {
      const [picture, other] = [await own().resized, await chromium().resized];
      expect(await complaint(`${name}-resized`, picture, other, LIMITS.window)).toEqual([]);
    });

    it('again, once a lost context has come back', async () => {
      const [before, after] = await own().lost;
      expect(disagreement(before, after)).toEqual({ share: 0, mean: 0 });
      expect(await complaint(`${name}-lost`, after, (await chromium().lost)[1], LIMITS.window)).toEqual([]);
    });

    it('in a sandboxed frame, from classic scripts', async () => {
      const scripts = await own().frameScripts;
      expect(scripts).toContain('/embed.classic.js');
      expect(scripts.filter((path) => /\/embed-chunks\/(?!classic\/)/.test(path))).toEqual([]);
      const [pictures, others] = [await own().framed, await chromium().framed];
      const found: string[] = [];
      for (const [at, [look, view]] of FRAMED.entries())
        found.push(
          ...(await complaint(`${name}-framed-${look}-${view}`, pictures[at]!, others[at]!, limitOf(look))),
        );
      expect(found).toEqual([]);
    });

    it('and leaves its view alone while a finger goes down over it, but turns with one that goes sideways', async () => {
      const [before, down, sideways] = (await own().swiped)!;
      expect(disagreement(before, down).share).toBeLessThan(LIMITS.drawn.share);
      expect(disagreement(before, sideways).share).toBeGreaterThan(LIMITS.drawn.share * 10);
    });

    it.skipIf(name === 'WebKit')('without an error on any page', async () => {
      await own().framed;
      expect((await own().engine).complaints!().filter((line) => !REFUSED.test(line))).toEqual([]);
    });
  });
});

it('the comparison tells every station and look from others by at least four times the limit', async () => {
  for (const surface of surfaces)
    for (const looks of [['model', 'night'], ['plan']] as const) {
      const names = looks.flatMap((look) => VIEWS.map((view) => [look, view] as const));
      const pictures = await Promise.all(
        names.map(([look, view]) => chromium().station(surface, look, view)),
      );
      const limit = limitOf(looks[0]);
      for (const [at, picture] of pictures.entries())
        for (const other of pictures.slice(0, at)) {
          const { share, mean } = disagreement(picture, other);
          expect(share).toBeGreaterThan(limit.share * 4);
          expect(mean).toBeGreaterThan(limit.mean * 4);
        }
    }
});
