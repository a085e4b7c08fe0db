/** One text as it runs: its paragraphs, each sentence with the row that it stands in. */
import { memo, type MouseEvent, type RefObject, useMemo } from 'react';
import type { AlignedRow, AlignedSegment, AlignmentSummary, LinkStatus, Side } from '../../../../shared/alignment.ts';
import type { SideLook } from '../../../app/store/aligned.ts';
import { families } from '../aligned-row.tsx';
import { SegmentText, type SideMarks } from '../segment-text.tsx';
import { marksIn, spanOf, type TagMark } from '../tags/use-tag-marks.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('aligned');
/** Nothing but passages is marked in running text. */
const nothing: Pick<SideMarks, 'flags' | 'hints'> = { flags: [], hints: [] };
/** As continuous.css has it. */
const leading = 1.7;
const lettersInLine = 68;
const light = (): void => undefined;

interface Placed {
  readonly segment: AlignedSegment;
  readonly row: number;
  readonly status: LinkStatus;
  readonly isAlone: boolean;
}

interface RunningTextProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly side: Side;
  readonly rows: readonly AlignedRow[];
  readonly document: AlignmentSummary['documents'][0];
  readonly look: SideLook;
  readonly tags: readonly TagMark[];
  readonly isHidden: boolean;
  readonly onScroll: (side: Side) => void;
  /** It stands still again. */
  readonly onRest: (side: Side) => void;
  readonly onRow: (row: number, side: Side) => void;
}

export const RunningText = memo(function RunningText(props: RunningTextProps) {
  const { ref, side, rows, document, look, tags, isHidden, onScroll, onRest, onRow } = props;
  const paragraphs = useMemo(() => paragraphsOf(rows, side), [rows, side]);
  const { title, path, language } = document.document;
  // One for all sentences: a text has thousands.
  const point = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
    if (row !== undefined) onRow(Number(row), side);
  };
  return (
    <div
      ref={ref}
      className={isHidden ? 'running-pane running-hidden' : 'running-pane'}
      role="region"
      aria-label={title === '' ? path : title}
      // A pane that scrolls can be reached by the keyboard.
      tabIndex={0}
      lang={language}
      dir={document.direction}
      style={{ fontFamily: families[look.font], fontSize: look.size }}
      onScroll={() => {
        onScroll(side);
      }}
      onScrollEnd={() => {
        onRest(side);
      }}
      onMouseOver={point}
      onClick={point}
    >
      <div className="running-page">
        {paragraphs.map((segments) => (
          <Paragraph key={segments[0]?.segment.segment} segments={segments} tags={tags} size={look.size} />
        ))}
      </div>
    </div>
  );
});

interface ParagraphProps {
  readonly segments: readonly Placed[];
  readonly tags: readonly TagMark[];
  /** Of the letters, in CSS pixels. */
  readonly size: number;
}

const Paragraph = memo(function Paragraph({ segments, tags, size }: ParagraphProps) {
  const marks = { ...nothing, tags: marksIn(tags, spanOf(segments.map(({ segment }) => segment))) };
  return (
    <p dir={segments[0]?.segment.direction} style={{ containIntrinsicBlockSize: `auto ${heightOf(segments, size)}px` }}>
      {segments.map(({ segment, row, status, isAlone }) => (
        <span
          key={segment.segment}
          data-row={row}
          className={`running-sentence running-${status}${isAlone ? ' running-alone' : ''}`}
        >
          <SegmentText segment={segment} marks={marks} lit={null} onLight={light} />
          {isAlone && <small className="running-only"> {t('onlyHere')} </small>}{' '}
        </span>
      ))}
    </p>
  );
});

/** About what a paragraph takes before it was ever laid out, so that the scroll bar tells the truth. */
function heightOf(segments: readonly Placed[], size: number): number {
  const letters = segments.reduce((sum, { segment }) => sum + segment.text.length + 1, 0);
  return Math.ceil(letters / lettersInLine) * Math.round(size * leading);
}

function paragraphsOf(rows: readonly AlignedRow[], side: Side): Placed[][] {
  const all = rows.flatMap(({ sides, row, status }) =>
    sides[side].map((segment): Placed => ({
      ...{ segment, row, status },
      isAlone: sides[side === 0 ? 1 : 0].length === 0,
    })),
  );
  all.sort((x, y) => x.segment.segment - y.segment.segment);
  const paragraphs: Placed[][] = [];
  for (const placed of all) {
    const last = paragraphs.at(-1);
    if (last && !placed.segment.opens) last.push(placed);
    else paragraphs.push([placed]);
  }
  return paragraphs;
}
