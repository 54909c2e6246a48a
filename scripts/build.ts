/** `npm run build`: writes everything that is published to dist/. Fails if a site or an example does not pass the check of documents. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { checkSite } from '../src/model/check.ts';
import { exhibitShelf } from '../src/stories/exhibitStories.ts';
import { strayKeys } from '../src/stories/translated.ts';
import { root } from './install.mjs';
import { buildServiceWorker } from './offline.ts';
import { siteJsonSchema, storyJsonSchema } from './schema.ts';
import { strictHtml } from './vitePlugins.ts';

const EXAMPLES = 'assets/examples';
for (const folder of ['assets/sites', EXAMPLES])
  for (const name of await readdir(join(root, folder))) await check(join(folder, name));

async function check(path: string): Promise<void> {
  const checked = checkSite(JSON.parse(await readFile(join(root, path), 'utf8')));
  if (checked.ok) return;
  const reasons = checked.errors.map(
    ({ path, found, expected }) => `  ${path}: found ${found}, expected ${expected}.`,
  );
  throw new Error(`${path} is not a site document:\n${reasons.join('\n')}`);
}

const found = await Promise.all((await exhibitShelf.ids()).map((id) => exhibitShelf.find(id)));
const stories = found.filter((story) => story !== undefined);
for (const name of await readdir(join(root, 'assets/languages'))) {
  if (!name.endsWith('.stories.json')) continue;
  const stray = strayKeys(JSON.parse(await readFile(join(root, 'assets/languages', name), 'utf8')), stories);
  if (stray.length > 0) throw new Error(`${name} translates what no story has: ${stray.join(', ')}`);
}

const dist = join(root, 'dist');

process.chdir(root);
process.env.NODE_ENV = 'production';
for (const [configFile, mode] of [
  ['vite.config.ts', 'production'],
  ['vite.embed.config.ts', 'production'],
  ['vite.embed.config.ts', 'classic'],
] as const) {
  await build({ root, configFile: join(root, configFile), logLevel: 'warn', mode });
}
await cp(join(root, EXAMPLES), join(dist, 'examples'), { recursive: true });
const deck = join(dist, 'examples/deck');
await cp(join(root, 'examples/deck'), deck, { recursive: true });
const deckPage = join(deck, 'index.html');
await writeFile(deckPage, strictHtml(await readFile(deckPage, 'utf8')));
for (const name of ['dist/reveal.mjs', 'dist/reveal.css', 'LICENSE'])
  await cp(join(root, 'node_modules/reveal.js', name), join(deck, 'reveal', basename(name)));
await buildServiceWorker(root, dist);
await mkdir(join(dist, 'schema'), { recursive: true });
for (const [name, schema] of [
  ['site', siteJsonSchema()],
  ['story', storyJsonSchema()],
] as const)
  await writeFile(join(dist, `schema/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);

const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
for (const file of files) {
  const bytes = await readFile(file);
  const sizes = [bytes.length, gzipSync(bytes).length].map((size) => `${(size / 1000).toFixed(1)} kB`);
  console.log(
    `dist/${relative(dist, file).padEnd(44)} ${sizes[0]?.padStart(10)}  gzip ${sizes[1]?.padStart(10)}`,
  );
}
if (!existsSync(join(dist, 'embed.js'))) throw new Error('The build left no dist/embed.js');
