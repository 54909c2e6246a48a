/** Made by the build (scripts/languageType.ts): by language the file with its type, and range, begin and end of each slice of that. */
declare module 'virtual:language-type' {
  const types: Readonly<
    Record<string, { url: string; faces: readonly (readonly [range: string, begin: number, end: number])[] }>
  >;
  export default types;
}
