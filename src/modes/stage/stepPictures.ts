import type { Story } from '../../stories/storySchema.ts';
import type { Mounted } from '../experience/mountExperience.ts';

/** Size of the pictures, pixels. */
const SIZE = { width: 640, height: 360 };

/** Pictures of single steps. */
export interface StepPictures {
  /** Draws those of some steps, the first one first, unless they are there. */
  want(story: Story, indices: readonly number[]): void;
  /** The address of a picture; empty if it could not be drawn, undefined until it has been tried. */
  of(story: Story, index: number): string | undefined;
}

/**
 * Draws steps one after the other in a mounted picture of low quality, and keeps each as an image for as long as the page lives. It begins
 * `restMs` after the last wish, since a stage that moves may share the processor. `changed` is called after each picture.
 */
export function createStepPictures(mounted: Mounted, restMs: number, changed: () => void): StepPictures {
  const urls = new Map<string, string>();
  let wanted: { story: Story; index: number }[] = [];
  let isDrawing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function draw() {
    if (isDrawing) return;
    isDrawing = true;
    for (;;) {
      const next = wanted.find(({ story, index }) => !urls.has(keyOf(story, index)));
      if (!next) break;
      const { story, index } = next;
      const url = await picture(story, index).catch(() => '');
      urls.set(keyOf(story, index), url);
      changed();
    }
    isDrawing = false;
  }
  async function picture(story: Story, index: number) {
    await (await mounted.stories()).tell(story, index);
    return URL.createObjectURL(await mounted.handle.toBlob({ ...SIZE, type: 'image/jpeg' }));
  }
  return {
    want(story, indices) {
      wanted = indices.map((index) => ({ story, index }));
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), restMs);
    },
    of: (story, index) => urls.get(keyOf(story, index)),
  };
}

/** What the picture of a step depends on; its words change nothing. */
function keyOf({ site, steps }: Story, index: number): string {
  const { id, title, text, notes, seconds, figure, ...picture } = steps[index]!;
  return JSON.stringify([site, picture]);
}
