/** A colour with a pattern of lines over it, which tell a class of things from others; both can be read without the other. */
export interface Fill {
  /** Colours of the ground and of the pattern, sRGB hex. */
  ground: string;
  ink: string;
  /** Directions across two sets of lines, unit vectors, x to the right and y up; none for a plain ground. */
  across: readonly (readonly [x: number, y: number])[];
  /** Half a line's width, CSS pixels. */
  half: number;
  /** Dots: only what both sets of lines have in common. */
  isDotted?: boolean;
}

/** Distance from line to line of all patterns, CSS pixels. */
export const PERIOD = 9;

const RISING = [Math.SQRT1_2, -Math.SQRT1_2] as const;
const FALLING = [Math.SQRT1_2, Math.SQRT1_2] as const;
const LEVEL = [0, 1] as const;
const UPRIGHT = [1, 0] as const;

const fill = (ground: string, ink: string, across: Fill['across'] = [], half = 1.2): Fill => ({
  ...{ ground, ink, across, half },
});
const dotted = (ground: string, ink: string, half = 1.3): Fill => ({
  ...fill(ground, ink, [UPRIGHT, LEVEL], half),
  isDotted: true,
});

/** What is not told apart: pale and plain. */
const PLAIN = fill('#e6e1d6', '#e6e1d6');

/** By grade, in the order of GRADES: the better known, the darker the ground and the plainer the pattern. */
export const GRADE_FILLS: readonly Fill[] = [
  fill('#114b83', '#114b83'),
  fill('#2f7fb8', '#aed3ea', [RISING], 1),
  fill('#d69f2c', '#5c3f00', [FALLING, RISING], 0.8),
  dotted('#ebe6da', '#a8a193', 1),
];

/** By period: the later, the paler; last what always stood. */
const PERIOD_FILLS: readonly Fill[] = [
  fill('#3b1c54', '#3b1c54'),
  fill('#3c4f8a', '#dfe6fa', [RISING]),
  dotted('#26828e', '#e2f6f5', 1.6),
  fill('#35a869', '#0b3a1e', [LEVEL]),
  fill('#94cf4a', '#2e4a08', [FALLING, RISING], 0.8),
  fill('#f4dd3f', '#7a6600', [UPRIGHT]),
];
export const periodFills = (count: number): Fill[] => [...PERIOD_FILLS.slice(0, count), PLAIN];

/** How much of a pattern's ink a place has, 0 to 1; CSS pixels from a corner, y up; the shader has the same. */
export function inkAt({ across, half, isDotted }: Fill, x: number, y: number, pixels = 1): number {
  const away = across.map(([ax, ay]) => {
    const turn = (x * ax + y * ay) / PERIOD;
    return Math.abs(turn - Math.floor(turn) - 0.5) * PERIOD - half;
  });
  if (away.length === 0) return 0;
  const distance = isDotted ? Math.max(...away) : Math.min(...away);
  return Math.min(Math.max(0.5 - distance * pixels, 0), 1);
}
