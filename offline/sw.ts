import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** The files that the worker keeps, from the build. `revision` and `integrity` are null and absent where the name holds a hash. */
declare const FILES: { url: string; revision: string | null; integrity?: string }[];

/** What a worker says to the one that waits to replace it. */
const TAKE_OVER = 'take over';

const precache = new PrecacheController();
precache.precache(FILES);
const kept = new PrecacheRoute(precache, { ignoreURLParametersMatching: [/^/], cleanURLs: false });

/** Pages in `embed/` load as on any other host, so they and what they ask for are left to the browser. */
const embeds = new URL('embed/', self.registration.scope).href;
const isOfEmbed = ({ url, referrer }: Request) => url.startsWith(embeds) || referrer.startsWith(embeds);

/** What only the server knows: whether it has a room for remotes, or a watchdog. Without a network there is neither. */
for (const [address, none] of [
  ['remote/room.json', { room: false }],
  ['kiosk/beat.json', { watchdog: false }],
] as const) {
  const { href } = new URL(address, self.registration.scope);
  registerRoute(
    ({ url }) => url.href === href,
    ({ request }) => fetch(request).catch(() => Response.json(none)),
  );
}

/** Milliseconds for which a reloaded page waits for the version that takes over. Without a limit, a version that cannot start would keep it waiting for ever. */
const HAND_OVER_LIMIT = 20_000;

/** When the page was first reloaded to hand it over, in milliseconds. */
let handOverSince: number | undefined;

/**
 * Lets a waiting version take over when the only page is reloaded, and loads that page from it. Otherwise a new version waits until all
 * pages are closed, so no page gets files of two versions.
 */
async function handOver({ mode }: Request): Promise<Response | undefined> {
  const { waiting } = self.registration;
  if (mode !== 'navigate' || !waiting) return undefined;
  if ((await self.clients.matchAll()).length > 1) return undefined;
  const isFirst = handOverSince === undefined;
  if (isFirst) waiting.postMessage(TAKE_OVER);
  handOverSince ??= Date.now();
  // The page may come back before the other version has started. That waits until this one is idle, so the page then waits for a second.
  return Date.now() - handOverSince < HAND_OVER_LIMIT
    ? new Response(null, { headers: { Refresh: isFirst ? '0' : '1' } })
    : undefined;
}

registerRoute(
  (options) => !isOfEmbed(options.request) && kept.match(options),
  async (options) => (await handOver(options.request)) ?? kept.handler.handle(options),
);

/**
 * Answers a page that asks whether this version holds the page's own script, through the port that comes with the question. If so, the
 * worker answers that page's requests from then on, although the page was loaded without it.
 */
async function answer(script: string, port: MessagePort): Promise<void> {
  const holds = precache.getCacheKeyForURL(script) !== undefined;
  if (holds) await self.clients.claim();
  port.postMessage(holds);
}

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source instanceof ServiceWorker && event.data === TAKE_OVER) void self.skipWaiting();
  else if (port && typeof event.data === 'string') event.waitUntil(answer(event.data, port));
});
