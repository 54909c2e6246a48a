/** A whole JSON file: the element's build strips remarks and sources from JSON files imported without `?full`. */
declare module '*.json?full' {
  const content: unknown;
  export default content;
}
