/** One document: its title, its stripe with the hits, their number. */
import { type PointerEvent, useContext, useMemo, useRef, useState } from 'react';
import type { DispersionDocument } from './chart-data.ts';
import type { ChartRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { hitStrokes, strokeNear, strokePaths, strokeStep } from './dispersion-layout.ts';
import { fitText } from './fit-text.ts';
import { type MarkTip, tipText } from './mark-board.ts';
import { BoardContext } from './mark.tsx';
import { asStepKey, type StepKey } from './mark-steps.ts';
import { SvgWord } from './svg-word.tsx';

export type RowKey = Exclude<StepKey, 'ArrowLeft' | 'ArrowRight'>;

interface DispersionStripeProps<Document extends DispersionDocument> {
  readonly room: ChartRoom;
  readonly document: Document;
  readonly row: number;
  /** Pixels: of the row, of the stripe in it, of the longest stripe, of the title before it. */
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
  readonly wholeWidth: number;
  readonly labelRoom: number;
  readonly isTabStop: boolean;
  readonly onPick: ((document: Document, hit: number | undefined) => void) | undefined;
  readonly onReach: () => void;
  readonly onStep: (key: RowKey) => void;
}

const strengths = [0.6, 0.8, 1] as const;

export function DispersionStripe<Document extends DispersionDocument>(props: DispersionStripeProps<Document>) {
  const { room, document, row, top, height, width, wholeWidth, isTabStop, onPick, onReach, onStep } = props;
  const { size, numbers, textWidth } = room;
  const board = useContext(BoardContext);
  const ref = useRef<SVGGElement>(null);
  const [stroke, setStroke] = useState<number>();
  const strokes = useMemo(() => hitStrokes(document, width), [document, width]);
  const isRtl = document.direction === 'rtl';
  const isMirrored = room.direction === 'rtl';
  // Of documents of several lengths the beginnings stand in line.
  const left = props.left + (isRtl ? wholeWidth - width : 0);
  const middle = top + height / 2;
  const chosen = stroke === undefined ? undefined : strokes[stroke];

  const describe = (at: number | undefined) => {
    setStroke(at);
    if (ref.current)
      board.describe({
        id: String(document.id),
        x: left,
        y: middle,
        element: ref.current,
        tip: stripeTip(document, strokes[at ?? -1], numbers),
      });
  };
  const follow = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const at = strokeNear(strokes, event.clientX - (box?.left ?? 0) - left);
    if (at !== stroke || !board.shown()) describe(at);
  };
  return (
    <>
      <g
        ref={ref}
        className={onPick ? 'chart-mark chart-mark-live' : 'chart-mark'}
        role={onPick ? 'button' : 'img'}
        data-row={row}
        data-term={document.title}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={tipText(stripeTip(document, chosen, numbers))}
        onClick={() => onPick?.(document, chosen?.first)}
        onPointerMove={follow}
        onPointerLeave={() => {
          setStroke(undefined);
          board.hide();
        }}
        onFocus={() => {
          onReach();
          describe(stroke);
        }}
        onBlur={() => {
          setStroke(undefined);
          board.hide();
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const key = asStepKey(event.key);
          if (key === 'ArrowLeft' || key === 'ArrowRight') {
            // Strokes are in reading order; the keys go by what is seen.
            const step = (key === 'ArrowRight') === !isRtl ? 1 : -1;
            const from = stroke ?? (step > 0 ? -1 : strokes.length);
            if (strokes.length > 0) describe(Math.max(0, Math.min(strokes.length - 1, from + step)));
          } else if (key) onStep(key);
          else if (event.key === 'Escape' && board.shown()) board.hide();
          else if (onPick && (event.key === 'Enter' || event.key === ' ')) onPick(document, chosen?.first);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <rect x={0} y={top} width={room.width} height={height} fill="transparent" data-page-only />
        <rect
          x={left}
          y={top + 2}
          width={Math.max(1, width)}
          height={height - 4}
          rx={2}
          fill="var(--desk-sunken)"
          stroke="var(--line)"
          strokeWidth={0.5}
        />
        {/* Where reading begins. */}
        <rect x={isRtl ? left + width : left - 2} y={top + 2} width={2} height={height - 4} fill="var(--chart-axis)" />
        <g transform={`translate(${left} 0)`} fill="var(--chart-1)">
          {strokePaths(strokes, top + 2, height - 4).map(
            (d, at) => d !== '' && <path key={at} d={d} fillOpacity={strengths[at]} shapeRendering="crispEdges" />,
          )}
          {chosen && (
            <rect
              x={chosen.x - 1}
              y={top}
              width={strokeStep + 1}
              height={height}
              fill="var(--chart-2)"
              data-page-only
            />
          )}
        </g>
      </g>
      {/* Beside the mark: its name says the title in full. */}
      <SvgWord
        text={fitText(document.title, props.labelRoom, (text) => textWidth(text, size))}
        x={isMirrored ? room.width - props.labelRoom : props.labelRoom}
        y={middle}
        size={size}
        align={isMirrored ? 'left' : 'right'}
      />
      <SvgWord
        text={numbers.exact(document.hits.length)}
        x={isMirrored ? props.left - size * 0.8 : props.left + wholeWidth + size * 0.8}
        y={middle}
        size={size}
        align={isMirrored ? 'right' : 'left'}
        ink="ink-soft"
      />
    </>
  );
}

function stripeTip(
  document: DispersionDocument,
  stroke: ReturnType<typeof hitStrokes>[number] | undefined,
  numbers: ChartRoom['numbers'],
): MarkTip {
  const { title, hits, tokens } = document;
  const rows: [string, string][] = [
    [chartWords.hits, numbers.exact(hits.length)],
    [chartWords.tokens, numbers.exact(tokens)],
  ];
  if (stroke) {
    const last = stroke.first + stroke.hits - 1;
    const which =
      stroke.hits === 1
        ? numbers.exact(stroke.first + 1)
        : chartWords.range(numbers.exact(stroke.first + 1), numbers.exact(last + 1));
    const place = numbers.share(Math.round((100 * (hits[stroke.first] ?? 0)) / Math.max(1, tokens)) / 100);
    rows.push([chartWords.hit, chartWords.hitAt(which, place)]);
  }
  return { title, rows };
}
