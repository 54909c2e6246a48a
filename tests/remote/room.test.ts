import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MOST_BYTES, readMessage } from '../../scripts/remote/messages.mjs';
import { openRoom } from '../../scripts/remote/room.mjs';
import { answerQuestion } from '../../scripts/remote/serve.mjs';

const SEED = 13;
const CODE = 'k7m2xq';
const shows = { title: 'One chip', step: 0, steps: 9, isBlank: false };

let server: Server;
const open: WebSocket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

/** Starts a server with a room; pages that say so in a header are of another machine. */
async function room(beatMs = 60_000): Promise<string> {
  server = createServer((request, response) => {
    if (!answerQuestion(request, response)) response.writeHead(404).end();
  });
  openRoom(server, {
    code: CODE,
    beatMs,
    remoteUrls: () => ['http://192.0.2.7/remote/'],
    addressOf: ({ headers }) => String(headers['x-from'] ?? '127.0.0.1'),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A page that is connected with the room, and all that it has heard. */
async function page(host: string, join?: object, from?: string, origin = `http://${host}`) {
  const headers = from ? { 'x-from': from } : {};
  const socket = new WebSocket(`ws://${host}/remote/room`, { origin, headers });
  open.push(socket);
  const heard: Record<string, unknown>[] = [];
  let wake = () => {};
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const send = (message: unknown) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  if (join) send(join);
  return {
    socket,
    heard,
    closed,
    send,
    /** Waits for a message with this key. */
    async hears(key: string) {
      for (;;) {
        const found = heard.find((message) => key in message);
        if (found) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const soon = () => new Promise(setImmediate);
const remote = (id = 'a') => ({ join: 'remote', code: CODE, id });
/** Waits until all that was sent before has been dealt with: answers come in order. */
async function settle(phone: Awaited<ReturnType<typeof page>>, number = 1_000_000) {
  phone.send({ press: 'blank', number });
  while (!phone.heard.some(({ taken }) => taken === number)) await soon();
}

describe('the room of the remote', () => {
  it('tells a stage page of this machine the code and where the remote is, and asks those of others for the code', async () => {
    const host = await room();
    const stage = await page(host, { join: 'stage' });
    expect(await stage.hears('joined')).toEqual({
      joined: 'stage',
      code: CODE,
      urls: ['http://192.0.2.7/remote/'],
    });
    const other = await page(host, { join: 'stage' }, '192.0.2.9');
    expect(await other.hears('refused')).toMatchObject({ refused: 'none' });
    expect(await other.closed).toBe(4403);
    const invited = await page(host, { join: 'stage', code: CODE }, '192.0.2.10');
    expect(await invited.hears('joined')).toMatchObject({ joined: 'stage' });
  });

  it('lets no remote in without the code, this machine’s included', async () => {
    const host = await room();
    for (const [code, refused, waitMs] of [
      ['wrong', 'wrong', 500],
      [undefined, 'none', 0],
    ] as const) {
      const phone = await page(host, { join: 'remote', id: 'a', code }, `192.0.2.${refused.length}`);
      expect(await phone.hears('refused')).toEqual({ refused, waitMs });
      expect(await phone.closed).toBe(4403);
    }
    const early = await page(host, remote(), '192.0.2.5');
    expect(await early.hears('refused')).toMatchObject({ refused: 'wait' });
    const here = await page(host, { join: 'remote', id: 'a' });
    expect(await here.hears('refused')).toMatchObject({ refused: 'none' });
  });

  it('hands on every press once and in order, however often it is sent, also over a new connection', async () => {
    const host = await room();
    const stage = await page(host, { join: 'stage' });
    await stage.hears('joined');
    let phone = await page(host, remote(), '192.0.2.8');
    for (let number = 0; number < 50; number++) {
      for (let time = 0; time <= number % 3; time++)
        phone.send({ press: number % 2 ? 'previous' : 'next', number });
      if (number === 25) {
        await settle(phone, 26);
        phone.socket.terminate();
        phone = await page(host, remote(), '192.0.2.8');
      }
    }
    await settle(phone);
    const presses = stage.heard.filter((message) => 'press' in message).map(({ press }) => press);
    const expected: string[] = Array.from({ length: 50 }, (_, number) => (number % 2 ? 'previous' : 'next'));
    expected.splice(26, 1, 'blank');
    expect(presses).toEqual([...expected, 'blank']);
  });

  it('tells the stage page that joined last, and the one before once it is gone', async () => {
    const host = await room();
    const first = await page(host, { join: 'stage' });
    await first.hears('joined');
    const second = await page(host, { join: 'stage' });
    await second.hears('joined');
    const phone = await page(host, remote());
    expect(await phone.hears('stages')).toEqual({ stages: 2 });
    expect(await first.hears('remotes')).toEqual({ remotes: 0 });
    while (!first.heard.some(({ remotes }) => remotes === 1)) await soon();
    first.send({ shows: { ...shows, title: 'The first' } });
    second.send({ shows });
    await phone.hears('shows');
    phone.send({ press: 'next', number: 0 });
    expect(await second.hears('press')).toEqual({ press: 'next' });
    second.socket.terminate();
    while (!phone.heard.some(({ stages }) => stages === 1)) await soon();
    expect(phone.heard.at(-1)).toEqual({ stages: 1, shows: { ...shows, title: 'The first' } });
    expect(phone.heard.filter((message) => 'shows' in message)).toHaveLength(2);
    phone.send({ press: 'goTo', index: 3, number: 1 });
    expect(await first.hears('press')).toEqual({ press: 'goTo', index: 3 });
  });

  it('tells remotes what the stage shows, those that come later, too, and nothing beside', async () => {
    const host = await room();
    const stage = await page(host, { join: 'stage' });
    const phone = await page(host, remote());
    await phone.hears('joined');
    stage.send({ shows: { ...shows, further: 1 }, urls: ['x'] });
    expect(await phone.hears('shows')).toEqual({ shows });
    const late = await page(host, remote('b'));
    expect(await late.hears('shows')).toEqual({ stages: 1, shows });
    phone.send({ shows: { ...shows, title: 'Not mine to say' } });
    stage.send({ press: 'next', number: 0 });
    await settle(phone);
    expect(late.heard.filter((message) => 'shows' in message)).toHaveLength(1);
    expect(stage.heard.filter(({ press }) => press === 'next')).toEqual([]);
  });

  it('drops what it does not know before and after joining, and ends a connection that sends too much', async () => {
    const host = await room();
    const stage = await page(host, { join: 'stage' });
    await stage.hears('joined');
    const phone = await page(host);
    phone.send({ press: 'next', number: 0 });
    phone.send(remote());
    await phone.hears('joined');
    for (const message of [
      '',
      '{',
      'null',
      '[]',
      '"next"',
      { press: 'reload', number: 1 },
      { press: 'next' },
      remote('b'),
    ])
      phone.send(message);
    phone.send({ press: 'next', number: -1 });
    phone.send({ press: 'goTo', number: 2 });
    await settle(phone);
    expect(stage.heard.filter((message) => 'press' in message)).toEqual([{ press: 'blank' }]);
    phone.send('x'.repeat(MOST_BYTES + 1));
    expect(await phone.closed).toBe(1009);
  });

  it.each([
    ['of another page', 'http://example.org'],
    ['of another port', 'http://127.0.0.1:1'],
    ['of no page', ''],
  ])('is closed to connections %s', async (_title, origin) => {
    const host = await room();
    await expect(page(host, undefined, undefined, origin)).rejects.toThrow('403');
  });

  it('is closed to a name that is not this machine’s', async () => {
    const host = await room();
    const socket = new WebSocket(`ws://${host}/remote/room`, {
      origin: 'http://example.org',
      headers: { host: 'example.org' },
    });
    await expect(new Promise((_resolve, reject) => socket.on('error', reject))).rejects.toThrow('403');
  });

  it('gives signs of life, and answers whether it is there', async () => {
    const host = await room(20);
    const phone = await page(host, remote());
    expect(await phone.hears('beat')).toEqual({ beat: 20 });
    const answer = await fetch(`http://${host}/remote/room.json`);
    expect(await answer.json()).toEqual({ room: true });
  });
});

describe('a message', () => {
  it(`is read whatever it holds, and has only known keys (seed ${SEED})`, () => {
    const values = fc.oneof(
      fc.constantFrom('next', 'goTo', 'stage', 'remote', 0, -1, 1.5, null),
      fc.jsonValue(),
    );
    const objects = fc.record(
      {
        join: values,
        press: values,
        number: values,
        index: values,
        code: values,
        id: values,
        shows: values,
        further: values,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(objects, fc.jsonValue()), (value) => {
        const message: { kind?: string; number?: unknown } | undefined = readMessage(JSON.stringify(value));
        if (!message) return;
        expect(Object.keys(message)).not.toContain('further');
        if (message.kind === 'press')
          expect(Number(message.number)).toSatisfy(
            (number) => Number.isSafeInteger(number) && Number(number) >= 0,
          );
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});
