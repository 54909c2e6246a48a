/** What the stage knows of the remotes that move it. */
export interface RemoteState {
  /**
   * `none`: the server has no room for remotes. `closed`: the room asks for its code, since this page is not on the server's computer.
   * `lost`: the connection is gone, and tried again.
   */
  room: 'asking' | 'none' | 'closed' | 'open' | 'lost';
  /** The code that remotes have to give. */
  code?: string;
  /** Addresses of the remote's page that hold the code; the best one first. */
  urls: readonly string[];
  /** How many remotes are connected. */
  remotes: number;
  /** Why the last code that was typed here was not taken, and the seconds until the next may be tried. */
  refused?: { why: 'none' | 'wrong' | 'wait'; seconds: number };
}

/** The stage's end of the connection with remotes. */
export interface StageRemote {
  state(): RemoteState;
  /** Looks for the room and joins it, unless that has been done. */
  look(): void;
  /** Joins with a code that was typed. */
  join(code: string): void;
  /** Calls back after every change. Returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}
