/** Links from elsewhere, put over what a person said so far. */
import type { PlacedLink } from './files/place-links.ts';
import type { Runs, SaidLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';

export interface ImportedLinks {
  readonly said: readonly SaidLink[];
  /** Numbers of the links that name segments which are not there, or that another one of them has taken. */
  readonly refused: readonly number[];
}

/** A link with one empty run says that the segments of the other are alone. */
export function importedLinks(
  { sizes, said, rows }: Pick<OpenAlignment, 'sizes' | 'said' | 'rows'>,
  links: readonly PlacedLink[],
): ImportedLinks {
  const taken = { a: new Uint8Array(sizes.a), b: new Uint8Array(sizes.b) };
  const fresh: SaidLink[] = [];
  const found = new Set(rows.filter(({ status }) => status === 'sure' || status === 'doubtful').map(keyOf));
  const refused: number[] = [];
  links.forEach(({ a, b, status }, at) => {
    const fits =
      a.from <= a.to && b.from <= b.to && a.to <= sizes.a && b.to <= sizes.b && a.to - a.from + b.to - b.from > 0;
    if (!fits || taken.a.subarray(a.from, a.to).includes(1) || taken.b.subarray(b.from, b.to).includes(1)) {
      refused.push(at);
      return;
    }
    taken.a.fill(1, a.from, a.to);
    taken.b.fill(1, b.from, b.to);
    const runs = { aFrom: a.from, aTo: a.to, bFrom: b.from, bTo: b.to };
    if (status === undefined || status === 'sure' || status === 'doubtful') {
      // What the machine said there, and says here, nobody has to say.
      if (status === undefined || !found.has(keyOf(runs))) fresh.push({ ...runs, status: 'corrected' });
    } else fresh.push({ ...runs, status });
  });
  const stays = said.filter(
    ({ aFrom, aTo, bFrom, bTo }) =>
      !taken.a.subarray(aFrom, aTo).includes(1) && !taken.b.subarray(bFrom, bTo).includes(1),
  );
  return { said: [...stays, ...fresh], refused };
}

/** Where one side is empty only the other is a place. */
function keyOf({ aFrom, aTo, bFrom, bTo }: Runs): string {
  return `${aTo > aFrom ? `${aFrom}-${aTo}` : ''} ${bTo > bFrom ? `${bFrom}-${bTo}` : ''}`;
}
