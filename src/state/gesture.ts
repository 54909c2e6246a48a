/** Who a gesture over the picture belongs to; undecided while the fingers have moved too little to tell. */
export type GestureOwner = 'page' | 'model' | 'undecided';

/** What the wheel does over a picture that is not activated: scroll the page, or zoom. */
export const WHEELS = ['page', 'zoom'] as const;
export type Wheel = (typeof WHEELS)[number];

/** Least movement of a finger that is not a tap, CSS pixels. */
export const TOUCH_SLOP = 10;
/** A movement is plainly sideways if it is this many times as wide as it is high. */
const SIDEWAYS = 1.5;

/** A turn of the wheel over the picture. */
export interface WheelTurn {
  wheel: Wheel;
  isActivated: boolean;
  /** The control key, which browsers also report for the pinch of a touchpad. */
  hasCtrl: boolean;
  /** Whether the zoom cannot go farther in this direction. */
  isAtEnd: boolean;
  /** Whether the wheel turns up or down at all; some only go sideways. */
  isVertical: boolean;
}

/** Who a turn of the wheel belongs to. */
export function wheelOwner({
  wheel,
  isActivated,
  hasCtrl,
  isAtEnd,
  isVertical,
}: WheelTurn): Exclude<GestureOwner, 'undecided'> {
  if (wheel === 'zoom' || hasCtrl) return 'model';
  return isActivated && isVertical && !isAtEnd ? 'model' : 'page';
}

/** Fingers on the picture or a control, and how far the first has moved: CSS pixels, to the right and down. */
export interface TouchMove {
  fingers: number;
  right: number;
  down: number;
  /** Whether one finger moves the model in every direction. */
  isDirect: boolean;
}

/** Who the gesture belongs to after a movement. `before` is the answer so far: what is decided stays, except that a second finger turns to the model. */
export function touchOwner(
  before: GestureOwner,
  { fingers, right, down, isDirect }: TouchMove,
): GestureOwner {
  if (before === 'model' || isDirect || fingers > 1) return 'model';
  const [width, height] = [Math.abs(right), Math.abs(down)];
  if (before === 'page' || Math.max(width, height) < TOUCH_SLOP) return before;
  if (width > height * SIDEWAYS) return 'model';
  return height >= width ? 'page' : 'undecided';
}
