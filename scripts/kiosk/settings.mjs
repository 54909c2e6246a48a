// Where an exhibit's machine keeps what, for the programs here; the units and the drill set the environment.

const { env } = process;

/** What has to outlive a reboot: the browser's profile, the watchdog's memory, the link to the version that is served. */
export const STATE = env.RACKFIELD_STATE || '/var/lib/rackfield/state';
/** The two versions, in folders `a` and `b`. */
export const VERSIONS = env.RACKFIELD_VERSIONS || '/var/lib/rackfield/versions';
/** What may be lost with a reboot, in memory: the browser's process, its cache. */
export const RUN = env.RACKFIELD_RUN || '/run/rackfield';
export const LOG = env.RACKFIELD_LOG || '/var/log/rackfield/watchdog.log';
/** Where the watchdog listens on this machine; `nginx.conf` passes the page's beats on to it. */
export const PORT = Number(env.RACKFIELD_WATCHDOG_PORT) || 8481;

/** The link in `STATE` to the served folder. */
export const CURRENT = `${STATE}/current`;
/** The file with the browser's process. */
export const BROWSER = `${RUN}/browser.pid`;
/** A file that asks for an empty profile at the next start of the browser. */
export const CLEAR = `${RUN}/clear-profile`;
