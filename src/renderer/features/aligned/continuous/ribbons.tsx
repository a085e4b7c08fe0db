/** The ribbons between two running texts: each link that is in sight, with the line of its kind. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { AlignedRow, LinkStatus } from '../../../../shared/alignment.ts';
import { wordsOf } from '../../../language/words.ts';
import type { Lines, SentencePlaces } from './sentence-places.ts';
import type { BothPlaces, RowsInSight } from './use-scrolling.ts';

const t = wordsOf('aligned');

interface Ribbon {
  readonly row: number;
  readonly status: LinkStatus;
  readonly isMoved: boolean;
  /** Outline of the band, and its upper and lower edge. */
  readonly band: string;
  readonly edges: string;
  readonly middle: number;
}

interface RibbonsProps {
  readonly rows: readonly AlignedRow[];
  readonly places: RowsInSight;
  readonly sentences: RefObject<BothPlaces>;
  readonly cursor: number;
  readonly a: RefObject<HTMLDivElement | null>;
  readonly b: RefObject<HTMLDivElement | null>;
  readonly frame: RefObject<HTMLDivElement | null>;
}

interface Field {
  readonly left: number;
  readonly width: number;
  readonly ribbons: readonly Ribbon[];
}

/** Rows beyond those in sight whose ribbons may still cross the field. */
const around = 12;

export function Ribbons({ rows, places, sentences, cursor, a, b, frame }: RibbonsProps) {
  const [field, setField] = useState<Field>({ left: 0, width: 0, ribbons: [] });
  useLayoutEffect(() => {
    // After the drawing that a scroll or another font has asked for: only then do the sentences stand where they stand.
    const drawing = requestAnimationFrame(() => {
      const texts = sentences.current;
      if (!a.current || !b.current || !frame.current || !texts) return;
      const [boxA, boxB] = [a.current.getBoundingClientRect(), b.current.getBoundingClientRect()];
      setField(drawn([boxA, boxB, frame.current.getBoundingClientRect()], texts, rows, places));
    });
    return () => {
      cancelAnimationFrame(drawing);
    };
  }, [a, b, frame, sentences, rows, places]);
  return (
    <svg className="running-ribbons" style={{ left: field.left, width: field.width }} aria-hidden>
      {field.ribbons.map(({ row, status, isMoved, band, edges, middle }) => (
        <g
          key={row}
          className={`ribbon ribbon-${status}${isMoved ? ' ribbon-moved' : ''}${row === cursor ? ' ribbon-lit' : ''}`}
        >
          <path className="ribbon-band" d={band} />
          <path className="ribbon-edges" d={edges} />
          {status === 'doubtful' && (
            <text x={field.width / 2} y={middle} textAnchor="middle" dominantBaseline="middle">
              {t('spine.question')}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function drawn(
  [boxA, boxB, origin]: readonly [DOMRect, DOMRect, DOMRect],
  [a, b]: readonly [SentencePlaces, SentencePlaces],
  rows: readonly AlignedRow[],
  { first, last }: RowsInSight,
): Field {
  // In a mirrored interface the first text stands on the right.
  const isMirrored = boxA.left > boxB.left;
  const left = (isMirrored ? boxB : boxA).right - origin.left;
  const width = Math.max(0, (isMirrored ? boxA : boxB).left - (isMirrored ? boxB : boxA).right);
  const ribbons = rows.slice(Math.max(0, first - around), last + around).flatMap(({ row, sides, status, moved }) => {
    if (sides[0].length === 0 || sides[1].length === 0) return [];
    const [mine, theirs] = [a.inWindow(row), b.inWindow(row)];
    if (!mine || !theirs) return [];
    const seen = (box: DOMRect, { top, bottom }: Lines): boolean => bottom > box.top && top < box.bottom;
    if (!seen(boxA, mine) && !seen(boxB, theirs)) return [];
    const [from, to] = isMirrored ? [theirs, mine] : [mine, theirs];
    return [{ row, status, isMoved: moved, ...shape(below(from, origin.top), below(to, origin.top), width) }];
  });
  return { left, width, ribbons };
}

function below({ top, bottom }: Lines, origin: number): readonly [number, number] {
  return [top - origin, bottom - origin];
}

function shape([topA, endA]: readonly [number, number], [topB, endB]: readonly [number, number], width: number) {
  const half = width / 2;
  const upper = `M0 ${topA + 3} C${half} ${topA + 3} ${half} ${topB + 3} ${width} ${topB + 3}`;
  const lower = `C${half} ${endB - 3} ${half} ${endA - 3} 0 ${endA - 3}`;
  return {
    band: `${upper} L${width} ${endB - 3} ${lower} Z`,
    edges: `${upper} M${width} ${endB - 3} ${lower}`,
    middle: (topA + endA + topB + endB) / 4,
  };
}
