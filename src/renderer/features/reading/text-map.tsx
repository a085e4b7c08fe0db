/**
 * The whole document as a narrow strip beside its scroll bar: the hits of each query in a lane of its own, what is found, and
 * the tagged passages. It shows what is in sight, and goes where it is clicked.
 */
import { type KeyboardEvent, type PointerEvent, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { CharOffset, Span } from '../../../shared/model.ts';
import { wordsOf } from '../../language/words.ts';
import { formatPercent } from '../../ui/format.ts';
import './text-map.css';
import { type MapPlace, nearest, placeBeyond, runsOf } from './text-map-places.ts';

const t = wordsOf('reading');

/** Rows of the strip: two or three pixels each. */
const rows = 300;
/** A click this near to a mark means the mark, as a share of the text. */
const grasp = 0.008;
/** What a page key goes, as a share of the text. */
const page = 0.1;

export interface TextMapHandle {
  /** Draws the box over what is in sight. Not by React: it is called for every frame of scrolling. */
  see(seen: Span): void;
}

interface TextMapProps {
  readonly ref: Ref<TextMapHandle>;
  /** Characters of the text. */
  readonly length: number;
  /** From the text outwards. */
  readonly lanes: readonly (readonly MapPlace[])[];
  /** The text is read from right to left: the strip stands at its left side. */
  readonly isMirrored: boolean;
  /** Where the reader is. */
  readonly place: number;
  readonly onGo: (place: Span) => void;
}

export function TextMap({ ref, length, lanes, isMirrored, place, onGo }: TextMapProps) {
  const box = useRef<HTMLSpanElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      see: ({ start, end }) => {
        if (!box.current || length === 0) return;
        box.current.style.insetBlockStart = `${(start / length) * 100}%`;
        box.current.style.blockSize = `${((end - start) / length) * 100}%`;
      },
    }),
    [length],
  );
  const places = useMemo(() => lanes.flat(), [lanes]);
  const runs = useMemo(() => lanes.map((lane) => runsOf(lane, length, rows)), [lanes, length]);
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (event.clientY - top) / height));
    onGo(nearest(places, share * length, event.type === 'pointerdown' ? grasp * length : -1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = keyGoal(event.key, places, place, length);
    if (!at) return;
    event.preventDefault();
    event.stopPropagation();
    onGo(at);
  };
  const share = length === 0 ? 0 : place / length;
  return (
    <div
      className={isMirrored ? 'text-map text-map-mirrored' : 'text-map'}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('map.label')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={t('map.place', { share: formatPercent(share), count: places.length })}
      title={t('map.hint')}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    >
      <span ref={box} className="text-map-seen" />
      <svg viewBox={`0 0 ${Math.max(1, lanes.length)} ${rows}`} preserveAspectRatio="none" aria-hidden>
        {runs.map((lane, at) =>
          lane.map(({ from, to, colour }) => (
            <rect
              key={`${at} ${colour} ${from}`}
              x={at + 0.12}
              y={from}
              width={0.76}
              height={Math.max(1.4, to - from)}
              style={{ fill: colour }}
            />
          )),
        )}
      </svg>
    </div>
  );
}

/** Where a key goes from `place`; null for a key that is not the map's. */
function keyGoal(key: string, places: readonly Span[], place: number, length: number): Span | null {
  const at = (offset: number): Span => {
    const start = Math.max(0, Math.min(length, Math.round(offset))) as CharOffset;
    return { start, end: start };
  };
  switch (key) {
    case 'ArrowDown':
      return placeBeyond(places, place, 1) ?? null;
    case 'ArrowUp':
      return placeBeyond(places, place, -1) ?? null;
    case 'PageDown':
      return at(place + page * length);
    case 'PageUp':
      return at(place - page * length);
    case 'Home':
      return at(0);
    case 'End':
      return at(length);
    default:
      return null;
  }
}
