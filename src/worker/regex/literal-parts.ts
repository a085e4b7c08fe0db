/**
 * The fixed words and pieces of words in an expression: what of it can be counted alone when the whole finds nothing.
 * Only what every match must hold counts, or what an alternative must: `(?:a )?lake` must hold “lake”, not “a”.
 */
import { RegExpParser } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import type { Glob } from '../../corpus/query/pattern.ts';

export interface LiteralPart {
  /** The piece, with a wildcard on the sides on which the word may go on. */
  readonly glob: Glob;
  /** Where it stands in the expression as typed. */
  readonly at: number;
  readonly until: number;
}

/** Signs that stand one after the other; `open` where what comes before, or after, may belong to the same word. */
interface Run {
  text: string;
  /** Where each code unit of `text` was typed: an escape takes more room than what it means. */
  readonly places: [at: number, until: number][];
  openStart: boolean;
  openEnd: boolean;
}

const word = /[\p{L}\p{M}\p{Nd}\p{Pc}]+(?:['’-][\p{L}\p{M}\p{Nd}\p{Pc}]+)*/gu;
/** A letter or two inside any word say nothing. */
const shortestPiece = 3;

/** Empty when no part of it is fixed. @throws RegExpSyntaxError when it cannot be read */
export function literalParts(text: string): LiteralPart[] {
  const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(text, 0, text.length, { unicodeSets: true });
  const runs: Run[] = [];
  for (const alternative of pattern.alternatives) collect(alternative, runs);
  return runs.flatMap(partsOf).sort((a, b) => a.at - b.at);
}

function collect({ elements }: AST.Alternative, runs: Run[]): void {
  let run: Run | undefined;
  let closedBefore = false;
  const end = (open: boolean) => {
    if (run) runs.push({ ...run, openEnd: open });
    run = undefined;
    closedBefore = !open;
  };
  for (const element of elements) {
    if (element.type === 'Character') {
      run ??= { text: '', places: [], openStart: !closedBefore, openEnd: true };
      const sign = String.fromCodePoint(element.value);
      run.text += sign;
      for (let unit = 0; unit < sign.length; unit++) run.places.push([element.start, element.end]);
      continue;
    }
    end(!closesWord(element));
    for (const alternative of inside(element)) collect(alternative, runs);
  }
  end(true);
}

/** Whether no word goes on across it. */
function closesWord(element: AST.Element): boolean {
  if (element.type === 'Assertion')
    return element.kind !== 'lookahead' && element.kind !== 'lookbehind' && !negated(element);
  if (element.type === 'CharacterSet') return element.kind === 'space' && !element.negate;
  return element.type === 'Quantifier' && element.min > 0 && closesWord(element.element);
}

function negated(assertion: AST.Assertion): boolean {
  return 'negate' in assertion && assertion.negate;
}

/** What an element holds that a match must hold. */
function inside(element: AST.Element): readonly AST.Alternative[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives;
    case 'Quantifier':
      return element.min > 0 ? inside(element.element) : [];
    case 'Assertion':
      return 'alternatives' in element && !element.negate ? element.alternatives : [];
    default:
      return [];
  }
}

function partsOf({ text, places, openStart, openEnd }: Run): LiteralPart[] {
  const parts: LiteralPart[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    const until = index + found.length;
    const before = index === 0 && openStart;
    const after = until === text.length && openEnd;
    if ((before || after) && found.length < shortestPiece) continue;
    const many = { kind: 'many' } as const;
    const literal = { kind: 'literal', text: found.normalize('NFC') } as const;
    const glob = [...(before ? [many] : []), literal, ...(after ? [many] : [])];
    parts.push({ glob, at: places[index]![0], until: places[until - 1]![1] });
  }
  return parts;
}
