import { generate } from 'lean-qr';
import type { RemoteState, StageRemote } from '../../state/stageRemote.ts';
import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';
import './remotePanel.css';

/** Empty squares around a QR code, as its standard asks for. */
const QUIET = 4;

/** A QR code of a text, one pixel for each of its squares. */
function qrCode(text: string): HTMLCanvasElement {
  const canvas = make('canvas', 'remote-qr');
  generate(text).toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: QUIET });
  return canvas;
}

/** A form for the code where the room asks the stage for it, and a function that says in it why the last one was refused. */
function codeForm(remote: StageRemote, say: Say): { form: HTMLElement; tell(state: RemoteState): void } {
  const form = make('form', 'stage-jump');
  const label = make('label', 'stage-label', say('remote.code'));
  const field = make('input', 'stage-field');
  field.autocomplete = 'off';
  label.append(field);
  const wrong = make('p', 'stage-wrong');
  wrong.setAttribute('role', 'alert');
  form.append(label, make('button', 'stage-go', say('remote.join')), wrong);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (field.value.trim() !== '') remote.join(field.value.trim());
  });
  return {
    form,
    tell({ refused }) {
      wrong.textContent =
        refused && refused.why !== 'none'
          ? say(refused.why === 'wrong' ? 'remote.wrongCode' : 'remote.wait', { seconds: refused.seconds })
          : '';
    },
  };
}

/** What one joins a remote with: QR code, address and code; or why there is none. */
function contentOf(state: RemoteState, say: Say, form: HTMLElement): HTMLElement[] {
  const sentence = (key: string, values?: Record<string, number>) => {
    const made = make('p', 'remote-text', say(`remote.${key}`, values));
    made.setAttribute('role', 'status');
    return made;
  };
  if (state.room === 'closed') return [sentence('stage.closed'), form];
  if (state.room !== 'open') return [sentence(`stage.${state.room}`)];
  const [first = ''] = state.urls;
  const content: HTMLElement[] = [make('p', 'remote-text', say('remote.stage.how'))];
  if (first) {
    const qr = qrCode(first);
    qr.setAttribute('role', 'img');
    qr.setAttribute('aria-label', say('remote.stage.qr'));
    content.push(qr);
  }
  for (const url of state.urls) content.push(make('p', 'remote-address', url.replace(/#.*/, '')));
  if (!first) content.push(sentence('stage.noNetwork'));
  const code = make('p', 'remote-text', say('remote.stage.code'));
  code.append(' ', make('strong', 'remote-code', state.code));
  return [...content, code, sentence('stage.remotes', { remotes: state.remotes })];
}

/** Fills the stage's panel about remotes, and keeps it up to date while it is on the page. */
export function fillRemotePanel(panel: HTMLElement, remote: StageRemote, say: Say): void {
  const code = codeForm(remote, say);
  function show() {
    const state = remote.state();
    code.tell(state);
    // Nothing that somebody types there is lost when another attempt is refused.
    if (state.room !== 'closed' || !code.form.isConnected)
      panel.replaceChildren(...contentOf(state, say, code.form));
  }
  const stop = remote.subscribe(() => (panel.isConnected ? show() : stop()));
  remote.look();
  show();
}
