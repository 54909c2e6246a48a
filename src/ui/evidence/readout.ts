import type { Explained, ExplainedFigure } from '../../inventory/figures/explained.ts';
import type { Experience } from '../../state/experience.ts';
import { addressOf } from '../../layout/address.ts';
import { make } from '../element/make.ts';
import { basisLine, isolated, thereLine, valueLine, type Wording } from './figureLines.ts';
import { thingWords } from './words.ts';

/** Milliseconds for which the pointer has to rest until it is said what is known about the thing under it. */
const REST_MS = 120;
/** Distance between the pointer and the readout, CSS pixels, and the height above which it is below the pointer. */
const AWAY = { x: 14, y: 18, low: 160 } as const;
/** Ids of what is said of a thing first, if it is known: how many there are in the yard, what it holds, what it draws, how large it is. */
const FIRST = [/(^|:)units\./, /\.gpus$/, /\.power$/, /\.servers$/, /\.height$/, /\.width$/];

/** The figure of a thing that is said of it first. */
export const mainFigure = (figures: readonly ExplainedFigure[]): ExplainedFigure | undefined =>
  FIRST.flatMap((pattern) => figures.find(({ id }) => pattern.test(id)) ?? [])[0] ?? figures[0];

/** What is under the pointer, beside it: at once the rack or GPU, and with the figure that matters most once the pointer rests. */
export interface Readout {
  /** The pointer is there now: an event over the picture. */
  follow(event: PointerEvent): void;
  leave(): void;
  dispose(): void;
}

/** Makes the readout in `parent`; `explainAt` answers for a position in the window. */
export function createReadout(
  parent: HTMLElement,
  { store }: Experience,
  wording: () => Wording,
  /** Whether a press on it shows all that is known. */
  isOpened: (thing: Explained) => boolean,
  explainAt: (clientX: number, clientY: number) => Promise<Explained | null>,
): Readout {
  const box = make('div', 'pointed');
  box.setAttribute('aria-hidden', 'true');
  let last = { x: 0, y: 0, isMouse: false };
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** Counts movements, so that an answer about an earlier place is not shown. */
  let movements = 0;
  /** The movement after which the thing was said; the rack under the pointer may be known only later, and says less. */
  let saidAfter = 0;

  function place() {
    const around = box.offsetParent;
    if (!around) return;
    const { left, top, width } = around.getBoundingClientRect();
    // A page may have scaled the picture.
    const scale = around.clientWidth / width;
    const [x, y] = [(last.x - left) * scale, (last.y - top) * scale];
    const isFar = x + AWAY.x + box.offsetWidth > around.clientWidth;
    const isLow = y > around.clientHeight - Math.max(AWAY.low, box.offsetHeight + AWAY.y);
    const place = [
      isFar ? x - box.offsetWidth - AWAY.x : x + AWAY.x,
      isLow ? y - box.offsetHeight - AWAY.x : y + AWAY.y,
    ];
    for (const [at, name] of ['--x', '--y'].entries())
      box.style.setProperty(name, `${Math.max(0, place[at]!)}px`);
    box.dataset.docked = String(!last.isMouse);
  }
  function show(...lines: (Node | undefined)[]) {
    box.replaceChildren(...lines.flatMap((line) => line ?? []));
    if (!box.isConnected) parent.append(box);
    place();
  }
  const titled = ({ title, place }: ReturnType<typeof thingWords>) => {
    const strong = make('strong', 'pointed-name');
    strong.append(isolated(title));
    return [strong, place === '' ? undefined : isolated(place, 'pointed-place')];
  };

  /** The rack or GPU under the pointer. */
  function showRack() {
    const { pointed, campuses } = store.getState();
    if (!pointed) return box.remove();
    const { say, format } = wording();
    const { layout } = campuses[pointed.campusIndex]!;
    const { racks, site } = layout;
    const { rackIndex, gpu } = pointed;
    const name = site.rackKinds[racks.kind[rackIndex]!]!.name;
    const rack = { hall: racks.hall[rackIndex]!, row: racks.row[rackIndex]!, rack: racks.place[rackIndex]! };
    const known = gpu > 0 ? addressOf(layout, gpu) : undefined;
    const address = known ? { ...rack, server: known.server, gpu: known.gpu, number: gpu } : rack;
    show(...titled(thingWords({ name, address }, say, format)));
  }
  async function showThing(movement: number) {
    const found = await explainAt(last.x, last.y).catch(() => null);
    if (movement !== movements || !found) return;
    saidAfter = movement;
    const words = wording();
    const { say, format } = words;
    const main = mainFigure(found.figures);
    const isPainted = store.getState().overlay === 'evidence';
    const more = found.figures.length - 1;
    show(
      ...titled(thingWords(found, say, format)),
      isPainted ? thereLine(found.grade, say) : undefined,
      ...(main ? [valueLine(main, words, false), basisLine(main, words)] : []),
      more > 0 && isOpened(found)
        ? make(
            'span',
            'figure-second',
            say(more === 1 ? 'card.more.one' : 'card.more', { count: format.whole(more) }),
          )
        : undefined,
    );
  }
  const stop = store.subscribe(({ pointed }, before) => {
    if (pointed !== before.pointed && saidAfter !== movements) showRack();
  });
  return {
    follow({ clientX: x, clientY: y, pointerType }) {
      if (x === last.x && y === last.y) return;
      last = { x, y, isMouse: pointerType === 'mouse' };
      movements++;
      clearTimeout(resting);
      const movement = movements;
      if (last.isMouse) resting = setTimeout(() => void showThing(movement), REST_MS);
      showRack();
    },
    leave() {
      movements++;
      clearTimeout(resting);
      box.remove();
    },
    dispose() {
      stop();
      clearTimeout(resting);
      box.remove();
    },
  };
}
