import { toSi } from './furtherUnits.ts';

/** A value and the range in which it lies. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/** An operator, a bracket, a figure's id, or a number with its unit. */
type Token =
  | { is: '+' | '-' | '*' | '/' | '(' | ')' }
  | { is: 'id'; id: string }
  | { is: 'number'; value: number; unit: string };

const TOKEN = /\s*(?:([-+*/()])|\{([^{}]+)\}|(\d+(?:\.\d+)?(?:e\d+)?)(?: ?(%|[A-Za-z][\w/]*))?)/y;

/** A formula in its parts; throws SyntaxError for one that cannot be read. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  const reader = new RegExp(TOKEN);
  while (formula.slice(reader.lastIndex).trim() !== '') {
    const found = reader.exec(formula);
    if (!found) throw new SyntaxError(`cannot read the formula ${formula}`);
    const [, sign, id, number, unit = 'count'] = found;
    if (sign) tokens.push({ is: sign as '+' });
    else if (id !== undefined) tokens.push({ is: 'id', id });
    else tokens.push({ is: 'number', value: Number(number), unit });
  }
  return tokens;
}

/** Ids of the figures in a formula, each once, in its order. */
export const idsIn = (formula: string): string[] => [
  ...new Set(tokensOf(formula).flatMap((token) => (token.is === 'id' ? [token.id] : []))),
];

const APPLY: Readonly<Record<'+' | '-' | '*' | '/', (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

/** Both values, and the least and the most that two ranges give; exact where no figure is named twice. */
function combine(sign: keyof typeof APPLY, a: Ranged, b: Ranged): Ranged {
  const apply = APPLY[sign];
  const ends = [apply(a.low, b.low), apply(a.low, b.high), apply(a.high, b.low), apply(a.high, b.high)];
  return { value: apply(a.value, b.value), low: Math.min(...ends), high: Math.max(...ends) };
}

/**
 * The value of a formula in SI, with the range that follows from the ranges of its figures. It is written with `{id}` for a figure,
 * numbers with or without a unit (`8760 h`, `40 %`), `+ - * /` and brackets. `figureOf` answers SI, and throws for unknown ids.
 */
export function evaluate(formula: string, figureOf: (id: string) => Ranged): Ranged {
  const tokens = tokensOf(formula);
  let at = 0;
  const next = () => tokens[at++];
  const fault = () => new SyntaxError(`cannot read the formula ${formula}`);

  function term(): Ranged {
    const token = next();
    if (token?.is === 'id') return figureOf(token.id);
    if (token?.is === 'number') {
      const value = toSi(token.value, token.unit);
      return { value, low: value, high: value };
    }
    if (token?.is !== '(') throw fault();
    const inner = sum();
    if (next()?.is !== ')') throw fault();
    return inner;
  }
  function chain(part: () => Ranged, ...signs: (keyof typeof APPLY)[]): Ranged {
    let left = part();
    for (;;) {
      const sign = signs.find((each) => each === tokens[at]?.is);
      if (!sign) return left;
      at++;
      left = combine(sign, left, part());
    }
  }
  const product = () => chain(term, '*', '/');
  const sum = (): Ranged => chain(product, '+', '-');

  const all = sum();
  if (at < tokens.length) throw fault();
  return all;
}
