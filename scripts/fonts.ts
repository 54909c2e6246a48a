import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/**
 * Makes the shipped subset of Archivo: upright, width 100, weights 400 to 700, letters of Western and Central Europe. Run by
 * hand after a change here (`npx tsx scripts/fonts.ts`) and commit the result.
 */
const PACKAGE = 'node_modules/@fontsource-variable/archivo';
const TARGET = 'assets/fonts';
const AXES = { wdth: 100, wght: { min: 400, max: 700 } };
/** OpenType features that are kept; `tnum` keeps counters from changing their width. */
const FEATURES = ['ccmp', 'kern', 'locl', 'tnum'];

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const parts = [
  {
    source: 'archivo-latin-wdth-normal.woff2',
    target: 'archivo-latin.woff2',
    text: `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœ–—‘’‚“”„†•…′″‹›€™↑↓−\u2009\u202f`,
    needs: ['tnum'],
  },
  {
    source: 'archivo-latin-ext-wdth-normal.woff2',
    target: 'archivo-latin-ext.woff2',
    text: `${range(0x100, 0x130)}${range(0x132, 0x151)}${range(0x154, 0x17f)}ȘșȚțẞ`,
    needs: [],
  },
];

/** The OpenType features that a font's GSUB table offers. */
function featuresOf(sfnt: Buffer): Set<string> {
  const tables = sfnt.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const record = 12 + 16 * index;
    if (sfnt.toString('latin1', record, record + 4) !== 'GSUB') continue;
    const table = sfnt.readUInt32BE(record + 8);
    const list = table + sfnt.readUInt16BE(table + 6);
    const count = sfnt.readUInt16BE(list);
    return new Set(
      Array.from({ length: count }, (_, i) => sfnt.toString('latin1', list + 2 + 6 * i, list + 6 + 6 * i)),
    );
  }
  return new Set();
}

await mkdir(TARGET, { recursive: true });
let total = 0;
for (const { source, target, text, needs } of parts) {
  const whole = await readFile(`${PACKAGE}/files/${source}`);
  const options = { variationAxes: AXES, keepFeatures: FEATURES, noHinting: true };
  const plain = await subsetFont(whole, text, { ...options, targetFormat: 'sfnt' });
  const features = featuresOf(plain);
  for (const feature of needs)
    if (!features.has(feature)) throw new Error(`${source} has no ${feature}: counters would tremble.`);
  const font = await subsetFont(whole, text, { ...options, targetFormat: 'woff2' });
  await writeFile(`${TARGET}/${target}`, font);
  total += font.length;
  console.log(`${target}: ${font.length} bytes, features ${[...features].join(' ') || 'none'}`);
}
await writeFile(`${TARGET}/OFL.txt`, await readFile(`${PACKAGE}/LICENSE`));
console.log(`${total} bytes in all`);
