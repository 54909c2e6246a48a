/** The name of the page's build: its script's, which holds a hash of it, and so of the names of all that it loads. Empty if there is none. */
export const buildName = (): string =>
  document.querySelector<HTMLScriptElement>('script[type=module]')?.src.split('/').at(-1) ?? '';
