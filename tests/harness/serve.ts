import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../../scripts/install.mjs';
import { openRoom } from '../../scripts/remote/room.mjs';
import { answerQuestion } from '../../scripts/remote/serve.mjs';
import { answerWithFile, createServer } from '../../scripts/staticFiles.mjs';
import { contentPolicy } from '../../scripts/vitePlugins.ts';

export interface ServeOptions {
  /** Folder of the files; dist/ unless said otherwise. */
  folder?: string;
  /** Path in front of every file, as on a host that keeps the build in a sub-folder: '/a/b'. */
  prefix?: string;
  /** `Access-Control-Allow-Origin: *`, which a plain static host does not send. */
  cors?: boolean;
  /** The content policy as a header on every file, beside the one in the pages. */
  policy?: boolean;
  /** Cross-origin isolation, which also makes `performance.now()` step by 5 µs instead of 100. */
  isolation?: boolean;
  /** Further folders, by their path on the server: { '/baselines': '/tmp/x' }. */
  mounts?: Record<string, string>;
  /** Opens the room of the remote control with this code, as `npm start -- --remote` does. */
  code?: string;
}

export interface Served {
  origin: string;
  /** The same server under another name, which browsers take for another origin. */
  otherOrigin: string;
  /** Folder of the files on this machine. */
  folder: string;
  /** Address of a file or page of the build: `at('embed/?view=hall')`. */
  at(path: string): string;
  /** Serves a page of somebody else, or another file, under this name, at the root and without the policy; answers its address. */
  offer(name: string, content: string | Buffer, type?: string): string;
  /** Paths asked for so far, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine until closed. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const folder = options.folder ?? join(root, 'dist');
  const prefix = options.prefix ?? '';
  const isolated: Record<string, string> = options.isolation
    ? {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      }
    : {};
  const headers: Record<string, string> = { ...isolated };
  if (options.cors) headers['Access-Control-Allow-Origin'] = '*';
  if (options.policy) headers['Content-Security-Policy'] = contentPolicy;
  const pages = new Map<string, { content: string | Buffer; type: string }>();
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const page = pages.get(pathname);
    const mount = Object.entries(options.mounts ?? {}).find(([path]) => pathname.startsWith(`${path}/`));
    if (options.code && answerQuestion(request, response)) {
      // Answered.
    } else if (page !== undefined) {
      response.writeHead(200, { ...isolated, 'Content-Type': page.type }).end(page.content);
    } else if (mount) {
      const [path, files] = mount;
      answerWithFile(files, request, response, { pathname: pathname.slice(path.length), headers: isolated });
    } else if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (pathname.startsWith(`${prefix}/`)) {
      answerWithFile(folder, request, response, { pathname: pathname.slice(prefix.length), headers });
    } else {
      response.writeHead(404, headers).end();
    }
  });
  const closeRoom = options.code
    ? openRoom(server, { code: options.code, remoteUrls: () => [`${origin}/remote/#${options.code}`] })
    : undefined;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    otherOrigin: `http://localhost:${port}`,
    folder,
    at: (path) => `${origin}${prefix}/${path.replace(/^\//, '')}`,
    offer(name, content, type = 'text/html; charset=utf-8') {
      const path = `/host-page/${encodeURIComponent(name)}`;
      pages.set(path, { content, type });
      return `${origin}${path}`;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        closeRoom?.();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A host page with this body, whose elements and frames are so large, CSS pixels. */
export function hostPage(
  body: string,
  head = '',
  [width, height]: readonly [number, number] = [640, 360],
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}
<style>body { margin: 0 } rack-field, iframe { display: block; width: ${width}px; height: ${height}px; border: 0 }</style>
</head><body>${body}</body></html>`;
}

/** A host page that holds an address in a frame with an opaque origin: no storage, no cookies. */
export const sandboxPage = (address: string, size?: readonly [width: number, height: number]): string =>
  hostPage(`<iframe title="Rackfield" sandbox="allow-scripts" src="${address}"></iframe>`, '', size);

/** Folder for what tests leave behind to be looked at. */
export async function outputFolder(): Promise<string> {
  const folder = join(root, 'tests/.output');
  await mkdir(folder, { recursive: true });
  return folder;
}
