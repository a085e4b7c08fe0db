/**
 * Turns a typed chunk into the tokens that the engine would make of it, so that whatever is pasted from an article finds
 * it: `e-mail@x.org` is one token, `well,known` two, `“Skopje”,` one without its signs, `—` none.
 */
import type { Tokeniser } from '../text/tokenise.ts';
import type { Glob, GlobPart } from './pattern.ts';
import type { ChunkPart } from './simple-lexemes.ts';

/**
 * What a wildcard is taken for while the chunk is cut: a letter; a digit, as `?.5` means a number; nothing, as `*U.S` is
 * an initialism without it. The reading with the fewest tokens wins, since someone who types a wildcard means one word.
 */
const standIns = [
  { many: 'a', one: 'a' },
  { many: '1', one: '1' },
  { many: '', one: 'a' },
] as const;

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

/** The chunk as text, each wildcard replaced by its `standIn`, and its tokens. */
function readingWith(parts: readonly ChunkPart[], standIn: (typeof standIns)[number], tokeniser: Tokeniser): Reading {
  const pieces: Piece[] = [];
  let text = '';
  for (const part of parts) {
    const start = text.length;
    text += part.kind === 'literal' ? part.text : standIn[part.kind];
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

/** Whether a wildcard is part of the token; it may be empty and stand at its edge. */
function holds(token: { start: number; end: number }, wildcard: Piece): boolean {
  return wildcard.start >= token.start && wildcard.end <= token.end;
}

function globOf({ text, pieces }: Reading, token: { start: number; end: number }): Glob {
  const glob: GlobPart[] = [];
  for (const piece of pieces) {
    if (piece.part.kind === 'literal') {
      const from = Math.max(token.start, piece.start);
      const to = Math.min(token.end, piece.end);
      if (from < to) glob.push({ kind: 'literal', text: text.slice(from, to) });
    } else if (holds(token, piece) && (piece.part.kind === 'one' || glob.at(-1)?.kind !== 'many'))
      glob.push(piece.part);
  }
  return glob;
}

/** The words of a chunk in order; none when it is punctuation alone. */
export function chunkWords(parts: readonly ChunkPart[], tokeniser: Tokeniser): Glob[] {
  const wild = parts.some(({ kind }) => kind !== 'literal');
  const readings = (wild ? standIns : standIns.slice(0, 1))
    .map((standIn) => readingWith(parts, standIn, tokeniser))
    // An empty stand-in beside punctuation belongs to no token, and a wildcard must not get lost.
    .filter(({ pieces, tokens }) =>
      pieces.every((piece) => piece.part.kind === 'literal' || tokens.some((token) => holds(token, piece))),
    );
  const best = readings.reduce((a, b) => (b.tokens.length < a.tokens.length ? b : a));
  return best.tokens.map((token) => globOf(best, token));
}
