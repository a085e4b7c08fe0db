/**
 * Names that a link lacks on one side, though elsewhere in the pair the same name has a counterpart: Maduro here, and no
 * مادورو there. Only scripts with capitals show a name; what answers it is found by its sound.
 */
import type { Sound } from '../../corpus/alignment/cognates.ts';
import { likeness, soundOf } from '../../corpus/alignment/cognates.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { MismatchFlag, Side } from '../../shared/alignment.ts';
import type { CharOffset } from '../../shared/model.ts';
import type { Row } from './links.ts';
import { isLink } from './links.ts';
import type { Segment, SegmentedDocument } from './segments.ts';

interface Name {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
}

/** Below this two words merely happen to share sounds. */
const likeEnough = 0.72;
/** Links that must have a name on both sides before its lack is worth a word. */
const knownIn = 2;
const capitalised = /\p{Lu}\p{Ll}[\p{L}\p{M}]+/gu;
const words = /[\p{L}\p{M}]{2,}/gu;

/** Capitalised words that do not merely begin a sentence. */
function namesIn({ text, start }: Segment): Name[] {
  return Array.from(text.matchAll(capitalised), ({ index, 0: word }) => ({ index, word }))
    .filter(({ index }) => /[\p{L}\p{Nd}][,;:’'”"»)]*\s*$/u.test(text.slice(0, index)))
    .map(({ index, word }) => ({
      start: start + index,
      end: start + index + word.length,
      text: word,
      folded: fold(word),
    }));
}

/** Finds what sounds like a name among the words of a side; each word is romanised once. */
class Sounds {
  readonly #known = new Map<string, Sound>();

  of(folded: string): Sound {
    let sound = this.#known.get(folded);
    if (!sound) this.#known.set(folded, (sound = soundOf(folded)));
    return sound;
  }

  answers(name: string, word: string): boolean {
    if (name === word) return true;
    const [x, y] = [this.of(name), this.of(word)];
    return x.keys.some((key) => y.keys.includes(key)) && likeness(x.roman, y.roman) >= likeEnough;
  }
}

/** By row number. */
export function missingNames(
  a: SegmentedDocument,
  b: SegmentedDocument,
  rows: readonly Row[],
): ReadonlyMap<number, readonly MismatchFlag[]> {
  const flags = new Map<number, MismatchFlag[]>();
  const sounds = new Sounds();
  for (const side of [0, 1] as const)
    for (const { row, name } of missingOn(side, side === 0 ? [a, b] : [b, a], rows, sounds)) {
      const { start, end, text } = name;
      const flag: MismatchFlag = {
        ...{ kind: 'name', side, text, instead: '' },
        start: start as CharOffset,
        end: end as CharOffset,
      };
      flags.set(row, [...(flags.get(row) ?? []), flag]);
    }
  return flags;
}

interface Missing {
  readonly row: number;
  readonly name: Name;
}

function missingOn(
  side: Side,
  [here, there]: readonly [SegmentedDocument, SegmentedDocument],
  rows: readonly Row[],
  sounds: Sounds,
): Missing[] {
  const answered = new Map<string, number>();
  const missing: Missing[] = [];
  rows.forEach((row, at) => {
    if (!isLink(row)) return;
    const mine = side === 0 ? here.segments.slice(row.aFrom, row.aTo) : here.segments.slice(row.bFrom, row.bTo);
    const theirs = side === 0 ? there.segments.slice(row.bFrom, row.bTo) : there.segments.slice(row.aFrom, row.aTo);
    const names = mine.flatMap(namesIn);
    if (names.length === 0) return;
    const others = theirs.flatMap(({ text }) => Array.from(text.matchAll(words), ([word]) => fold(word)));
    for (const name of names) {
      if (others.some((word) => sounds.answers(name.folded, word)))
        answered.set(name.folded, (answered.get(name.folded) ?? 0) + 1);
      else missing.push({ row: at, name });
    }
  });
  return missing.filter(({ name }) => (answered.get(name.folded) ?? 0) >= knownIn);
}
