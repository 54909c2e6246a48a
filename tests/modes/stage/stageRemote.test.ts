import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStageRemote } from '../../../src/modes/stage/stageRemote.ts';
import type { StageControl, StageState } from '../../../src/state/stageControl.ts';

const CODE = 'k7m2xq';
const URLS = [`http://10.0.0.2:4173/remote/#${CODE}`];

/** A room that wants a code of stages, too; each wrong one costs 1.5 s, in which even the right one is refused. */
function openRoom() {
  const said: object[] = [];
  let isWaiting = false;
  let tell: (message: object) => void = () => undefined;
  class Socket {
    static readonly OPEN = 1;
    readonly readyState = Socket.OPEN;
    onopen?: () => void;
    onmessage?: (event: { data: string }) => void;
    onclose?: () => void;
    constructor() {
      queueMicrotask(() => this.onopen?.());
    }
    send(text: string) {
      tell = (message) => this.onmessage?.({ data: JSON.stringify(message) });
      const message = JSON.parse(text);
      said.push(message);
      if (!message.join) return;
      if (isWaiting) tell({ refused: 'wait', waitMs: 900 });
      else if (message.code === CODE) tell({ joined: 'stage', code: CODE, urls: URLS });
      else {
        isWaiting = message.code !== undefined;
        tell({ refused: isWaiting ? 'wrong' : 'none', waitMs: 1500 });
      }
    }
    close() {}
  }
  const page = { location: { href: 'http://10.0.0.2:4173/present/' }, setTimeout, clearTimeout };
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', page.location);
  vi.stubGlobal('self', { origin: 'http://10.0.0.2:4173' });
  vi.stubGlobal('fetch', async () => new Response('{"room":true}'));
  return {
    said,
    hear: (message: object) => tell(message),
    calm: () => {
      isWaiting = false;
    },
  };
}

/** A stage at the second of three steps, which writes down how it is moved. */
function fakeStage(blank: StageState['blank'] = 'none') {
  const moves: string[] = [];
  const note = (move: string) => async () => void moves.push(move);
  const told = {
    position: { story: 's', step: 'b', stepIndex: 1, steps: 3 },
    title: 'S',
    steps: [...'abc'].map((id) => ({ id, title: id.toUpperCase(), text: id })),
  };
  const control: StageControl = {
    state: () => ({ told, blank, audience: 'live', frozenAt: undefined }),
    next: note('next'),
    previous: note('previous'),
    goTo: async (step) => void moves.push(`goTo ${step}`),
    begin: note('begin'),
    blank: (to) => moves.push(to),
    freeze: () => undefined,
    subscribe: () => () => undefined,
  };
  const actions = {
    waiting: () => 'Which story?',
    begin: () => moves.push('begin'),
    onPress: () => undefined,
  };
  return { moves, remote: createStageRemote(control, actions) };
}

describe('the stage’s end of the line to its remotes', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const refusals = [
    ['wrong', { why: 'wrong', seconds: 2 }],
    [CODE, { why: 'wait', seconds: 1 }],
  ] as const;

  it('stays closed for wrong codes, says why and how long to wait, and opens for the right one', async () => {
    const room = openRoom();
    const { remote } = fakeStage();
    remote.look();
    await expect.poll(() => remote.state()).toMatchObject({ room: 'closed', refused: { why: 'none' } });
    for (const [typed, refused] of refusals) {
      remote.join(typed);
      await expect.poll(() => remote.state()).toMatchObject({ room: 'closed', refused });
    }
    // Nothing of what is shown goes to a room that has not let the stage in.
    expect(room.said.every((message) => 'join' in message)).toBe(true);
    room.calm();
    remote.join(CODE);
    await expect.poll(() => remote.state()).toMatchObject({ room: 'open', code: CODE, urls: URLS });
    expect(room.said.at(-1)).toEqual({ shows: { title: 'B', step: 1, steps: 3, isBlank: false } });
  });

  it.each([
    ['none', ['next', 'goTo 2', 'black']],
    ['black', ['none']],
  ] as const)('goes to no step that there is not, with a picture covered by %s', async (blank, expected) => {
    const room = openRoom();
    const { moves, remote } = fakeStage(blank);
    remote.join(CODE);
    await expect.poll(() => remote.state().room).toBe('open');
    for (const [press, index] of [['next'], ['goTo', 2], ['goTo', 3], ['goTo', 99], ['blank']] as const)
      room.hear({ press, index });
    expect(moves).toEqual(expected);
  });
});
