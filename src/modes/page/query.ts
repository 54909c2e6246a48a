import { KEYS } from '../../state/keys.ts';

/** Older links have the camera's pose after the #. */
export const CAMERA_HASH = '#camera=';

/** Keys and values of the page's address; of equal keys the first applies. */
export function pageQuery({ search, hash }: Location): [string, string][] {
  const query = [...new URLSearchParams(search)] as [string, string][];
  if (hash.startsWith(CAMERA_HASH)) query.push(['camera', hash.slice(CAMERA_HASH.length)]);
  return query;
}

/** Attributes that say something by being there. */
export const FLAGS: readonly string[] = ['controls', 'play', 'page'];

/** Whether a flag's attribute is there. Some frameworks write `false` where they mean that it is not. */
export const isOn = (element: Element, flag: string): boolean =>
  (element.getAttribute(flag) ?? 'false') !== 'false';

/** Keys and values of an element's attributes and, with the `page` attribute, of the address, which takes precedence. */
export function elementQuery(element: Element): (readonly [string, string])[] {
  const page = isOn(element, 'page') ? pageQuery(window.location) : [];
  const given = new Set(page.map(([key]) => key));
  const has = (key: string) => (FLAGS.includes(key) ? isOn(element, key) : element.hasAttribute(key));
  const attributes = KEYS.filter((key) => has(key) && !given.has(key)).map(
    (key) => [key, element.getAttribute(key) || (key === 'play' ? '1' : '')] as const,
  );
  return [...page, ...attributes];
}
