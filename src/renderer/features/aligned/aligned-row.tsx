/** One row: what the first text says, how it is linked, what the second says. */
import { Anchor, Check, PenLine, TriangleAlert } from 'lucide-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import type { AlignedRow, AlignedSegment, Side, WordHint } from '../../../shared/alignment.ts';
import type { TaggedSpan } from '../../../shared/tagging.ts';
import type { AlignedLook } from '../../app/store/aligned.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { flagWord, isAlone, rowLabel, spineWord, statusWord } from './row-words.ts';
import { SegmentText, type SideMarks } from './segment-text.tsx';
import { RowTags } from './tags/row-tags.tsx';
import { marksIn, spanOf, type TagMark, type TagMarks } from './tags/use-tag-marks.ts';

const t = wordsOf('aligned');

export const families = { serif: 'var(--font-text)', sans: 'var(--font-text-sans)' } as const;

interface RowProps {
  readonly id: string;
  readonly row: AlignedRow;
  /** 0-based, of so many. */
  readonly place: number;
  readonly languages: readonly [string, string];
  readonly looks: AlignedLook['sides'];
  readonly isActive: boolean;
  /** The side that the keyboard is on, when the row is active. */
  readonly side: Side;
  /** The side whose segments wait to be linked. */
  readonly pending: Side | null;
  /** The side that is not shown yet. */
  readonly covered: Side | null;
  readonly hints: readonly WordHint[];
  readonly tags: TagMarks;
  readonly lit: number | null;
  readonly onLight: (hint: number | null) => void;
  readonly onChoose: (row: number, side: Side) => void;
  readonly onReveal: (row: number, side: Side) => void;
  readonly onCounterpart: (passage: TaggedSpan) => void;
}

/** Drawn anew only when something of its own changes: scrolling draws the rows that come into view, and no others. */
export const RowView = memo(function RowView(props: RowProps) {
  const { id, row, place, isActive } = props;
  const kinds = [
    'aligned-row',
    `aligned-${row.status}`,
    isActive ? 'aligned-active' : '',
    isAlone(row) ? 'aligned-alone' : '',
    row.moved ? 'aligned-moved' : '',
    row.sides.some((segments) => segments[0]?.opens) ? 'aligned-opens' : '',
  ];
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={place + 1}
      aria-selected={isActive}
      className={kinds.filter((kind) => kind !== '').join(' ')}
      data-row={row.row}
    >
      <Cell {...props} of={0} />
      <Spine row={row} />
      <Cell {...props} of={1} />
    </div>
  );
});

function Cell({ of, ...props }: RowProps & { readonly of: Side }) {
  const { row, languages, looks, side, isActive, pending, covered, onChoose } = props;
  const segments = row.sides[of];
  const look = looks[of];
  const kinds = [
    'aligned-cell',
    isActive && side === of ? 'aligned-cell-active' : '',
    pending === of ? 'aligned-pending' : '',
  ];
  return (
    <div
      role="gridcell"
      dir={segments[0]?.direction}
      className={kinds.filter((kind) => kind !== '').join(' ')}
      style={{ fontFamily: families[look.font], fontSize: look.size }}
      onClick={() => {
        onChoose(row.row, of);
      }}
    >
      {covered === of && segments.length > 0 ? (
        <Cover {...props} of={of} />
      ) : segments.length === 0 ? (
        <span className="aligned-nothing" aria-label={t('nothingHere')} />
      ) : (
        <Text {...props} of={of} segments={segments} language={languages[of]} />
      )}
    </div>
  );
}

interface TextProps extends RowProps {
  readonly of: Side;
  readonly segments: readonly AlignedSegment[];
  readonly language: string;
}

function Text({ of, segments, language, row, hints, tags, lit, isActive, onLight, onCounterpart }: TextProps) {
  const own = marksIn(tags[of], spanOf(segments));
  const marks: SideMarks = {
    flags: row.flags.filter(({ side }) => side === of),
    hints: hints.map(({ a, b, why, score }) => ({ run: of === 0 ? a : b, why, score })),
    tags: own,
  };
  const [first] = segments;
  return (
    <>
      <p className="aligned-text" lang={language} dir={first?.direction}>
        {segments.map((segment, at) => (
          <span key={segment.segment} className="aligned-segment" data-segment={segment.segment}>
            {at > 0 && ' '}
            {segments.length > 1 && (
              <sup className="aligned-segment-number" aria-hidden>
                {formatNumber(segment.segment + 1)}
              </sup>
            )}
            <SegmentText segment={segment} marks={marks} lit={lit} onLight={onLight} />
          </span>
        ))}
      </p>
      {isAlone(row) && <p className="aligned-only">{t('onlyHere')}</p>}
      <RowTags
        segments={segments}
        marks={own}
        other={answering(row, tags, of)}
        isActive={isActive}
        canAnswer={!isAlone(row)}
        onCounterpart={onCounterpart}
      />
      {marks.flags.map((flag) => (
        <p key={`${flag.kind} ${flag.start}`} className="aligned-flag">
          <TriangleAlert size={12} aria-hidden /> <bdi>{flagWord(flag)}</bdi>
        </p>
      ))}
    </>
  );
}

/** What the other side of the row has tagged. */
function answering({ sides }: AlignedRow, tags: TagMarks, of: Side): readonly TagMark[] {
  const other = of === 0 ? 1 : 0;
  return marksIn(tags[other], spanOf(sides[other]));
}

/** A side that is hidden shows how much there is to read, and nothing of it. */
function Cover({ row, of, onReveal }: RowProps & { readonly of: Side }) {
  const length = row.sides[of].reduce((sum, { text }) => sum + text.length, 0);
  const reveal = (event: MouseEvent) => {
    event.stopPropagation();
    onReveal(row.row, of);
  };
  return (
    <button type="button" className="aligned-cover" tabIndex={-1} onClick={reveal}>
      <span
        className="aligned-cover-lines"
        style={{ blockSize: `${Math.max(1, Math.ceil(length / 60)) * 1.1}em` }}
        aria-hidden
      />
      {t('show')}
    </button>
  );
}

const signs: Partial<Record<AlignedRow['status'], ReactNode>> = {
  confirmed: <Check size={13} aria-hidden />,
  corrected: <PenLine size={12} aria-hidden />,
  anchor: <Anchor size={13} aria-hidden />,
};

/** How the two are linked: the kind of line, a sign, and a word where something is not as usual. */
function Spine({ row }: { readonly row: AlignedRow }) {
  const word = spineWord(row);
  return (
    <div role="gridcell" className="aligned-spine" title={rowLabel(row)}>
      <span className="ui-hidden">{rowLabel(row)}</span>
      <span className="aligned-thread" aria-hidden />
      {signs[row.status] && (
        <span className="aligned-sign" title={statusWord(row.status)}>
          {signs[row.status]}
        </span>
      )}
      {word !== '' && !isAlone(row) && (
        <span className="aligned-spine-word" aria-hidden>
          {word}
        </span>
      )}
    </div>
  );
}
