/**
 * Loads the chunks of embed.classic.js by script elements. The build puts this in front of the element's code, inside of a function that
 * both share. A chunk sets `chunk` on its own script element to a function of `require`, `exports`, `load` and `OWN_ADDRESS`; nothing is global, so copies
 * and versions of the file keep apart.
 */
const own = document.currentScript;
if (!own)
  throw new Error('embed.classic.js is a classic script: load it by <script src>, without type="module".');
/** Stands for `import.meta.url` in the element's code. */
const OWN_ADDRESS = own.src;
/** On the script element for whoever loads this file again after a failure. */
const exports = {};
own.exports = exports;
/** Exports of the chunks that have run, by file name. */
const ran = { 'embed.classic.js': exports };
/** Functions of the chunks that have come, by file name. */
const chunks = {};
/** Promises of chunks that are on their way or have come, by file name. */
const coming = {};

/** Exports of a chunk that has come; runs it once. */
function require(name) {
  if (!ran[name]) {
    ran[name] = {};
    chunks[name](require, ran[name], load, OWN_ADDRESS);
  }
  return ran[name];
}

/** Loads one chunk. A chunk that did not come is asked for again the next time. */
function fetchChunk(name) {
  coming[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(`embed-chunks/classic/${name}`, OWN_ADDRESS).href;
    script.nonce = own.nonce;
    script.onload = script.onerror = () => {
      script.remove();
      chunks[name] = script.chunk;
      if (chunks[name]) return resolve();
      coming[name] = undefined;
      reject(new Error(`${script.src} could not be loaded.`));
    };
    document.head.append(script);
  });
  return coming[name];
}

/** Loads a chunk and all that it requires, and answers its exports. Stands for `import()`. */
async function load(name, ...required) {
  await Promise.all([name, ...required].map(fetchChunk));
  return require(name);
}
