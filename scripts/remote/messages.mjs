// What pages may send to the room of the remote control. Everything else is dropped.

/** Bytes of a message at most. */
export const MOST_BYTES = 2048;

const MOST_TEXT = 300;
const isText = (value, most) => typeof value === 'string' && value.length <= most;
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

const PRESSES = ['next', 'previous', 'blank', 'goTo'];

const checks = {
  /** The first message of a page. `id` is the same for one remote after it has connected again. */
  join: ({ join, code, id }) =>
    (join === 'stage' || join === 'remote') &&
    (code === undefined || isText(code, 40)) &&
    (join === 'stage' || isText(id, 40)),
  /** From a remote; `number` grows by one with each press. */
  press: ({ press, number, index }) =>
    PRESSES.includes(press) && isCount(number) && (press === 'goTo' ? isCount(index) : index === undefined),
  /** From a stage: what it shows. */
  shows: ({ shows }) =>
    typeof shows === 'object' &&
    shows !== null &&
    isText(shows.title, MOST_TEXT) &&
    isCount(shows.step) &&
    isCount(shows.steps) &&
    typeof shows.isBlank === 'boolean',
};

/** The keys of each kind of message that are handed on. */
const keys = { join: ['join', 'code', 'id'], press: ['press', 'number', 'index'], shows: ['shows'] };

/**
 * A message as `{ kind, ...values }` with no other keys than the known ones, or undefined if it is not one.
 * @param {string} text
 */
export function readMessage(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kind = Object.keys(checks).find((name) => Object.hasOwn(value, name));
  if (!kind || !checks[kind](value)) return undefined;
  const kept = Object.fromEntries(
    keys[kind].filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key]]),
  );
  if (kind === 'shows') {
    const { title, step, steps, isBlank } = value.shows;
    kept.shows = { title, step, steps, isBlank };
  }
  return { kind, ...kept };
}
