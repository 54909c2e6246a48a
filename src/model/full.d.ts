/** A JSON file with everything that is in it: the element's build takes remarks and sources out of those without the mark. */
declare module '*.json?full' {
  const content: unknown;
  export default content;
}
