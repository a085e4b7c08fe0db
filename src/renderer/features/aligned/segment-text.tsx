/** The text of one side of a row, with what is marked in it: words that answer each other, mismatches. */
import type { AlignedSegment, MismatchFlag, WordHint } from '../../../shared/alignment.ts';
import { flagWord } from './row-words.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly flag?: MismatchFlag;
  /** Number of the hint. */
  readonly hint?: number;
}

export interface SideMarks {
  readonly flags: readonly MismatchFlag[];
  readonly hints: readonly Pick<WordHint, 'a'>['a'][];
}

interface SegmentTextProps {
  readonly segment: AlignedSegment;
  readonly marks: SideMarks;
  /** The hint that is lit. */
  readonly lit: number | null;
  readonly onLight: (hint: number | null) => void;
}

/** Marks of a segment in text order, none over another: the first one there wins. */
function marksIn({ start, end }: AlignedSegment, { flags, hints }: SideMarks): Mark[] {
  const all: Mark[] = [
    ...flags.map((flag): Mark => ({ start: flag.start, end: flag.end, flag })),
    ...hints.map((run, hint): Mark => ({ ...run, hint })),
  ];
  const inside = all.filter((mark) => mark.start >= start && mark.end <= end).sort((x, y) => x.start - y.start);
  let reached = start as number;
  return inside.filter((mark) => {
    if (mark.start < reached) return false;
    reached = mark.end;
    return true;
  });
}

export function SegmentText({ segment, marks, lit, onLight }: SegmentTextProps) {
  const { text, start } = segment;
  const parts = [];
  let at = 0;
  for (const mark of marksIn(segment, marks)) {
    const from = mark.start - start;
    if (from > at) parts.push(text.slice(at, from));
    at = mark.end - start;
    const written = text.slice(from, at);
    if (mark.flag)
      parts.push(
        <span key={from} className={`aligned-flagged aligned-flagged-${mark.flag.kind}`} title={flagWord(mark.flag)}>
          {written}
        </span>,
      );
    else
      parts.push(
        <span
          key={from}
          className={mark.hint === lit ? 'aligned-hint aligned-hint-lit' : 'aligned-hint'}
          onMouseEnter={() => {
            onLight(mark.hint ?? null);
          }}
          onMouseLeave={() => {
            onLight(null);
          }}
        >
          {written}
        </span>,
      );
  }
  if (at < text.length) parts.push(text.slice(at));
  return <>{parts}</>;
}
