/** The text of one side of a row, with what is marked in it: tagged passages, words that answer each other, mismatches. */
import type { AlignedSegment, MismatchFlag, WordHint } from '../../../shared/alignment.ts';
import { wordsOf } from '../../language/words.ts';
import { formatPercent } from '../../ui/format.ts';
import { colourClass } from '../../ui/monaco/tag-colour.ts';
import { flagWord } from './row-words.ts';
import { piecesOf } from './segment-pieces.ts';
import type { TagMark } from './tags/use-tag-marks.ts';

const t = wordsOf('aligned');

interface Mark {
  readonly start: AlignedSegment['start'];
  readonly end: AlignedSegment['end'];
  readonly flag?: MismatchFlag;
  /** Number of the hint, and what it goes by. */
  readonly hint?: { readonly at: number; readonly says: string };
  readonly tag?: TagMark;
}

/** The place of a hint on one side, and why the two words are held to answer each other. */
export interface HintMark {
  /** What lights with it; its place in the list when not given. */
  readonly id?: number;
  readonly run: WordHint['a'];
  readonly why: WordHint['why'];
  readonly score: number;
}

export interface SideMarks {
  readonly flags: readonly MismatchFlag[];
  readonly hints: readonly HintMark[];
  readonly tags: readonly TagMark[];
}

interface SegmentTextProps {
  readonly segment: AlignedSegment;
  readonly marks: SideMarks;
  /** The hint that is lit. */
  readonly lit: number | null;
  readonly onLight: (hint: number | null) => void;
}

/** Long passages first, so that a short one lies on them. */
function marksIn({ flags, hints, tags }: SideMarks): Mark[] {
  return [
    ...tags
      .toSorted((x, y) => y.end - y.start - (x.end - x.start))
      .map((tag): Mark => ({ start: tag.start, end: tag.end, tag })),
    ...flags.map((flag): Mark => ({ start: flag.start, end: flag.end, flag })),
    ...hints.map(({ id, run, why, score }, at): Mark => ({
      ...run,
      hint: { at: id ?? at, says: hintWord(why, score) },
    })),
  ];
}

/** In what way two words are held to answer each other. */
export function hintWord(why: WordHint['why'], score: number): string {
  return t(`hint.${why}`, { share: formatPercent(score) });
}

export function SegmentText({ segment, marks, lit, onLight }: SegmentTextProps) {
  const { text, start } = segment;
  return (
    <span data-start={start}>
      {piecesOf(segment, marksIn(marks)).map(({ from, to, marks: own }) => {
        const written = text.slice(from - start, to - start);
        if (own.length === 0) return written;
        return <PieceText key={from} written={written} marks={own} lit={lit} onLight={onLight} />;
      })}
    </span>
  );
}

interface PieceProps extends Pick<SegmentTextProps, 'lit' | 'onLight'> {
  readonly written: string;
  readonly marks: readonly Mark[];
}

function PieceText({ written, marks, lit, onLight }: PieceProps) {
  const flag = marks.find((mark) => mark.flag)?.flag;
  const hint = marks.find((mark) => mark.hint)?.hint;
  const tags = marks.flatMap(({ tag }) => (tag ? [tag] : []));
  const kinds = [
    flag ? `aligned-flagged aligned-flagged-${flag.kind}` : '',
    hint ? 'aligned-hint' : '',
    hint?.at === lit ? 'aligned-hint-lit' : '',
  ];
  const says = [...tags.map(({ name }) => name), ...(flag ? [flagWord(flag)] : []), ...(hint ? [hint.says] : [])];
  const light = hint
    ? {
        onMouseEnter: () => {
          onLight(hint.at);
        },
        onMouseLeave: () => {
          onLight(null);
        },
      }
    : {};
  const inner = (
    <span className={kinds.filter((kind) => kind !== '').join(' ')} title={says.join('; ')} {...light}>
      {written}
    </span>
  );
  return tags.reduceRight(
    (within, { colour, isDoubtful }, depth) => (
      <span
        className={`aligned-tagged ${colourClass(colour)}${isDoubtful ? ' aligned-tagged-doubtful' : ''}`}
        style={{ paddingBlockEnd: 3 * Math.min(3, tags.length - 1 - depth) }}
      >
        {within}
      </span>
    ),
    inner,
  );
}
