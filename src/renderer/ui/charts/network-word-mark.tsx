/** A word of the network as a rounded box: filled for the word asked about, tinted for its collocates, dashed for theirs. */
import type { NetworkWord } from './chart-data.ts';
import { useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import type { MarkTip } from './mark-board.ts';
import { Mark } from './mark.tsx';
import type { WordPlace, WordSize } from './network-layout.ts';
import { SvgWord } from './svg-word.tsx';

interface NetworkWordMarkProps<Word extends NetworkWord> {
  readonly word: Word;
  readonly place: WordPlace;
  /** The term, cut to what there is room for. */
  readonly text: string;
  readonly textSize: number;
  readonly box: WordSize;
  readonly onGrow: ((word: Word) => void) | undefined;
  readonly onPick: ((word: Word) => void) | undefined;
}

const looks = [
  { fill: 'accent', stroke: 'accent', ink: 'accent-ink', dash: 'none' },
  { fill: 'accent-soft', stroke: 'accent', ink: 'ink', dash: 'none' },
  { fill: 'paper', stroke: 'line-strong', ink: 'ink', dash: '3 3' },
] as const;

export function NetworkWordMark<Word extends NetworkWord>(props: NetworkWordMarkProps<Word>) {
  const { word, place, text, textSize, box, onGrow, onPick } = props;
  const { numbers } = useRoom();
  const look = looks[word.order];
  const canGrow = !word.grown && onGrow !== undefined;
  const rows: MarkTip['rows'] =
    word.frequency === undefined ? [] : [[chartWords.frequency, numbers.exact(word.frequency)]];
  const hint = canGrow ? chartWords.growHint : onPick ? chartWords.linesHint : undefined;
  const { x, y } = place;
  return (
    <Mark
      id={`word ${word.id}`}
      {...{ x, y }}
      isStart={word.order === 0}
      tip={{ title: word.term, rows, ...(hint === undefined ? {} : { hint }) }}
      onPick={
        canGrow || onPick
          ? (isOther) => {
              if (canGrow && !isOther) onGrow(word);
              else onPick?.(word);
            }
          : undefined
      }
    >
      <rect
        x={x - box.width / 2}
        y={y - box.height / 2}
        width={box.width}
        height={box.height}
        rx={box.height / 2}
        fill={`var(--${look.fill})`}
        stroke={`var(--${look.stroke})`}
        strokeDasharray={look.dash}
        strokeWidth={word.order === 1 ? 1.25 : 1}
      />
      <SvgWord text={text} {...{ x, y }} size={textSize} align="middle" weight={500} ink={look.ink} />
      {canGrow && <GrowSign x={x + box.width / 2 - 3} y={y - box.height / 2 + 3} />}
    </Mark>
  );
}

/** A small plus on the corner: there is more behind this word. */
function GrowSign({ x, y }: WordPlace) {
  return (
    <g data-page-only>
      <circle cx={x} cy={y} r={6} fill="var(--leaf)" stroke="var(--accent)" />
      <path d={`M${x - 3},${y}H${x + 3}M${x},${y - 3}V${y + 3}`} stroke="var(--accent)" strokeWidth={1.25} />
    </g>
  );
}
