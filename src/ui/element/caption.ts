import { builtinSites } from '../../model/builtin.ts';
import { dayOf } from '../../model/days.ts';
import { fullDocument } from '../../model/fullDocument.ts';
import { sourceById } from '../../model/sources.ts';
import { ownDay } from '../../timeline/campus.ts';
import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say } from '../../state/words.ts';
import { createFormat } from '../format.ts';
import { type Part, partOf } from './controls.ts';
import { make } from './make.ts';

/** Id of the source whose figures are under CC BY, so that each picture of them has to name it. */
const CREDITED = 'epoch';
const CREDIT_URL = 'https://epoch.ai/data/data-centers';
/** A picture smaller than this folds its caption, which in the bar costs the bar a line; in em, as in details.css. */
const ROOMY = { width: 30, height: 21.25, heightWithBar: 27 };

/**
 * The caption: whose account is shown, and the source of the last dated figure up to the day; and what the document of another site than
 * ours remarks about it, such as that a claim cannot be traced. The host can replace it by the slot `caption`.
 * It stands in the bar while that is shown, else at the picture's lower edge; in a small picture it is folded, and so is one that is too long for a line.
 */
export function createCaption(frame: HTMLElement, bar: HTMLElement, experience: Experience, say: Say): Part {
  const { store } = experience;
  const root = make('div', 'caption');
  const slot = document.createElement('slot');
  slot.name = 'caption';
  const text = make('p', 'caption-text');
  const fold = make('details', 'caption-fold');
  const summary = make('summary', 'caption-account');
  const account = make('span', 'caption-name');
  slot.append(text);
  summary.append(account);
  fold.append(summary);
  text.dir = account.dir = 'auto';

  let shown: unknown[] = [];
  function tell() {
    const { langWish, day: shownDay, campuses } = store.getState();
    const { curve, document, site } = experience.campus();
    const day = ownDay(experience.campus(), campuses[0]!, shownDay);
    const { growth, dayZero, defaults } = fullDocument(document);
    const { points = [] } = growth?.curves.find((each) => each.id === curve) ?? {};
    const point = points.findLast(({ date }) => dayOf(dayZero, date) <= day) ?? points[0];
    const id = point?.source ?? defaults.source;
    const { label } = site.curves.find((each) => each.id === curve) ?? {};
    const next = [site, curve, id, langWish];
    if (next.every((value, at) => value === shown[at])) return;
    shown = next;
    const isCredited = points.some(({ source }) => source === CREDITED);
    const name = label || say('caption.account');
    account.textContent = isCredited ? say('caption.credited', { name }) : name;
    const remark = Object.values(builtinSites).includes(document) ? undefined : site.document.note;
    text.replaceChildren(
      `${name}. `,
      ...sourceLine(id, isCredited && id !== CREDITED),
      ...(remark ? [` ${remark.text} `, ...remark.sources.flatMap((each) => sourceLine(each, false))] : []),
    );
    place();
  }
  /** The source, which names what is credited anyway if it is the credited one; else the credit after it. */
  function sourceLine(id: string, withCredit: boolean): (Node | string)[] {
    const { langWish } = store.getState();
    const source = sourceById(id, experience.campus().document);
    const line: (Node | string)[] = [];
    if (source) {
      const { publisher, title, date, url } = source;
      const when = date ? createFormat(chosenTag(langWish)).knownDate(date) : say('caption.undated');
      const sentence = say(title ? 'caption.source' : 'caption.untitled', {
        publisher,
        date: when,
        ...(title && { title }),
      });
      line.push(url ? link(url, sentence) : sentence);
    }
    if (withCredit) line.push(' ', link(CREDIT_URL, say('caption.credit')));
    return line;
  }

  function place() {
    const parent = bar.hidden ? frame : bar;
    if (root.parentNode !== parent) parent.append(root);
    const em = Number.parseFloat(getComputedStyle(frame).fontSize);
    const height = bar.hidden ? ROOMY.height : ROOMY.heightWithBar;
    const isSmall = frame.clientWidth < ROOMY.width * em || frame.clientHeight < height * em;
    if (!isSmall) root.replaceChildren(slot);
    // The bar keeps its height.
    if (!isSmall && text.scrollWidth <= text.clientWidth) return;
    fold.append(slot);
    if (!fold.isConnected) root.replaceChildren(fold);
  }
  tell();
  const resized = new ResizeObserver(place);
  resized.observe(frame);
  resized.observe(bar);
  return partOf(root, store.subscribe(tell), () => resized.disconnect());
}

function link(url: string, text: string): HTMLAnchorElement {
  const made = make('a', 'caption-link', text);
  made.href = url;
  made.target = '_blank';
  made.rel = 'noopener noreferrer';
  return made;
}
