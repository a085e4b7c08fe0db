/** The stripes of a dispersion plot: their order, and their hits as strokes of a few pixels. */
import type { DispersionDocument } from './chart-data.ts';

export type DispersionSort = 'order' | 'hits' | 'rate' | 'tokens' | 'first' | 'title' | `measure ${string}`;

/** Numbers from the greatest, places and titles from the least; equals stay in the order given. */
export function sortDocuments<Document extends DispersionDocument>(
  documents: readonly Document[],
  sort: DispersionSort,
  locale: string,
): readonly Document[] {
  if (sort === 'order') return documents;
  if (sort === 'title') {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return [...documents].sort((a, b) => compare(a.title, b.title));
  }
  const keys = new Map(documents.map((document) => [document, sortKey(document, sort)]));
  return [...documents].sort((a, b) => (keys.get(b) ?? -Infinity) - (keys.get(a) ?? -Infinity) || 0);
}

/** The greater, the further up. */
function sortKey(document: DispersionDocument, sort: Exclude<DispersionSort, 'order' | 'title'>): number {
  const { hits, tokens, measures } = document;
  if (sort === 'hits') return hits.length;
  if (sort === 'rate') return hitRate(document);
  if (sort === 'tokens') return tokens;
  // As a share of the document: nearest to its beginning first, documents without a hit last.
  if (sort === 'first') return hits.length === 0 ? Number.MIN_SAFE_INTEGER : -(hits[0] ?? 0) / Math.max(1, tokens);
  return measures?.[sort.slice('measure '.length)] ?? Number.MIN_SAFE_INTEGER;
}

/** Hits in a thousand tokens. */
export function hitRate({ hits, tokens }: DispersionDocument): number {
  return tokens === 0 ? 0 : (1000 * hits.length) / tokens;
}

/** Hits that fall on the same pixels: one stroke. */
export interface HitStroke {
  /** Pixels from the left edge of the stripe, of the left edge of the stroke. */
  readonly x: number;
  readonly hits: number;
  /** Index of the first of them. */
  readonly first: number;
}

/** Pixels. One of paper between two strokes keeps them apart. */
export const strokeStep = 3;

/** `width`: pixels of the whole document. Ascending by hit, so from the right for a right-to-left document. */
export function hitStrokes({ hits, tokens, direction }: DispersionDocument, width: number): readonly HitStroke[] {
  const columns = Math.max(1, Math.floor(width / strokeStep));
  const strokes: { x: number; hits: number; first: number }[] = [];
  let last = -1;
  for (let at = 0; at < hits.length; at++) {
    const column = Math.min(columns - 1, Math.floor(((hits[at] ?? 0) / Math.max(1, tokens)) * columns));
    const stroke = strokes.at(-1);
    if (column === last && stroke) stroke.hits++;
    else {
      const place = direction === 'rtl' ? columns - 1 - column : column;
      strokes.push({ x: place * strokeStep, hits: 1, first: at });
      last = column;
    }
  }
  return strokes;
}

/** The stroke nearest to `x` pixels from the left edge; `undefined` without hits. */
export function strokeNear(strokes: readonly HitStroke[], x: number): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  strokes.forEach((stroke, at) => {
    const distance = Math.abs(stroke.x + strokeStep / 2 - x);
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

/** A path for the strokes of one hit, one for those of two to four, one for more: three a stripe, however many hits. */
export function strokePaths(strokes: readonly HitStroke[], top: number, height: number): readonly string[] {
  return [0.6, 0.8, 1].map((share, strength) => {
    const part = height * share;
    const y = (top + (height - part) / 2).toFixed(1);
    return strokes
      .filter(({ hits }) => strength === (hits === 1 ? 0 : hits < 5 ? 1 : 2))
      .map(({ x }) => `M${x},${y}h${strokeStep - 1}v${part.toFixed(1)}h${1 - strokeStep}z`)
      .join('');
  });
}
