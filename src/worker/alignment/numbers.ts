/** Numbers that one side of a link has and the other has not: 2014 here, 2015 there. */
import { canonicalNumber } from '../../corpus/alignment/canonical-number.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { MismatchFlag, Side } from '../../shared/alignment.ts';
import type { CharOffset } from '../../shared/model.ts';
import type { Segment } from './segments.ts';

export interface WrittenNumber {
  readonly start: CharOffset;
  readonly end: CharOffset;
  readonly text: string;
  /** However it is written: `1500` for 1,500 and ١٬٥٠٠. */
  readonly value: string;
}

// Digits of any script with the signs that stand between them; a time (22:10) is one number.
const pattern = /\p{Nd}+(?:[.,:'’٫٬\u202f\u00a0]\p{Nd}+)*/gu;

export function numbersIn({ text, start }: Segment): WrittenNumber[] {
  return Array.from(text.matchAll(pattern), (match): WrittenNumber => {
    const from = start + match.index;
    const [written] = match;
    return {
      start: from as CharOffset,
      end: (from + written.length) as CharOffset,
      text: written,
      value: valueOf(written),
    };
  });
}

function valueOf(written: string): string {
  const plain = fold(written.replaceAll('٬', ',').replaceAll('٫', '.'));
  return canonicalNumber(plain) ?? plain;
}

/** Small whole numbers are often written as words: that one is missing says nothing unless there is another instead. */
const oftenSpelled = 100;

function mayBeSpelled(value: string): boolean {
  return /^\d+$/u.test(value) && Number(value) < oftenSpelled;
}

/** Numbers of a link without their like on the other side, each with the one that stands there instead. */
export function numberFlags(
  here: readonly WrittenNumber[],
  there: readonly WrittenNumber[],
  side: Side,
): MismatchFlag[] {
  const values = new Set(there.map(({ value }) => value));
  const known = new Set(here.map(({ value }) => value));
  const lonely = here.filter(({ value }) => !values.has(value));
  const others = there.filter(({ value }) => !known.has(value));
  return lonely.flatMap(({ start, end, text, value }, at): MismatchFlag[] => {
    const instead = others[at]?.text ?? '';
    if (instead === '' && mayBeSpelled(value)) return [];
    return [{ kind: 'number', side, start, end, text, instead }];
  });
}
