/** The ribbons between two running texts: each link that is in sight, with the line of its kind. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { AlignedRow, LinkStatus } from '../../../../shared/alignment.ts';
import { wordsOf } from '../../../language/words.ts';
import type { SeenRows } from './use-scrolling.ts';

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
  readonly places: SeenRows;
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

export function Ribbons({ rows, places, cursor, a, b, frame }: RibbonsProps) {
  const [field, setField] = useState<Field>({ left: 0, width: 0, ribbons: [] });
  useLayoutEffect(() => {
    // After the drawing that a scroll or another font has asked for: only then do the sentences stand where they stand.
    const drawing = requestAnimationFrame(() => {
      if (a.current && b.current && frame.current) setField(drawn(a.current, b.current, frame.current, rows, places));
    });
    return () => {
      cancelAnimationFrame(drawing);
    };
  }, [a, b, frame, rows, places]);
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
  a: HTMLElement,
  b: HTMLElement,
  frame: HTMLElement,
  rows: readonly AlignedRow[],
  { first, last }: SeenRows,
): Field {
  const origin = frame.getBoundingClientRect();
  const [boxA, boxB] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  // In a mirrored interface the first text stands on the right.
  const isMirrored = boxA.left > boxB.left;
  const left = (isMirrored ? boxB : boxA).right - origin.left;
  const width = Math.max(0, (isMirrored ? boxA : boxB).left - (isMirrored ? boxB : boxA).right);
  const ribbons = rows.slice(Math.max(0, first - around), last + around).flatMap(({ row, sides, status, moved }) => {
    if (sides[0].length === 0 || sides[1].length === 0) return [];
    const [mine, theirs] = [heights(a, row, origin.top), heights(b, row, origin.top)];
    if (!mine || !theirs) return [];
    const seen = (box: DOMRect, [top, bottom]: readonly [number, number]): boolean =>
      bottom > box.top - origin.top && top < box.bottom - origin.top;
    if (!seen(boxA, mine) && !seen(boxB, theirs)) return [];
    const [from, to] = isMirrored ? [theirs, mine] : [mine, theirs];
    return [{ row, status, isMoved: moved, ...shape(from, to, width) }];
  });
  return { left, width, ribbons };
}

function heights(pane: HTMLElement, row: number, origin: number): readonly [number, number] | null {
  const parts = pane.querySelectorAll<HTMLElement>(`[data-row="${row}"]`);
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!first || !last) return null;
  return [first.getBoundingClientRect().top - origin, last.getBoundingClientRect().bottom - origin];
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
