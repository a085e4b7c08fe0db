/** One text as it runs: its paragraphs, each sentence with the row that it stands in. */
import { memo, type RefObject, useMemo } from 'react';
import type { AlignedRow, AlignedSegment, AlignmentSummary, LinkStatus, Side } from '../../../../shared/alignment.ts';
import type { SideLook } from '../../../app/store/aligned.ts';
import { families } from '../aligned-row.tsx';
import { SegmentText, type SideMarks } from '../segment-text.tsx';
import { marksIn, spanOf, type TagMark } from '../tags/use-tag-marks.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('aligned');
/** Nothing but passages is marked in running text. */
const nothing: Pick<SideMarks, 'flags' | 'hints'> = { flags: [], hints: [] };
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
  readonly cursor: number;
  readonly onScroll: (side: Side) => void;
  readonly onRow: (row: number, side: Side) => void;
}

export const RunningText = memo(function RunningText(props: RunningTextProps) {
  const { ref, side, rows, document, look, tags, isHidden, cursor, onScroll, onRow } = props;
  const paragraphs = useMemo(() => paragraphsOf(rows, side), [rows, side]);
  const { title, path, language } = document.document;
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
    >
      <div className="running-page">
        {paragraphs.map((segments) => (
          <Paragraph
            key={segments[0]?.segment.segment}
            segments={segments}
            tags={tags}
            lit={segments.some(({ row }) => row === cursor) ? cursor : null}
            side={side}
            onRow={onRow}
          />
        ))}
      </div>
    </div>
  );
});

interface ParagraphProps {
  readonly segments: readonly Placed[];
  readonly tags: readonly TagMark[];
  /** The row that is lit, when it has a sentence here. */
  readonly lit: number | null;
  readonly side: Side;
  readonly onRow: (row: number, side: Side) => void;
}

const Paragraph = memo(function Paragraph({ segments, tags, lit, side, onRow }: ParagraphProps) {
  const marks = { ...nothing, tags: marksIn(tags, spanOf(segments.map(({ segment }) => segment))) };
  return (
    <p dir={segments[0]?.segment.direction}>
      {segments.map(({ segment, row, status, isAlone }) => (
        <span
          key={segment.segment}
          data-row={row}
          className={`running-sentence running-${status}${isAlone ? ' running-alone' : ''}${row === lit ? ' running-lit' : ''}`}
          onMouseEnter={() => {
            onRow(row, side);
          }}
          onClick={() => {
            onRow(row, side);
          }}
        >
          <SegmentText segment={segment} marks={marks} lit={null} onLight={light} />
          {isAlone && <small className="running-only"> {t('onlyHere')} </small>}{' '}
        </span>
      ))}
    </p>
  );
});

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
