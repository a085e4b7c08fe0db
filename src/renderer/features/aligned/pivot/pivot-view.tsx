/** One text in the middle, and beside each of its sentences what every other version says. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { PivotRow } from '../../../../shared/pivot.ts';
import { request } from '../../../app/request.ts';
import { latinKey } from '../../../app/shortcuts.ts';
import type { PairShown } from '../../../app/store/aligned.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { PageCache } from '../../../ui/rows/page-cache.ts';
import { type Column, columnsOf } from './columns.ts';
import { PivotHead } from './pivot-head.tsx';
import { PivotRowView } from './pivot-row.tsx';
import { NotOpenYet } from '../not-open-yet.tsx';
import './pivot.css';
import { useColumnTags } from './use-column-tags.ts';
import { noPivotHints, type PivotHints, usePivotHints } from './use-pivot-hints.ts';
import { type PivotInHand, usePivot } from './use-pivot.ts';

const t = wordsOf('aligned');
const pageSize = 50;
/** CSS pixels of a row that was not drawn yet. */
const usualHeight = 110;

export function PivotView({ pair }: { readonly pair: PairShown }) {
  const [attempt, setAttempt] = useState(0);
  const { pivot, failure } = usePivot(pair, attempt);
  const [isUneven, setUneven] = useState(false);
  if (failure || !pivot)
    return (
      <NotOpenYet
        failure={failure}
        onAgain={() => {
          setAttempt(attempt + 1);
        }}
      />
    );
  const columns = columnsOf(pivot.summaries);
  return (
    <div className="aligned pivot">
      <PivotHead pair={pair} pivot={pivot} columns={columns} isUneven={isUneven} onUneven={setUneven} />
      <Rows key={String(isUneven)} pair={pair} pivot={pivot} columns={columns} isUneven={isUneven} />
    </div>
  );
}

interface RowsProps {
  readonly pair: PairShown;
  readonly pivot: PivotInHand;
  readonly columns: readonly Column[];
  readonly isUneven: boolean;
}

function Rows({ pair, pivot, columns, isUneven }: RowsProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const id = useId();
  const looks = useApp((state) => state.alignedLook.sides);
  const [active, setActive] = useState({ row: 0, column: columns.findIndex(({ version }) => version === null) });
  const total = isUneven ? pivot.uneven : pivot.total;
  const cache = usePivotRows(pair, pivot, isUneven, total);
  // The rule warns users of the React compiler, which is not used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualHeight,
    overscan: 4,
  });
  const hasHints = useApp((state) => state.alignedLook.hasHints);
  const [lit, setLit] = useState<number | null>(null);
  const tags = useColumnTags(pair.corpus, columns);
  const hints = usePivotHints(pair.corpus, pivot.summaries, cache.row(active.row), hasHints);
  const drawn = list.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useLayoutEffect(() => {
    cache.want(first, last + 1);
  }, [cache, first, last]);
  useEffect(() => {
    scroll.current?.focus();
  }, []);
  /** The pair of a version, at the row that it has there: where links are put right. */
  const openPair = (row: PivotRow | undefined, column: number) => {
    const version = columns[column]?.version ?? 0;
    const versions = [pair.b, ...pair.others];
    const b = versions[version];
    if (b === undefined) return;
    const others = versions.filter((doc) => doc !== b);
    store
      .getState()
      .showPair({ ...pair, b, others, isPivot: false, row: row?.versions[version]?.links[0]?.row ?? null });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored = document.documentElement.dir === 'rtl';
    const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      ...{ ArrowDown: [1, 0], ArrowUp: [-1, 0], PageDown: [6, 0], PageUp: [-6, 0], Home: [-total, 0], End: [total, 0] },
      ...{ ArrowRight: [0, isMirrored ? -1 : 1], ArrowLeft: [0, isMirrored ? 1 : -1] },
    };
    const step = steps[event.key];
    const key = latinKey(event).toLowerCase();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && key === 'w') store.getState().lookAligned({ hasHints: !hasHints });
    else if (isPlain && key === '.') setLit(nextHint(hints, lit));
    else if (event.key === 'Enter') openPair(cache.row(active.row), active.column);
    else if (step) {
      const row = Math.max(0, Math.min(total - 1, active.row + step[0]));
      const column = Math.max(0, Math.min(columns.length - 1, active.column + step[1]));
      setActive({ row, column });
      if (row !== active.row) setLit(null);
      list.scrollToIndex(row, { align: 'auto' });
    } else return;
    event.preventDefault();
  };
  if (total === 0)
    return (
      <p className="aligned-state" role="status">
        {t('noRows')}
      </p>
    );
  return (
    <div
      ref={scroll}
      role="grid"
      tabIndex={0}
      aria-label={t('pivot.rows')}
      aria-rowcount={total}
      aria-colcount={columns.length}
      aria-activedescendant={drawn.some(({ index }) => index === active.row) ? `${id}-${active.row}` : undefined}
      className="aligned-rows"
      data-pane-start
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="aligned-rows-all pivot-rows" style={{ blockSize: list.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <div
            key={index}
            ref={list.measureElement}
            role="presentation"
            data-index={index}
            className="aligned-place"
            style={{ transform: `translateY(${start}px)` }}
          >
            <PivotRowView
              id={`${id}-${index}`}
              row={cache.row(index)}
              place={index}
              columns={columns}
              looks={looks}
              active={index === active.row ? active.column : null}
              tags={tags}
              hints={index === active.row ? hints : noPivotHints}
              lit={index === active.row ? lit : null}
              onLight={setLit}
              onChoose={(column) => {
                setActive({ row: index, column });
              }}
              onOpen={(column) => {
                openPair(cache.row(index), column);
              }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Around again after the last. */
function nextHint({ pivot }: PivotHints, lit: number | null): number | null {
  const at = pivot.findIndex(({ id }) => id === lit);
  return pivot[(at + 1) % Math.max(1, pivot.length)]?.id ?? null;
}

function usePivotRows(
  { corpus }: PairShown,
  { summaries }: PivotInHand,
  uneven: boolean,
  total: number,
): PageCache<PivotRow> {
  const of = JSON.stringify(summaries.map(({ alignment, revision }) => [alignment, revision]));
  const cache = useMemo(
    () =>
      new PageCache<PivotRow>({
        rows: total,
        pageSize,
        fetch: async (from, count) => {
          const alignments = summaries.map(({ alignment }) => alignment);
          return (await request('pivot.rows', { corpus, alignments, uneven, from, count })).rows;
        },
      }),
    // The summaries are the same as long as their links are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, of, uneven, total],
  );
  useSyncExternalStore(cache.subscribe, cache.version);
  return cache;
}
