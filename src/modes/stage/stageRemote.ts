import type { StageControl } from '../../state/stageControl.ts';
import type { RemoteState, StageRemote } from '../../state/stageRemote.ts';
import { type Heard, hasRoom, type Line, openLine, type Press, type Shows } from './remoteLine.ts';

const BASE = '../';
/** Characters of a title that the room takes at most. */
const MOST_TITLE = 300;

/** What the stage does beside what its control does. */
interface Actions {
  /** What remotes read as the title while no story is told. */
  waiting(): string;
  /** Begins a story where a remote asks for the next step of none. */
  begin(): void;
  /** Called before each press takes effect. */
  onPress(): unknown;
}

/** Makes the stage's end: once `look` has found a room, what remotes press moves the stage, and they hear what it shows. */
export function createStageRemote(control: StageControl, { waiting, begin, onPress }: Actions): StageRemote {
  const listeners = new Set<() => void>();
  let state: RemoteState = { room: 'asking', urls: [], remotes: 0 };
  let code = '';
  let line: Line | undefined;
  let sent = '';
  function change(part: Partial<RemoteState>) {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }
  function tell() {
    const { told, blank } = control.state();
    const { stepIndex: step = 0, steps = 0 } = told?.position ?? {};
    const title = (told?.steps[step]?.title ?? waiting()).slice(0, MOST_TITLE);
    const shows: Shows = { title, step, steps, isBlank: blank !== 'none' };
    const message = JSON.stringify(shows);
    if (message !== sent && line?.send({ shows })) sent = message;
  }
  function press(button: Press, index = 0) {
    const { told, blank } = control.state();
    onPress();
    if (button === 'blank') control.blank(blank === 'none' ? 'black' : 'none');
    // As with keys, only that moves a blank stage.
    else if (blank !== 'none') return;
    else if (!told) begin();
    else if (button !== 'goTo') void control[button]();
    else if (index < told.position.steps) void control.goTo(index);
  }
  function hear(heard: Heard) {
    if (heard.joined) {
      sent = '';
      const { code: shown = '', urls = [] } = heard;
      change({ room: 'open', code: shown, urls });
      tell();
    }
    if (heard.remotes !== undefined) change({ remotes: heard.remotes });
    if (heard.refused)
      change({
        room: 'closed',
        refused: { why: heard.refused, seconds: Math.ceil((heard.waitMs ?? 0) / 1000) },
      });
    if (heard.press) press(heard.press, heard.index);
  }
  function join(typed: string) {
    code = typed;
    line?.close();
    line = openLine(
      BASE,
      () => ({ join: 'stage', ...(code ? { code } : {}) }),
      hear,
      () => change({ room: 'lost', remotes: 0 }),
    );
  }
  async function look() {
    if (line) return;
    const has = await hasRoom(BASE);
    if (!has) change({ room: 'none' });
    else if (!line) join('');
  }
  control.subscribe(tell);
  return {
    state: () => state,
    look: () => void look(),
    join,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
