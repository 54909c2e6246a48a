/** A picture that takes part in sharing the page's WebGL contexts. */
export interface ContextUser {
  /** Distance of its middle from the middle of the window, CSS pixels; negative while somebody uses it. */
  distance(): number;
  holds(): boolean;
  /** Draws with a new context; resolves when the first frame has been presented, or nothing can be drawn. */
  take(): Promise<void>;
  /** Keeps showing the last picture; resolves when the context is freed. */
  release(): Promise<void>;
}

/** Browsers drop the oldest of more than 8 (phones) to 16 contexts, and the page may have some of its own. */
export const MOST_CONTEXTS = 6;
/** How long the page has to stand still before contexts change hands, milliseconds. */
const REST_MS = 150;

const users = new Set<ContextUser>();
/** Contexts change hands one at a time, so that there are never more than allowed. */
let turn: Promise<void> = Promise.resolve();
let resting: ReturnType<typeof setTimeout> | undefined;

/** The users that should hold contexts: the nearest to the middle of the window. */
export function nearest(all: Iterable<ContextUser>): ContextUser[] {
  return [...all]
    .map((user) => ({ user, distance: user.distance() }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_CONTEXTS)
    .map(({ user }) => user);
}

/** Gives a context to a user at its turn, from then on it shares. Resolves when its first frame has been presented. */
export function shareContexts(user: ContextUser): Promise<void> {
  if (users.size === 0) for (const name of ['scroll', 'resize']) addEventListener(name, later, true);
  users.add(user);
  const given = inTurn(() => give(user));
  void given.then(later, later);
  return given;
}

/** Ends a user's part; its context is taken to be freed. */
export function leaveContexts(user: ContextUser): void {
  if (!users.delete(user)) return;
  later();
  if (users.size === 0) for (const name of ['scroll', 'resize']) removeEventListener(name, later, true);
}

/** Hands contexts over to those nearest the middle of the window, once it stands still. */
function later() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (users.size > 0) void inTurn(arrange);
  }, REST_MS);
}

function inTurn(act: () => Promise<void>): Promise<void> {
  turn = turn.then(act, act);
  return turn;
}

async function arrange() {
  for (const user of nearest(users)) await give(user);
}

async function give(user: ContextUser) {
  if (user.holds() || !users.has(user)) return;
  const holders = nearest([...users].filter((other) => other.holds()));
  for (const other of holders.slice(MOST_CONTEXTS - 1)) await other.release();
  await user.take();
}
