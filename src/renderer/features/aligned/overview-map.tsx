/**
 * The whole pair at a glance: the first text runs down, the second across, and every link is a stroke where they meet. A
 * translation is one slope; what was moved stands off it, what was cut leaves a band.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import type { AlignmentOverview, AlignmentSummary } from '../../../shared/alignment.ts';
import { linkStatuses } from '../../../shared/alignment.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount, formatNumber, formatPercent } from '../../ui/format.ts';
import { useDrawnTheme } from '../../app/theme.ts';
import type { SeenRows } from './seen-rows.ts';
import { type MapStroke, mapStrokes, rowNear, topOfRow } from './map-strokes.ts';

const t = wordsOf('aligned');

interface OverviewMapProps {
  readonly summary: AlignmentSummary;
  readonly overview: AlignmentOverview;
  readonly seen: SeenRows;
  readonly cursor: number;
  readonly onGo: (row: number) => void;
}

/** CSS pixels. */
const size = { width: 168, height: 300 };

export function OverviewMap({ summary, overview, seen, cursor, onGo }: OverviewMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useDrawnTheme();
  const rtl = summary.documents[1].direction === 'rtl';
  useEffect(() => {
    const element = canvas.current;
    if (element) draw(element, mapStrokes(overview, size, rtl), theme);
  }, [overview, theme, rtl]);
  const [a, b] = summary.documents;
  const go = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const { top: start } = event.currentTarget.getBoundingClientRect();
    onGo(rowNear(overview, (event.clientY - start) / size.height));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + 20,
      PageUp: cursor - 20,
      Home: 0,
      End: summary.rows - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onGo(Math.max(0, Math.min(summary.rows - 1, to)));
  };
  return (
    <aside className="aligned-map" aria-label={t('map.title')}>
      <h3 className="ui-label">{t('map.title')}</h3>
      <div
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('map.place')}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, summary.rows)}
        aria-valuenow={cursor + 1}
        className="aligned-map-field"
        style={{ inlineSize: size.width, blockSize: size.height }}
        onPointerDown={go}
        onPointerMove={go}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} aria-hidden />
        <SeenMark overview={overview} seen={seen} />
      </div>
      <dl className="aligned-map-facts">
        <div>
          <dt>{t('map.linked')}</dt>
          <dd className="ui-number">
            {formatPercent(a.linked / Math.max(1, a.segments))} · {formatPercent(b.linked / Math.max(1, b.segments))}
          </dd>
        </div>
        <div>
          <dt>{t('map.doubtful')}</dt>
          <dd className="ui-number">{formatNumber(summary.statuses.doubtful)}</dd>
        </div>
        <div>
          <dt>{t('map.said')}</dt>
          <dd className="ui-number">{formatNumber(said(summary))}</dd>
        </div>
        <div>
          <dt>{t('map.moved')}</dt>
          <dd className="ui-number">{formatNumber(overview.moved.length)}</dd>
        </div>
        <div>
          <dt>{t('map.rows')}</dt>
          <dd className="ui-number">{formatCount(summary.rows, 'row')}</dd>
        </div>
      </dl>
      <ul className="aligned-map-key">
        {(['link', 'moved', 'alone'] as const).map((kind) => (
          <li key={kind} className={`aligned-map-${kind}`}>
            {t(`map.key.${kind}`)}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** What is in sight, on the map. */
function SeenMark({ overview, seen }: Pick<OverviewMapProps, 'overview' | 'seen'>) {
  const { first, last } = useSyncExternalStore(seen.subscribe, seen.now);
  const top = topOfRow(overview, first, size);
  const end = topOfRow(overview, last + 1, size);
  return <span className="aligned-map-seen" style={{ insetBlockStart: top, blockSize: Math.max(6, end - top) }} />;
}

function said({ statuses }: AlignmentSummary): number {
  return linkStatuses
    .filter((status) => status !== 'sure' && status !== 'doubtful')
    .reduce((sum, status) => sum + statuses[status], 0);
}

function draw(canvas: HTMLCanvasElement, strokes: readonly MapStroke[], theme: 'light' | 'dark'): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const scale = window.devicePixelRatio;
  canvas.width = size.width * scale;
  canvas.height = size.height * scale;
  canvas.style.inlineSize = `${size.width}px`;
  canvas.style.blockSize = `${size.height}px`;
  canvas.dataset.theme = theme;
  context.scale(scale, scale);
  // A token is a formula of two colours: only a property of the element says which one it is now.
  const colourOf = (kind: MapStroke['kind']): string => {
    canvas.style.color = `var(--map-${kind})`;
    return getComputedStyle(canvas).color;
  };
  const colours = {
    link: colourOf('link'),
    doubtful: colourOf('doubtful'),
    moved: colourOf('moved'),
    alone: colourOf('alone'),
  };
  for (const { kind, x, y, width, height } of strokes) {
    context.strokeStyle = colours[kind];
    context.fillStyle = colours[kind];
    if (kind === 'alone') {
      context.fillRect(x, y, width, height);
      continue;
    }
    context.lineWidth = kind === 'moved' ? 3 : 2;
    context.setLineDash(kind === 'doubtful' ? [2, 2] : []);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + width, y + height);
    context.stroke();
  }
}
