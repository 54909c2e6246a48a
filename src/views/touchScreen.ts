/** Millimetres in an inch. */
const INCH = 25.4;
/** Least size of what is touched: millimetres, and CSS pixels where those are larger. */
const TARGET_MM = 20;
const TARGET_PX = 44;
/** Height above the floor from which on everybody reaches controls, millimetres (ADA 308, EN 301 549); it ends at 1220. */
const LOWEST_REACH = 380;
/** Lower edge of the controls where a standing adult need not bend down, millimetres above the floor. */
const COMFORTABLE = 800;
/** Screens that are lower than this have their controls at their lower edge, millimetres. */
const LOW_SCREEN = 700;

/** A screen that hangs in a room, filled by a window. */
export interface TouchScreen {
  /** CSS pixels. */
  width: number;
  height: number;
  /** Inches. */
  diagonal: number;
  /** From the floor to its lower edge, millimetres. */
  mount: number;
}

/** Lengths on a screen, CSS pixels. */
export interface ScreenLengths {
  millimetre: number;
  /** Least size of what is touched. */
  target: number;
  /** Where the lower edge of the controls is above that of the screen: usually, and lowered for who sits or is small. */
  usual: number;
  lowered: number;
}

/** Works out how large and how high what is touched has to be on a screen. */
export function lengthsOn({ width, height, diagonal, mount }: TouchScreen): ScreenLengths {
  const millimetre = Math.hypot(width, height) / (diagonal * INCH);
  const above = (floor: number) => Math.min(Math.max(0, (floor - mount) * millimetre), height);
  const lowered = above(LOWEST_REACH);
  const isLow = height < LOW_SCREEN * millimetre;
  return {
    millimetre,
    // Browsers round lengths down to fractions of a pixel.
    target: Math.ceil(Math.max(TARGET_MM * millimetre, TARGET_PX)),
    usual: isLow ? lowered : Math.max(lowered, above(COMFORTABLE)),
    lowered,
  };
}

/** Where a height above the floor (millimetres) is on the glass, CSS pixels below its upper edge. */
export const heightOnGlass = (screen: TouchScreen, height: number): number =>
  screen.height - (height - screen.mount) * lengthsOn(screen).millimetre;
