/**
 * Turns a typed chunk into the tokens that the engine would make of it, so that whatever is pasted from an article finds
 * it: `e-mail@x.org` is one token, `well,known` two, `“Skopje”,` one without its signs, `—` none.
 */
import type { Tokeniser } from '../text/tokenise.ts';
import type { Glob, GlobPart } from './pattern.ts';
import type { ChunkPart } from './simple-lexemes.ts';

/**
 * What a wildcard is taken for while the chunk is cut: a letter, or a digit, as `?.5` means a number. The reading with
 * the fewest tokens wins, since someone who types a wildcard means one word.
 */
const standIns = ['a', '1'] as const;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly part: ChunkPart;
}

interface Reading {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly tokens: readonly { start: number; end: number }[];
}

/** The chunk as text, each wildcard replaced by `standIn`, and its tokens. */
function readingWith(parts: readonly ChunkPart[], standIn: string, tokeniser: Tokeniser): Reading {
  const pieces: Piece[] = [];
  let text = '';
  for (const part of parts) {
    const start = text.length;
    text += part.kind === 'literal' ? part.text : standIn;
    pieces.push({ start, end: text.length, part });
  }
  const tokens: { start: number; end: number }[] = [];
  tokeniser.run(text);
  const { offsets } = tokeniser.forms;
  for (let i = 0; i < tokeniser.count; i++) {
    const start = tokeniser.starts[i]!;
    const form = tokeniser.types[i]!;
    const end = start + offsets[form + 1]! - offsets[form]!;
    const before = tokens.at(-1);
    const atWildcard = (offset: number) =>
      pieces.some(({ part, ...piece }) => part.kind !== 'literal' && (piece.start === offset || piece.end === offset));
    // Scripts without spaces break at the stand-in; whoever types 中国* means one word.
    if (before?.end === start && atWildcard(start)) before.end = end;
    else tokens.push({ start, end });
  }
  return { text, pieces, tokens };
}

function globOf({ text, pieces }: Reading, start: number, end: number): Glob {
  const glob: GlobPart[] = [];
  for (const piece of pieces) {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.end);
    if (from >= to) continue;
    const last = glob.at(-1);
    if (piece.part.kind === 'literal') glob.push({ kind: 'literal', text: text.slice(from, to) });
    else if (piece.part.kind === 'one' || last?.kind !== 'many') glob.push(piece.part);
  }
  return glob;
}

/** The words of a chunk in order; none when it is punctuation alone. */
export function chunkWords(parts: readonly ChunkPart[], tokeniser: Tokeniser): Glob[] {
  const wild = parts.some(({ kind }) => kind !== 'literal');
  const readings = (wild ? standIns : standIns.slice(0, 1)).map((standIn) => readingWith(parts, standIn, tokeniser));
  const best = readings.reduce((a, b) => (b.tokens.length < a.tokens.length ? b : a));
  return best.tokens.map(({ start, end }) => globOf(best, start, end));
}
