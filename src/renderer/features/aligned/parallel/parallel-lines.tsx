/** The rows found: the sentence here, the sentence there, where, and how surely they belong together. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CorpusId } from '../../../../shared/model.ts';
import type { ParallelLine, ParallelSort, ParallelSummary } from '../../../../shared/parallel.ts';
import { readTogether } from '../../../app/actions/aligned.ts';
import { request } from '../../../app/request.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatNumber, languageName } from '../../../ui/format.ts';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageCache } from '../../../ui/rows/page-cache.ts';
import { statusWord } from '../row-words.ts';

const t = wordsOf('aligned');
const pageSize = 50;
const usualHeight = 74;

interface LinesProps {
  readonly corpus: CorpusId;
  readonly summary: ParallelSummary;
  readonly onSort: (sort: ParallelSort) => void;
}

export function ParallelLines({ corpus, summary, onSort }: LinesProps) {
  const { parallel, sort, total, question } = summary;
  const scroll = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const cache = useMemo(
    () =>
      new PageCache<ParallelLine>({
        rows: total,
        pageSize,
        fetch: async (from, count) => (await request('parallel.page', { corpus, parallel, from, count })).lines,
      }),
    // Sorting keeps the id and gives other lines.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, parallel, total, sort],
  );
  useSyncExternalStore(cache.subscribe, cache.version);
  // The rule warns users of the React compiler, which is not used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualHeight,
    overscan: 6,
  });
  const drawn = list.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useLayoutEffect(() => {
    cache.want(first, last + 1);
  }, [cache, first, last]);
  const open = (line: ParallelLine | undefined) => {
    if (line) readTogether(line.here.doc, line.other, line.row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 },
      ...{ Home: 0, End: total - 1 },
    };
    const to = steps[event.key];
    if (event.key === 'Enter') open(cache.row(active));
    else if (to === undefined) return;
    else {
      const target = Math.max(0, Math.min(total - 1, to));
      setActive(target);
      list.scrollToIndex(target, { align: 'auto' });
    }
    event.preventDefault();
  };
  const heads = [
    { id: 'place', name: t('lines.number') },
    { id: 'match', name: languageName(question.here) },
    { id: 'there', name: languageName(question.there) },
    { id: 'score', name: t('lines.link') },
  ] as const;
  return (
    <div
      ref={scroll}
      role="grid"
      tabIndex={0}
      aria-label={t('lines.title', { text: question.find.text })}
      aria-rowcount={total + 1}
      aria-colcount={heads.length}
      aria-activedescendant={drawn.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      className="parallel-lines"
      data-pane-start
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="parallel-row parallel-heads">
        {heads.map((head) => (
          <div key={head.id} role="columnheader" aria-sort={sort === head.id ? 'ascending' : 'none'}>
            <button
              type="button"
              tabIndex={-1}
              onClick={() => {
                onSort(head.id);
              }}
            >
              {head.name}
              {sort === head.id && <ArrowDown size={12} aria-hidden />}
            </button>
            {head.id === 'match' && <Around sort={sort} onSort={onSort} />}
          </div>
        ))}
      </div>
      <div role="presentation" className="parallel-all" style={{ blockSize: list.getTotalSize() }}>
        {drawn.map(({ index, start: top }) => (
          <div
            key={index}
            ref={list.measureElement}
            data-index={index}
            role="presentation"
            className="aligned-place"
            style={{ transform: `translateY(${top}px)` }}
          >
            <Line
              id={`${id}-${index}`}
              line={cache.row(index)}
              place={index}
              languages={[question.here, question.there]}
              isActive={index === active}
              onChoose={() => {
                setActive(index);
              }}
              onOpen={() => {
                open(cache.row(index));
              }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Sorting by what stands before and after the match. */
function Around({ sort, onSort }: Pick<LinesProps, 'onSort'> & { readonly sort: ParallelSort }) {
  return (['before', 'after'] as const).map((by) => (
    <button
      key={by}
      type="button"
      tabIndex={-1}
      className="parallel-around"
      onClick={() => {
        onSort(by);
      }}
    >
      {t(`lines.${by}`)}
      {sort === by && <ArrowDown size={12} aria-hidden />}
    </button>
  ));
}

interface LineProps {
  readonly id: string;
  readonly line: ParallelLine | undefined;
  readonly place: number;
  readonly languages: readonly [string, string];
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function Line({ id, line, place, languages, isActive, onChoose, onOpen }: LineProps) {
  const className = isActive ? 'parallel-row parallel-active' : 'parallel-row';
  if (!line)
    return (
      <div role="row" aria-rowindex={place + 2} className={className}>
        <div role="gridcell" />
      </div>
    );
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isActive}
      className={className}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      <div role="gridcell" className="parallel-n ui-number">
        {formatNumber(line.n)}
      </div>
      <div role="gridcell" className="parallel-text" dir={line.here.direction} lang={languages[0]}>
        <Marked passage={line.here} />
        <small>
          <bdi>{line.here.path}</bdi>
        </small>
      </div>
      <div role="gridcell" className="parallel-text" dir={line.there?.direction} lang={languages[1]}>
        {line.there ? <Marked passage={line.there} /> : <span className="aligned-only">{t('lines.onlyHere')}</span>}
      </div>
      <div role="gridcell" className={`parallel-status aligned-${line.status}`}>
        {statusWord(line.status)}
      </div>
    </div>
  );
}

function Marked({ passage: { text, marks } }: { readonly passage: ParallelLine['here'] }) {
  return (
    <span>
      <MarkedText text={text} marks={marks} />
    </span>
  );
}
