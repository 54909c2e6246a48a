import { generate } from 'lean-qr';
import type { Page, WebSocketRoute } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import arabic from '../../assets/languages/ar.remote.json';
import { assertSilent, statsOf, waitReady, withHandle } from '../harness/browser.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn } from '../scene/scene.ts';
import { findings } from './axe.ts';

const CODE = 'k7m2xq';
const harness = harnessForFile({ code: CODE });
const PHONE = { viewport: { width: 320, height: 568 }, ready: false, touch: true };
const shows = { title: 'A rack of 64 GPUs', step: 3, steps: 9, isBlank: false };

/** A stage page as far as the room knows: all presses that it has got, in order. */
function joinAsStage() {
  const presses: string[] = [];
  const socket = new WebSocket(`${harness().origin.replace('http', 'ws')}/remote/room`, {
    origin: harness().origin,
  });
  socket.on('open', () => socket.send(JSON.stringify({ join: 'stage' })));
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.joined) socket.send(JSON.stringify({ shows }));
    if (message.press) presses.push(message.index === undefined ? message.press : `goTo ${message.index}`);
  });
  return { presses, leave: () => socket.terminate() };
}

const says = (page: Page, state: string) => page.locator(`main[data-state="${state}"]`).waitFor();

describe('the page of the remote', () => {
  let stage: ReturnType<typeof joinAsStage>;
  beforeAll(() => {
    stage = joinAsStage();
    return () => stage.leave();
  });
  afterEach(() => {
    stage.presses.length = 0;
  });
  const shared = sharedPage(harness, `remote/#${CODE}`, PHONE);

  it('says which step the stage shows, and fits a phone of 320 pixels without a fault that axe finds', async () => {
    const { page } = shared();
    await says(page, 'connected');
    await page.getByRole('heading', { name: 'A rack of 64 GPUs' }).waitFor();
    expect(await page.locator('.step').textContent()).toBe('Step 4 of 9');
    expect(await findings(page)).toEqual([]);
    const inside = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(inside).toBe(true);
    for (const name of ['Next', 'Previous']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(Math.min(box!.width, box!.height), name).toBeGreaterThan(100);
    }
  });

  it('sends every tap and key once, in order, and a step by its number', async () => {
    const { page } = shared();
    const expected: string[] = [];
    for (let time = 0; time < 50; time++) {
      const name = time % 5 === 4 ? 'Previous' : 'Next';
      if (time % 2) await page.getByRole('button', { name }).tap();
      else await page.keyboard.press(name === 'Next' ? 'PageDown' : 'PageUp');
      expected.push(name.toLowerCase());
    }
    await page.getByRole('button', { name: 'Blackout' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('textbox', { name: 'Go to step' }).fill('7');
    await page.keyboard.press('Enter');
    expected.push('blank', 'goTo 6');
    await expect.poll(() => stage.presses.length).toBe(expected.length);
    expect(stage.presses).toEqual(expected);
  });
});

describe('a remote', () => {
  it('speaks the language of its address, from right to left where it is', async () => {
    const { page } = await harness().open('remote/?lang=ar', PHONE);
    await page.locator('html[lang="ar"][dir="rtl"]').waitFor({ state: 'attached' });
    expect(await page.locator('.send').first().textContent()).toBe(arabic['remote.join']);
    expect(await page.title()).toContain(arabic['remote.title']);
  });

  it('without the code asks for it, refuses a wrong one, and takes the right one as it is typed', async () => {
    const stage = joinAsStage();
    const opened = await harness().open('remote/', PHONE);
    const { page } = opened;
    await says(page, 'askCode');
    const field = page.getByRole('textbox', { name: 'Code' });
    await field.fill('wrong');
    await page.keyboard.press('Enter');
    await says(page, 'wrongCode');
    expect(await page.getByRole('status').textContent()).toContain('in 1 s');
    await field.fill('K7M 2XQ');
    await expect
      .poll(async () => {
        const button = page.getByRole('button', { name: 'Connect' });
        if (await button.isVisible()) await button.click({ timeout: 200 }).catch(() => undefined);
        return button.isHidden();
      })
      .toBe(true);
    await says(page, 'connected');
    stage.leave();
    await says(page, 'noStage');
    assertSilent(opened);
  });

  it('says that the connection is lost, connects again, and steps once for a press that was sent twice', async () => {
    const stage = joinAsStage();
    const { page } = await harness().open('about:blank', PHONE);
    const routes: WebSocketRoute[] = [];
    let isCut = false;
    await page.routeWebSocket('**/remote/room', (route) => {
      if (isCut) return void route.close();
      routes.push(route);
      const server = route.connectToServer();
      // The first connection loses all answers to presses.
      const isFirst = routes.length === 1;
      server.onMessage((text) => (isFirst && String(text).includes('taken') ? undefined : route.send(text)));
    });
    await page.goto(harness().at(`remote/#${CODE}`));
    await says(page, 'connected');
    await page.getByRole('button', { name: 'Next' }).tap();
    await expect.poll(() => stage.presses).toEqual(['next']);
    isCut = true;
    await routes[0]!.close();
    await says(page, 'lost');
    await page.getByRole('button', { name: 'Previous' }).tap();
    await says(page, 'unsent');
    isCut = false;
    await says(page, 'connected');
    await page.getByRole('button', { name: 'Next' }).tap();
    await expect.poll(() => stage.presses).toEqual(['next', 'next']);
    stage.leave();
  });
});

describe('a stage and a phone', () => {
  const QUERY = 'present/?story=one-chip&quality=low&motion=reduce';
  const stage = sharedPage(harness, QUERY, { viewport: { width: 640, height: 360 } });
  const phone = sharedPage(harness, `remote/#${CODE}`, PHONE);
  const step = async () => (await statsOf(stage().page)).stepIndex;

  it('meet by the code, the address and the QR code that the stage shows on R', async () => {
    const { page } = stage();
    await expect.poll(step, { timeout: 20_000 }).toBe(0);
    await page.keyboard.press('r');
    const panel = page.getByRole('dialog', { name: 'A phone as remote control' });
    await panel.getByText('Connected remotes: 1').waitFor();
    expect(await panel.locator('.remote-code').textContent()).toBe(CODE);
    expect(await panel.locator('.remote-address').textContent()).toBe(`${harness().origin}/remote/`);
    const squares = await panel.getByRole('img').evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) => (data[at * 4]! < 128 ? '1' : '0')).join('');
    });
    const code = generate(`${harness().origin}/remote/#${CODE}`);
    expect(squares).toBe(code.toString({ on: '1', off: '0', lf: '', pad: 4 }));
    expect(await findings(page)).toEqual([]);
    const title = (await page.locator('.stage-title').textContent()) ?? '';
    await phone().page.getByRole('heading', { name: title }).waitFor();
    expect(await phone().page.locator('.step').textContent()).toBe('Step 1 of 10');
  });

  it('make 50 steps of 50 presses, the first of which closes the panel', async () => {
    await withHandle(stage().page, () => {
      const steps: number[] = [];
      Object.assign(window, { steps });
      const place = document.querySelector('.stage-place')!;
      // The place is written again when the step's figure has been found.
      const note = () => {
        const step = Number.parseInt(place.textContent, 10);
        if (step !== steps.at(-1)) steps.push(step);
      };
      new MutationObserver(note).observe(place, { childList: true });
    });
    const expected: number[] = [];
    for (let press = 0, at = 1; press < 50; press++) {
      const isBack = press % 5 === 2 || press % 5 === 4 || at === 10;
      at += isBack ? -1 : 1;
      expected.push(at);
      await phone()
        .page.getByRole('button', { name: isBack ? 'Previous' : 'Next' })
        .tap();
    }
    const steps = () => stage().page.evaluate(() => (window as unknown as { steps: number[] }).steps);
    await expect.poll(async () => (await steps()).length, { timeout: 20_000 }).toBe(50);
    expect(await steps()).toEqual(expected);
    expect(await stage().page.getByRole('dialog').count()).toBe(0);
  });

  it('go to a step, and stay there while the picture is black', async () => {
    const { page } = phone();
    const field = page.getByRole('textbox', { name: 'Go to step' });
    await field.fill('11');
    await page.keyboard.press('Enter');
    await page.getByText('There is no step “11”. Steps go from 1 to 10.').waitFor();
    await field.fill('4');
    await page.keyboard.press('Enter');
    await expect.poll(step).toBe(3);
    await page.getByRole('button', { name: 'Blackout' }).tap();
    await page.getByText('Only Blackout works').waitFor();
    expect((await statsOf(stage().page)).stage?.blank).toBe('black');
    await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: 'Blackout' }).tap();
    await page.getByText('Step 4 of 10').waitFor();
    expect((await statsOf(stage().page)).stage?.blank).toBe('none');
  });

  it('find each other again after the stage has been loaded again', async () => {
    const { page } = stage();
    await drawn(page);
    // After so many steps the address follows a moment later.
    await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('rack');
    await page.reload();
    await says(phone().page, 'noStage');
    await says(phone().page, 'connected');
    await phone().page.getByText('Step 4 of 10').waitFor();
    await phone().page.getByRole('button', { name: 'Next' }).tap();
    await expect.poll(step, { timeout: 20_000 }).toBe(4);
  });
});

describe('a stage that the room asks for the code', () => {
  it('keeps what is typed there when the answer to another attempt comes', async () => {
    const opened = await harness().open('about:blank', {
      viewport: { width: 640, height: 360 },
      ready: false,
    });
    const { page } = opened;
    const joined: WebSocketRoute[] = [];
    await page.routeWebSocket('**/remote/room', (route) => {
      joined.push(route);
      // As to a stage on another machine, which has to name the code; later attempts are answered below.
      if (joined.length === 1)
        route.onMessage(() => route.send(JSON.stringify({ refused: 'none', waitMs: 0 })));
      else route.onMessage(() => {});
    });
    await page.goto(harness().at('present/?story=one-chip&quality=low&motion=reduce'));
    await waitReady(page);
    await page.keyboard.press('r');
    const panel = page.getByRole('dialog', { name: 'A phone as remote control' });
    const field = panel.getByRole('textbox');
    await field.fill('wrong1');
    await page.keyboard.press('Enter');
    await expect.poll(() => joined.length).toBe(2);
    await field.fill('k7m');
    joined[1]!.send(JSON.stringify({ refused: 'wait', waitMs: 4000 }));
    await panel.getByRole('alert').getByText('4').waitFor();
    expect(await field.inputValue()).toBe('k7m');
    await page.keyboard.type('2xq');
    expect(await field.inputValue()).toBe('k7m2xq');
  });
});
