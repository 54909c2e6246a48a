/** What is shown on the stage: the step's title, its index from 0, and how many there are. */
export interface Shows {
  title: string;
  step: number;
  steps: number;
  isBlank: boolean;
}

export type Press = 'next' | 'previous' | 'blank' | 'goTo';

/** What the room says; see scripts/remote/room.mjs. */
export interface Heard {
  joined?: 'stage' | 'remote';
  /** Why the page may not join: it gave no code, or a wrong one, or has to wait first. */
  refused?: 'none' | 'wrong' | 'wait';
  waitMs?: number;
  code?: string;
  urls?: string[];
  /** How many stage pages and remotes are connected. */
  stages?: number;
  remotes?: number;
  shows?: Shows;
  press?: Press;
  index?: number;
  /** Number of the press that has arrived. */
  taken?: number;
  /** Milliseconds until the next sign of life. */
  beat?: number;
}

/** A connection with the room. */
export interface Line {
  /** Sends a message; false if there is no connection. */
  send(message: object): boolean;
  /** Ends a connection that seems dead, and connects again. */
  restart(): void;
  close(): void;
}

/** Milliseconds until the first try to connect again, doubled after each, and at most. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 5_000;
/** Signs of life that may be missed. */
const MISSED = 2.5;

/** Whether the server of this build has a room; a static host has none. `base` is the way to the build's folder, such as `../`. */
export async function hasRoom(base: string): Promise<boolean> {
  // A page without an origin may fetch nothing.
  if (self.origin === 'null') return false;
  try {
    const answer = await fetch(`${base}remote/room.json`, { cache: 'no-store' });
    return ((await answer.json()) as { room?: unknown }).room === true;
  } catch {
    return false;
  }
}

/**
 * Connects with the room, and connects again when the connection is lost. `join` gives the first message of each connection, `hear` gets all
 * that the room says, `lose` is called when a connection that had joined is gone.
 */
export function openLine(
  base: string,
  join: () => object,
  hear: (heard: Heard) => void,
  lose: () => void,
): Line {
  const address = new URL(`${base}remote/room`, location.href.replace(/^http/, 'ws'));
  let socket: WebSocket;
  let wait = FIRST_WAIT;
  let timer: number | undefined;
  let silence: number | undefined;
  let hasJoined = false;

  function connect() {
    const own = new WebSocket(address);
    socket = own;
    own.onopen = () => own.send(JSON.stringify(join()));
    own.onmessage = ({ data }) => {
      if (own !== socket) return;
      const heard = JSON.parse(String(data)) as Heard;
      if (heard.joined) {
        hasJoined = true;
        wait = FIRST_WAIT;
      }
      if (heard.refused) close();
      if (heard.beat) {
        window.clearTimeout(silence);
        silence = window.setTimeout(restart, heard.beat * MISSED);
      }
      hear(heard);
    };
    own.onclose = () => own === socket && again();
  }
  function again() {
    stop();
    if (hasJoined) lose();
    hasJoined = false;
    timer = window.setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  function stop() {
    window.clearTimeout(timer);
    window.clearTimeout(silence);
    // A dead connection takes its time to close.
    socket.onclose = null;
    socket.close();
  }
  function restart() {
    if (hasJoined) again();
  }
  function close() {
    stop();
    hasJoined = false;
  }
  connect();
  return {
    send(message) {
      if (!hasJoined || socket.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    restart,
    close,
  };
}
