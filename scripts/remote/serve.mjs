// What `npm start -- --remote` adds to the server. Imports `ws`, so only once the dependencies are installed.
import { newCode } from './gate.mjs';
import { openRoom, ownAddresses } from './room.mjs';

/** Where pages learn whether their server has a room; the build has a file of this name that says no. */
const QUESTION = '/remote/room.json';

/** Answers pages that ask whether there is a room; returns whether this was such a request. */
export function answerQuestion(request, response) {
  if (new URL(request.url ?? '/', 'http://localhost').pathname !== QUESTION) return false;
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end('{"room":true}\n');
  return true;
}

/**
 * Opens the room of the remote control on a server, with a new code. `urls()` are the addresses of the remote's page, once the server listens.
 * @param {import('node:http').Server} server
 */
export function serveRemote(server) {
  const code = newCode();
  const urls = () => ownAddresses().map((host) => `http://${host}:${server.address().port}/remote/#${code}`);
  openRoom(server, { code, remoteUrls: urls });
  return { code, urls };
}
