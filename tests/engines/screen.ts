import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '../harness/picture.ts';
import { start } from './processes.ts';

/** An X server that draws into memory. */
export interface Screen {
  /** Its name, as programs want it in `DISPLAY`. */
  display: string;
  /** What it shows in a rectangle, pixels. */
  photograph(x: number, y: number, width: number, height: number): Promise<Picture>;
  close(): Promise<void>;
}

/** Places of numbers in the header of an X window dump, 4 bytes each, the highest first. */
const HEADER = { size: 0, bytesPerLine: 12, colours: 19 };
const COLOUR_BYTES = 12;

/** Cuts a rectangle out of an X window dump with 4 bytes per pixel: blue, green, red, nothing. */
function cutDump(dump: Buffer, left: number, top: number, width: number, height: number): Picture {
  const header = (place: number) => dump.readUInt32BE(place * 4);
  const start = header(HEADER.size) + header(HEADER.colours) * COLOUR_BYTES;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + (top + y) * header(HEADER.bytesPerLine) + (left + x) * 4;
      data.set([dump[from + 2]!, dump[from + 1]!, dump[from]!, 255], (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** Starts an X server of its own for one program, so that no window covers another. */
export async function startScreen(xvfb: string): Promise<Screen> {
  const folder = await mkdtemp(join(tmpdir(), 'rackfield-screen-'));
  const program = start(xvfb, [
    ...['-displayfd', '1', '-fbdir', folder],
    ...['-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
  ]);
  const close = async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [display] = await program.says(/^\d+$/m);
    return {
      display: `:${display}`,
      photograph: async (...place) => cutDump(await readFile(join(folder, 'Xvfb_screen0')), ...place),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
