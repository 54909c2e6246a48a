// Lets the pictures of Rackfield follow the fragments of a deck of reveal.js, forwards and backwards.
import Reveal from './reveal/reveal.mjs';

// In print a slide is one page, not one for each fragment: the still is the same on all of them.
const deck = new Reveal({ width: 1280, height: 720, margin: 0, hash: true, pdfSeparateFragments: false });

/** The step of a slide as its fragments stand: that of the last one that is shown, or else the slide's own. */
function stepOf(slide) {
  const shown = [...slide.querySelectorAll('.fragment.visible[data-step]')];
  return (shown.at(-1) ?? slide).dataset.step;
}

function follow() {
  const slide = deck.getCurrentSlide();
  const { story } = slide?.dataset ?? {};
  if (!story) return;
  const step = stepOf(slide);
  slide.querySelector('rack-field')?.setAttribute('step', step);
  const message = JSON.stringify({ method: 'goToStep', args: [story, step] });
  // The steps are no secret, and a sandboxed frame has no origin that could be named.
  slide.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
}

for (const name of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(name, follow);
// A frame hears messages once it has loaded.
for (const frame of document.querySelectorAll('iframe')) frame.addEventListener('load', follow);

void deck.initialize();
