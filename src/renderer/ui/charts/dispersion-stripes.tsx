/**
 * The stripes that are seen, of as many documents as there are. Up and down go from document to document, left and
 * right from hit to hit within one, Enter picks the hit. A picture that is saved has the first few hundred.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DispersionDocument } from './chart-data.ts';
import type { ChartRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { DispersionStripe } from './dispersion-stripe.tsx';
import { SvgWord } from './svg-word.tsx';

/** Documents of a picture that is saved: three metres at the size of the screen are enough. */
const mostSaved = 500;

interface DispersionStripesProps<Document extends DispersionDocument> {
  readonly room: ChartRoom;
  readonly documents: readonly Document[];
  /** Stripes are as long as their documents, not all alike. */
  readonly isToScale: boolean;
  readonly onPick: ((document: Document, hit: number | undefined) => void) | undefined;
}

export function DispersionStripes<Document extends DispersionDocument>(props: DispersionStripesProps<Document>) {
  const { room, documents, isToScale, onPick } = props;
  const { width, size, numbers, textWidth, isWhole } = room;
  const rowHeight = Math.round(size * 1.9);
  const svg = useRef<SVGSVGElement>(null);
  const [active, setActive] = useState(0);
  const wanted = useRef(false);
  // The rule warns users of the React compiler, which is not used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: documents.length,
    getScrollElement: () => svg.current?.closest<HTMLElement>('.chart-body') ?? null,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  useLayoutEffect(() => {
    rows.measure();
  }, [rows, rowHeight]);
  useEffect(() => {
    if (!wanted.current) return;
    const row = svg.current?.querySelector<SVGGElement>(`[data-row="${active}"]`);
    if (!row) return;
    row.focus();
    wanted.current = false;
  });

  const longest = Math.max(1, ...documents.map(({ tokens }) => tokens));
  const labelRoom = Math.min(
    width * 0.34,
    Math.max(...documents.slice(0, 200).map(({ title }) => textWidth(title, size))),
  );
  const countRoom = Math.max(...documents.map(({ hits }) => textWidth(numbers.exact(hits.length), size))) + size;
  const isRtl = room.direction === 'rtl';
  const stripe = {
    left: isRtl ? countRoom + size * 0.5 : labelRoom + size,
    width: width - labelRoom - countRoom - size * 1.5,
  };
  const shown = isWhole
    ? documents.slice(0, mostSaved).map((_, at) => at)
    : withActive(
        rows.getVirtualItems().map(({ index }) => index),
        active,
        documents.length,
      );
  const isCut = isWhole && documents.length > mostSaved;
  const height = isWhole ? shown.length * rowHeight + (isCut ? rowHeight : 0) : rows.getTotalSize();
  const moveTo = (row: number) => {
    const next = Math.max(0, Math.min(documents.length - 1, row));
    wanted.current = true;
    setActive(next);
    rows.scrollToIndex(next);
  };
  return (
    <svg ref={svg} width={width} height={height} role="presentation">
      {shown.map((row) => {
        const document = documents[row];
        if (!document) return null;
        return (
          <DispersionStripe
            key={document.id}
            {...{ room, document, row, onPick, labelRoom }}
            top={row * rowHeight}
            height={rowHeight}
            left={stripe.left}
            width={isToScale ? (stripe.width * document.tokens) / longest : stripe.width}
            wholeWidth={stripe.width}
            isTabStop={row === active}
            onReach={() => {
              setActive(row);
            }}
            onStep={(key) => {
              const page = Math.max(1, Math.floor(room.height / rowHeight) - 1);
              const steps = {
                ArrowUp: -1,
                ArrowDown: 1,
                PageUp: -page,
                PageDown: page,
                Home: -Infinity,
                End: Infinity,
              };
              moveTo(row + steps[key]);
            }}
          />
        );
      })}
      {isCut && (
        <SvgWord
          text={chartWords.firstDocuments(numbers.exact(mostSaved), numbers.exact(documents.length))}
          x={0}
          y={height - rowHeight / 2}
          size={size}
          ink="ink-soft"
        />
      )}
    </svg>
  );
}

/** The row that the Tab key stops at is there even when it was scrolled away. */
function withActive(rows: readonly number[], active: number, count: number): readonly number[] {
  return rows.includes(active) || active >= count ? rows : [...rows, active];
}
