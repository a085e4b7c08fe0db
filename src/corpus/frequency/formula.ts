/**
 * Formulas that are shown with their arithmetic: written once as text, and from that text shown with symbols, with
 * numbers filled in, worked out step by step, and evaluated. So what is shown cannot differ from what is computed.
 *
 * The text has + − · / ^, parentheses, names, numbers, and the functions √ ln log2 abs min tail (of χ²₁) and xln, where
 * xln(a, b) is a·ln(a/b), and 0 for a = 0.
 */
import { weighed } from './association.ts';
import { chi2Tail } from './chi-square.ts';

export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sign'; readonly of: Formula }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'function'; readonly name: string; readonly of: readonly Formula[] };

const strengths: Readonly<Record<string, number>> = { '+': 1, '−': 1, '·': 2, '/': 2, '^': 4 };
const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '−': (a, b) => a - b,
  '·': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
};
const functions: Readonly<Record<string, (...of: number[]) => number>> = {
  '√': Math.sqrt,
  ln: Math.log,
  log2: Math.log2,
  abs: Math.abs,
  min: Math.min,
  tail: chi2Tail,
  xln: weighed,
};

/** @throws SyntaxError for a text that is no formula */
export function formulaOf(text: string): Formula {
  const signs = text.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|√|[\p{L}_][\p{L}\p{N}_₀-₉²]*|[^\s]/gu) ?? [];
  let at = 0;
  const take = (wanted: string) => {
    if (signs[at++] !== wanted)
      throw new SyntaxError(`expected ${wanted} in ${text}, got ${signs[at - 1] ?? 'its end'}`);
  };
  const single = (): Formula => {
    const sign = signs[at++];
    if (sign === undefined) throw new SyntaxError(`${text} ends too soon`);
    if (sign === '−') return { kind: 'sign', of: operand(3) };
    if (sign === '(') {
      const inside = operand(0);
      take(')');
      return inside;
    }
    if (/^\d/.test(sign)) return { kind: 'number', value: Number(sign) };
    if (signs[at] !== '(') return { kind: 'symbol', name: sign };
    const of: Formula[] = [];
    do {
      at++;
      of.push(operand(0));
    } while (signs[at] === ',');
    take(')');
    return { kind: 'function', name: sign, of };
  };
  /** As much as binds more strongly than `strength`. */
  const operand = (strength: number): Formula => {
    let left = single();
    for (;;) {
      const sign = signs[at] ?? '';
      const own = strengths[sign] ?? 0;
      if (own <= strength) return left;
      at++;
      left = { kind: 'operation', sign, left, right: operand(own) };
    }
  };
  const whole = operand(0);
  if (at < signs.length) throw new SyntaxError(`${text} goes on with ${signs[at]!}`);
  return whole;
}

/** Symbols that it has no value for are an error of whoever wrote it. */
export type Values = Readonly<Record<string, number>>;

export function symbolsOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'symbol':
      return [formula.name];
    case 'sign':
      return symbolsOf(formula.of);
    case 'operation':
      return [...new Set([...symbolsOf(formula.left), ...symbolsOf(formula.right)])];
    case 'function':
      return [...new Set(formula.of.flatMap(symbolsOf))];
  }
}

export function filled(formula: Formula, values: Values): Formula {
  switch (formula.kind) {
    case 'number':
      return formula;
    case 'symbol': {
      const value = values[formula.name];
      if (value === undefined) throw new RangeError(`no value for ${formula.name}`);
      return { kind: 'number', value };
    }
    case 'sign':
      return { kind: 'sign', of: filled(formula.of, values) };
    case 'operation':
      return { ...formula, left: filled(formula.left, values), right: filled(formula.right, values) };
    case 'function':
      return { ...formula, of: formula.of.map((one) => filled(one, values)) };
  }
}

export function evaluated(formula: Formula): number {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'symbol':
      return NaN;
    case 'sign':
      return -evaluated(formula.of);
    case 'operation':
      return operations[formula.sign]!(evaluated(formula.left), evaluated(formula.right));
    case 'function':
      return (functions[formula.name] ?? (() => NaN))(...formula.of.map(evaluated));
  }
}

/** The formula with numbers in it, and then with one layer after the other worked out, down to one number. */
export function stepsOf(formula: Formula): string[] {
  const steps = [shown(formula)];
  for (let at = formula; at.kind !== 'number';) {
    at = workedOut(at);
    const step = shown(at);
    if (step !== steps.at(-1)) steps.push(step);
  }
  return steps;
}

/** Operations on numbers are replaced by what they give. */
function workedOut(formula: Formula): Formula {
  switch (formula.kind) {
    case 'number':
    case 'symbol':
      return formula;
    case 'sign':
      return formula.of.kind === 'number' ? number(formula) : { ...formula, of: workedOut(formula.of) };
    case 'operation': {
      const { left, right } = formula;
      if (left.kind === 'number' && right.kind === 'number') return number(formula);
      return { ...formula, left: workedOut(left), right: workedOut(right) };
    }
    case 'function':
      if (formula.of.every(({ kind }) => kind === 'number')) return number(formula);
      return { ...formula, of: formula.of.map(workedOut) };
  }
}

function number(formula: Formula): Formula {
  return { kind: 'number', value: evaluated(formula) };
}

/** As text that `formulaOf` reads; numbers with ten digits: with fewer, ln(301/300.92) would not be what it was computed from. */
export function shown(formula: Formula): string {
  switch (formula.kind) {
    case 'number': {
      const digits = String(Number(Math.abs(formula.value).toPrecision(10)));
      return formula.value < 0 ? `−${digits}` : digits;
    }
    case 'symbol':
      return formula.name;
    case 'sign':
      return `−${inside(formula.of, 3, false)}`;
    case 'operation': {
      const own = strengths[formula.sign]!;
      const wide = own === 1 ? ' ' : '';
      // Of equal strength the right side needs its own parentheses: a − (b − c).
      return `${inside(formula.left, own, false)}${wide}${formula.sign}${wide}${inside(formula.right, own, true)}`;
    }
    case 'function': {
      const [first, second] = formula.of;
      if (formula.name !== 'xln') return `${formula.name}(${formula.of.map(shown).join(', ')})`;
      if (first!.kind === 'number' && first!.value === 0) return '0';
      return `${inside(first!, 2, false)}·ln(${inside(first!, 2, false)}/${inside(second!, 2, true)})`;
    }
  }
}

function inside(formula: Formula, around: number, right: boolean): string {
  const text = shown(formula);
  const negative = text.startsWith('−');
  const own = formula.kind === 'operation' ? strengths[formula.sign]! : isProduct(formula) ? 2 : 5;
  return negative || own < around || (right && own === around) ? `(${text})` : text;
}

/** `xln` is shown as one. */
function isProduct(formula: Formula): boolean {
  return formula.kind === 'function' && formula.name === 'xln';
}
