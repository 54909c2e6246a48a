// A small static file server, for `npm start` and the test harness. Imports only what Node itself provides.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.glb': 'model/gltf-binary',
  '.zip': 'application/zip',
};

/** The media type of a file by its ending. */
export const typeOf = (path) => types[extname(path).toLowerCase()] ?? 'application/octet-stream';

/**
 * The file under `folder` at a path of an address: the file itself, or index.html in a folder. Undefined if there is none, or if
 * the path would leave the folder. A folder without its final slash gives `{ redirect: true }`, because relative addresses in
 * its page need the slash.
 */
export function fileFor(folder, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const base = normalize(folder);
  const file = join(base, normalize(`/${path}`));
  if (file !== base && !file.startsWith(base.endsWith(sep) ? base : base + sep)) return undefined;
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return { file };
  if (!path.endsWith('/')) return { redirect: true };
  const index = join(file, 'index.html');
  return existsSync(index) ? { file: index } : undefined;
}

/**
 * Answers a request with a file from `folder`, or 404. `headers` are added to every answer.
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ pathname?: string, headers?: Record<string, string> }} [options]
 */
export function answerWithFile(folder, request, response, options = {}) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const found = fileFor(folder, options.pathname ?? url.pathname);
  const headers = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff', ...options.headers };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, headers).end();
  } else if (!found) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
  } else if (found.redirect) {
    // A path with two slashes in front would name another host.
    const location = `/${url.pathname.replace(/^\/+/, '')}/${url.search}`;
    response.writeHead(308, { ...headers, Location: location }).end();
  } else {
    const size = statSync(found.file).size;
    response.writeHead(200, { ...headers, 'Content-Type': typeOf(found.file), 'Content-Length': size });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(found.file)
        .on('error', () => response.destroy())
        .pipe(response);
  }
}

/** Listens on the first free port from `first` on; returns the port. */
export function listenFrom(server, first, host) {
  return new Promise((resolve, reject) => {
    let port = first;
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || ++port > first + 100) reject(error);
      else server.listen(port, host);
    });
    server.on('listening', () => resolve(server.address().port));
    server.listen(port, host);
  });
}

export { createServer };
