import { dateOf } from '../model/days.ts';
import { readPose } from '../views/pose.ts';

/** Keys that are the same text in an address and in a step. */
const SAME = ['campus', 'config', 'curve', 'look', 'overlay'] as const;

/** The keys of a step whose picture is that of an address. Its day becomes a date, counted from `dayZero`. */
export function pictureOf(query: URLSearchParams, dayZero: string): Readonly<Record<string, unknown>> {
  const [camera, day, gpu, compare] = ['camera', 'day', 'gpu', 'compare'].map((key) => query.get(key));
  const pose = camera ? readPose(camera) : undefined;
  const view = query.get('view') ?? (gpu ? 'rack' : 'site');
  return {
    ...(pose ? { camera: pose } : { view }),
    ...(gpu && { gpu: Number(gpu) }),
    ...Object.fromEntries(SAME.flatMap((key) => (query.has(key) ? [[key, query.get(key)]] : []))),
    ...(day && { date: dateOf(dayZero, Math.round(Number(day))) }),
    ...(query.get('roof') === 'on' && { roof: true }),
    ...(compare && { compare: compare.split(',') }),
  };
}
