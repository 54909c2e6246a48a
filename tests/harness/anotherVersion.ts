import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/install.mjs';
import { buildServiceWorker } from '../../scripts/offline.ts';

/** The hash in the name of a built file, and its ending. */
export const HASH = /-([\w-]{8})(\.\w+)$/;

const isText = /\.(js|css|html)$/;

/** Puts another version into a folder that holds a build: all its hashes are spelled backwards, and the page's body has an id. */
export async function publishAnother(folder: string): Promise<void> {
  const names = readdirSync(join(folder, 'assets'));
  const renamed = names.map((name): [string, string] => [
    name,
    name.replace(HASH, (_all, hash, ending) => `-${[...hash].reverse().join('')}${ending}`),
  ]);
  const rewrite = (path: string) => {
    let text = readFileSync(join(folder, path), 'utf8');
    for (const [name, other] of renamed) text = text.replaceAll(name, other);
    writeFileSync(join(folder, path), text.replace('<body>', '<body id="another">'));
  };
  for (const name of names) if (isText.test(name)) rewrite(`assets/${name}`);
  for (const [name, other] of renamed)
    renameSync(join(folder, 'assets', name), join(folder, 'assets', other));
  for (const page of ['index.html', 'present/index.html', 'kiosk/index.html']) rewrite(page);
  await buildServiceWorker(root, folder);
}
