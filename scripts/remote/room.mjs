// The room in which stage pages and remotes meet: a WebSocket at `remote/room` of the server of `npm start -- --remote`.
import { hostname, networkInterfaces } from 'node:os';
import { WebSocketServer } from 'ws';
import { createGate } from './gate.mjs';
import { MOST_BYTES, readMessage } from './messages.mjs';

const PATH = '/remote/room';

/** Milliseconds between two signs of life, after which a page that gave none is left; and until a page has to have joined. */
const BEAT = 5_000;
const JOIN_WITHIN = 10_000;
const MOST_PAGES = 40;
const MOST_REMOTES_REMEMBERED = 200;

/** Addresses of this machine in its networks as they are written in an URL, IPv4 first. */
export function ownAddresses() {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80'));
  return outside
    .sort((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => (address.includes(':') ? `[${address}]` : address));
}

const withoutPrefix = (address) => address.replace(/^::ffff:/, '');
const isLoopback = (address) => address === '::1' || address.startsWith('127.');

/** Whether a page of this server opens the connection. Other names than this machine's are refused: somebody could have given it one. */
function isOwnPage({ origin, host }) {
  if (!host || origin !== `http://${host}`) return false;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const own = hostname().toLowerCase();
  const names = ['localhost', '127.0.0.1', '[::1]', own, `${own}.local`, ...ownAddresses()];
  return names.includes(name);
}

/**
 * Opens the room on a server. Stage pages of this machine join by themselves, all others with the code. What a remote presses goes to the
 * stage page that joined last, each press once, however often it is sent. Returns a function that ends all connections.
 * @param {import('node:http').Server} server
 * @param {{ code: string, remoteUrls: () => string[], addressOf?: (request: import('node:http').IncomingMessage) => string, beatMs?: number }} options
 *   `remoteUrls`: addresses of the remote's page, which stage pages show. `addressOf`: whose request it is.
 */
export function openRoom(
  server,
  { code, remoteUrls, addressOf = ({ socket }) => socket.remoteAddress ?? '', beatMs = BEAT },
) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const check = createGate(code);
  /** What each stage page shows, in the order in which they joined. @type {Map<object, object | undefined>} */
  const stages = new Map();
  const remotes = new Set();
  /** Number of the last press that was taken, by the remote's id. */
  const taken = new Map();

  const send = (socket, message) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
  const tell = (pages, message) => {
    for (const page of pages) send(page, message);
  };
  const leading = () => [...stages.keys()].at(-1);
  /** Tells remotes how many stage pages there are and what the leading one shows, and stage pages how many remotes there are. */
  function tellAll() {
    const shows = stages.get(leading());
    tell(remotes, { stages: stages.size, ...(shows ? { shows } : {}) });
    tell(stages.keys(), { remotes: remotes.size });
  }

  function join(socket, address, { join: role, code: given = '' }) {
    if (role === 'remote' || !isLoopback(address)) {
      // To give none is no guess.
      const { verdict, waitMs } = given === '' ? { verdict: 'none', waitMs: 0 } : check(address, given);
      if (verdict !== 'right') {
        send(socket, { refused: verdict, waitMs });
        socket.close(4403, 'wrong code');
        return undefined;
      }
    }
    if (role === 'stage') {
      stages.set(socket, undefined);
      send(socket, { joined: role, code, urls: remoteUrls() });
    } else {
      remotes.add(socket);
      send(socket, { joined: role });
    }
    tellAll();
    return role;
  }
  function press(socket, id, { number, press: button, index }) {
    if (number > (taken.get(id) ?? -1)) {
      taken.delete(id);
      taken.set(id, number);
      if (taken.size > MOST_REMOTES_REMEMBERED) taken.delete(taken.keys().next().value);
      if (stages.size > 0) send(leading(), { press: button, ...(index === undefined ? {} : { index }) });
    }
    send(socket, { taken: number });
  }

  sockets.on('connection', (socket, request) => {
    const address = withoutPrefix(addressOf(request));
    let role;
    let id = '';
    const late = setTimeout(() => socket.terminate(), JOIN_WITHIN);
    socket.isAlive = true;
    socket.on('pong', () => {
      socket.isAlive = true;
    });
    // What the library finds wrong with a connection ends it, and nothing else.
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? undefined : readMessage(data.toString());
      if (message?.kind === 'join' && !role) {
        clearTimeout(late);
        id = message.id ?? '';
        role = join(socket, address, message);
      } else if (message?.kind === 'press' && role === 'remote') {
        press(socket, id, message);
      } else if (message?.kind === 'shows' && role === 'stage') {
        stages.set(socket, message.shows);
        if (socket === leading()) tell(remotes, { shows: message.shows });
      }
    });
    socket.on('close', () => {
      clearTimeout(late);
      if (remotes.delete(socket) || stages.delete(socket)) tellAll();
    });
  });

  const beating = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!socket.isAlive) socket.terminate();
      socket.isAlive = false;
      if (socket.readyState !== socket.OPEN) continue;
      socket.ping();
      // Pages do not see pings.
      if (remotes.has(socket) || stages.has(socket)) send(socket, { beat: beatMs });
    }
  }, beatMs);
  beating.unref();

  server.on('upgrade', (request, socket, head) => {
    const isHere = new URL(request.url ?? '/', 'http://localhost').pathname === PATH;
    if (!isHere || !isOwnPage(request.headers) || sockets.clients.size >= MOST_PAGES) {
      socket.end(`HTTP/1.1 ${isHere ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  return () => {
    clearInterval(beating);
    for (const socket of sockets.clients) socket.terminate();
  };
}
