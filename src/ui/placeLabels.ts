/** A rectangle of the picture, CSS pixels from left and top. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a label belongs to, the same with what is written around it, and the label's size, CSS pixels. */
export interface Labelled {
  box: Box;
  around?: Box;
  width: number;
  height: number;
}

/**
 * Where a label stands: its upper left corner; the length of a line from its lower edge down to what it belongs to, and how far from its
 * left edge that is.
 */
export interface LabelPlace {
  left: number;
  top: number;
  line: number;
  lineAt: number;
}

/** Distance kept between labels, farthest that one is raised, and the least between the end of one and its line, CSS pixels. */
const APART = 4;
const MOST_RAISED = 120;
const LINE_IN = 6;

/**
 * Places a label for each thing that wants one: over it, under it or beside it, else raised over others with a line down to it. No label
 * lies over another or its line, over what is `taken`, or leaves the free part of the picture. If there is another place, none lies over a
 * thing or what is written around it, where the lines of later ones may come down, or, without a line, nearer to another thing than to its
 * own. Undefined for one that is not wanted or for which there is no room; earlier ones choose first.
 */
export function placeLabels(
  all: readonly (Labelled | undefined)[],
  free: Box,
  taken: readonly Box[] = [],
): (LabelPlace | undefined)[] {
  const things = all.flatMap((each) => (each ? [each.box] : []));
  const surroundings = all.flatMap((each) => (each ? [each.around ?? each.box] : []));
  const placed: Box[] = [...taken];
  return all.map((each, index) => {
    if (!each) return undefined;
    const { box, around = box, width, height } = each;
    const middle = (box.left + box.right) / 2;
    if (middle < free.left || middle > free.right || box.top > free.bottom || box.bottom < free.top)
      return undefined;
    const within = (left: number) => Math.min(Math.max(left, free.left), free.right - width);
    const at = (left: number, top: number, line = 0) => ({
      ...{ left, top, line, lineAt: Math.min(Math.max(middle - left, 0), width) },
      box: { left, right: left + width, top, bottom: top + height },
    });
    const over = within(middle - width / 2);
    const beside = (box.top + box.bottom - height) / 2;
    const near = ({ left, right, top, bottom }: Box) => [
      at(over, top - height),
      at(over, bottom),
      at(right, beside),
      at(left - width, beside),
    ];
    const raised = [];
    for (let rise = APART; rise <= MOST_RAISED; rise += APART)
      for (const left of [over, within(middle - LINE_IN), within(middle - width + LINE_IN)])
        raised.push(at(left, around.top - height - rise, rise + box.top - around.top));
    const fits = ({ box: own, ...place }: ReturnType<typeof at>) =>
      own.left >= free.left - 0.5 &&
      own.right <= free.right + 0.5 &&
      own.top >= free.top - 0.5 &&
      own.bottom <= free.bottom + 0.5 &&
      !placed.some(
        (other) => touches(own, other, APART) || (place.line > 0 && touches(lineOf(own, place), other, 0)),
      );
    const candidates = [...near(around), ...raised, ...near(box)].filter(fits);
    const others = things.filter((thing) => thing !== box);
    const belongs = ({ box: own, line }: ReturnType<typeof at>) =>
      line > 0 || others.every((other) => between(own, box) <= between(own, other));
    const clearOf = (boxes: readonly Box[], from = candidates) =>
      from.find(({ box: own }) => !boxes.some((thing) => touches(own, thing, 0)));
    const own = candidates.filter(belongs);
    /** Where lines down to those that choose later would be, but in the same column. */
    const masts = all.slice(index + 1).flatMap((later) => {
      if (!later) return [];
      const { left, right, top } = later.box;
      const at = (left + right) / 2;
      const isAside = at < box.left || at > box.right;
      return isAside ? [{ left: at - 2, right: at + 2, top: top - MOST_RAISED, bottom: top }] : [];
    });
    // The last resort is on the thing itself, as where it fills the picture.
    const found =
      clearOf([...surroundings, ...masts], own) ??
      clearOf(surroundings, own) ??
      clearOf(things, own) ??
      clearOf(things) ??
      candidates[0] ??
      [at(over, Math.max(box.top, free.top))].find(fits);
    if (!found) return undefined;
    placed.push(found.box, ...(found.line > 0 ? [lineOf(found.box, found)] : []));
    const { left, top, line, lineAt } = found;
    return { left, top, line, lineAt };
  });
}

/** The line from a label's lower edge. */
function lineOf({ left, bottom }: Box, { line, lineAt }: Pick<LabelPlace, 'line' | 'lineAt'>): Box {
  const at = left + lineAt;
  return { left: at - 1, right: at + 1, top: bottom, bottom: bottom + line };
}

/** The distance between two rectangles; 0 where they overlap. */
const between = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(a.left - b.right, b.left - a.right, 0),
    Math.max(a.top - b.bottom, b.top - a.bottom, 0),
  );

const touches = (a: Box, b: Box, apart: number): boolean =>
  a.left < b.right + apart - 0.01 &&
  b.left < a.right + apart - 0.01 &&
  a.top < b.bottom + apart - 0.01 &&
  b.top < a.bottom + apart - 0.01;
