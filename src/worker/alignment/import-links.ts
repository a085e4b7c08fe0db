/** Links from elsewhere, put over what a person said so far. */
import type { SegmentRun } from '../../shared/alignment.ts';
import type { SaidLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';

export interface ImportedLinks {
  readonly said: readonly SaidLink[];
  /** Numbers of the links that name segments which are not there, or that another one of them has taken. */
  readonly refused: readonly number[];
}

/** A link with one empty run says that the segments of the other are alone. */
export function importedLinks(
  { sizes, said }: OpenAlignment,
  links: readonly { readonly a: SegmentRun; readonly b: SegmentRun }[],
): ImportedLinks {
  const taken = { a: new Uint8Array(sizes.a), b: new Uint8Array(sizes.b) };
  const fresh: SaidLink[] = [];
  const refused: number[] = [];
  links.forEach(({ a, b }, at) => {
    const fits =
      a.from <= a.to && b.from <= b.to && a.to <= sizes.a && b.to <= sizes.b && a.to - a.from + b.to - b.from > 0;
    if (!fits || taken.a.subarray(a.from, a.to).includes(1) || taken.b.subarray(b.from, b.to).includes(1)) {
      refused.push(at);
      return;
    }
    taken.a.fill(1, a.from, a.to);
    taken.b.fill(1, b.from, b.to);
    fresh.push({ aFrom: a.from, aTo: a.to, bFrom: b.from, bTo: b.to, status: 'corrected' });
  });
  const stays = said.filter(
    ({ aFrom, aTo, bFrom, bTo }) =>
      !taken.a.subarray(aFrom, aTo).includes(1) && !taken.b.subarray(bFrom, bTo).includes(1),
  );
  return { said: [...stays, ...fresh], refused };
}
