/** The handle that every page sets as `window.rackfield`, as people outside the code rely on it. */
import type { View } from '../../src/views/view.ts';

export interface Stats {
  site: string;
  campus: string;
  campuses: {
    id: string;
    config: string;
    at: [number, number];
    gpus: number;
    racks: number;
    servers: number;
    halls: number;
  }[];
  config: string;
  date: string;
  day: number;
  curve: string;
  view: View;
  look: string;
  overlay: string;
  ready: boolean;
  motion: string;
  /** While a story is told. */
  story?: string;
  step?: string;
  stepIndex?: number;
  steps?: number;
  mode?: string;
  stage?: { blank: string; audience: string };
  kiosk?: { state: string; visits: number; recoveries: number };
  gpus: { installed: number; energized: number; inService: number };
  racks: { total: number; compute: number; installed: number };
  servers: { total: number };
  arrays: { total: number };
  halls: { total: number };
  /** Of the last drawn frame; count is the frames drawn since load. */
  frame: { drawCalls: number; triangles: number; jsMs: number; count: number };
  memory: { geometries: number; textures: number; programs: number };
  contextLosses: number;
}

export interface Measured {
  jsMs: number;
  frameMs: number;
}

export interface Rackfield {
  stats(): Stats;
  play(): void;
  pause(): void;
  seek(dayOrDate: number | string): void;
  goTo(view: View, options?: { gpu?: number; campus?: string }): unknown;
  next(): Promise<void>;
  previous(): Promise<void>;
  goToStep(story: string, step?: string | number): Promise<void>;
  setSite(document: unknown): Promise<unknown>;
  toBlob(options: { width: number; height: number; type: string }): Promise<Blob>;
  measure(options: { n: number; dtDays: number }): Promise<Measured>;
  explain(x: number, y: number): Promise<Explained | null>;
  figures(): Promise<ExplainedFigure[]>;
}

/** A figure with its evidence. */
export interface ExplainedFigure {
  id: string;
  name: string;
  about?: string;
  value: number;
  unit: string;
  low?: number;
  high?: number;
  asOf?: string;
  source?: { id: string; publisher: string; title?: string; date?: string; url?: string };
  grade: string;
  restsOn?: string;
  note?: string;
  from?: string[];
  arithmetic?: string;
}

/** What is drawn at a pixel. */
export interface Explained {
  campus: string;
  subject: string;
  name: string;
  address: Record<string, number> | null;
  grade: string;
  figures: ExplainedFigure[];
}

declare global {
  interface Window {
    /** `gc` is there because the harness starts the browser with it. */
    gc?: () => void;
  }
}

/** The handle of the page that this runs in. Call it inside `page.evaluate` only through `handleIn`. */
export type WithHandle = Window & { rackfield: Rackfield };
