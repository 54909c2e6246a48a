/** The options of a command line, `--name value` or `--name`; unknown names are errors. */
export function readArguments<Name extends string>(
  known: readonly Name[],
  argv: readonly string[] = process.argv.slice(2),
): Partial<Record<Name, string[]>> {
  const found: Partial<Record<Name, string[]>> = {};
  for (let at = 0; at < argv.length; at++) {
    const name = known.find((candidate) => argv[at] === `--${candidate}`);
    if (!name)
      throw new Error(`Unknown option ${argv[at]}; known are ${known.map((n) => `--${n}`).join(', ')}`);
    const value = argv[at + 1];
    const has = value !== undefined && !value.startsWith('--');
    found[name] = [...(found[name] ?? []), has ? value : ''];
    if (has) at++;
  }
  return found;
}
