/**
 * The simple mode: what people type without reading a manual, and a little more.
 *
 *     query       = chain { "|" chain }
 *     chain       = phrase { ("NEAR" | "BEFORE") ["/" number] phrase }      from left to right
 *     phrase      = { word | gap | "(" query ")" }                          consecutive tokens of one paragraph
 *     word        = characters, with "*" for any run of them, "?" for one, "\" before a sign that is meant itself
 *     gap         = "*{" number "}" | "*{" number "," number "}"            that many words; a lone "*" is one word
 *
 * Words are cut as the engine cuts an article (see chunk-words.ts) and punctuation between them is passed over, quotation
 * marks too. `a NEAR/5 b NEAR/2 c` asks for c near the run from a to b: at most two words away from it, or inside it.
 */
import type { Outcome } from '../../shared/failure.ts';
import { done, ExpectedFailure } from '../../shared/failure.ts';
import { badQuery } from './bad-query.ts';
import { chunkWords } from './chunk-words.ts';
import { Tokeniser } from '../text/tokenise.ts';
import type { Glob, LexiconKey, Pattern } from './pattern.ts';
import { anyToken, either, sequence } from './pattern.ts';
import type { Lexeme } from './simple-lexemes.ts';
import { lexemes } from './simple-lexemes.ts';

/** Nesting past this is refused, so that a hostile query cannot exhaust the stack. */
const deepest = 50;
/** Each word with wildcards is a walk through the lexicon. */
const mostWildcardWords = 200;

/** One word of the query and where it was typed: what a query without hits is explained by. */
export interface QueryWord {
  readonly glob: Glob;
  readonly at: number;
  readonly until: number;
}

export interface SimpleQuery {
  readonly pattern: Pattern;
  readonly words: readonly QueryWord[];
}

/** What a part of the query can match, as far as the parser must know it. */
interface Part {
  readonly pattern: Pattern;
  /** It asks for something: a word, a lone `*` or a fixed number of words; not just a gap. */
  readonly solid: boolean;
}

/** Forms after which the table of a tokeniser is not kept for the next query. */
const mostForms = 1_000;
let shared = new Tokeniser();

/** One for many queries: making its tables takes longer than reading the words of a query. */
function queryTokeniser(): Tokeniser {
  if (shared.forms.size > mostForms) shared = new Tokeniser();
  return shared;
}

class Reader {
  readonly words: QueryWord[] = [];
  private readonly tokeniser = queryTokeniser();
  private readonly key: LexiconKey;
  private readonly text: string;
  private readonly all: readonly Lexeme[];
  private next = 0;
  private depth = 0;
  private wild = 0;

  constructor(text: string, key: LexiconKey) {
    this.text = text;
    this.key = key;
    this.all = lexemes(text);
  }

  whole(): Pattern {
    const pattern = this.alternatives();
    const rest = this.all[this.next];
    if (rest) throw badQuery('This “)” closes nothing; write \\) for the sign itself.', rest.at, rest.until);
    if (!pattern) {
      const typed = this.text.trim() === '' ? 'nothing was typed' : 'only signs were typed';
      throw badQuery(`Expected at least one word to look for, but ${typed}.`, 0, this.text.length);
    }
    return pattern;
  }

  /** Undefined when there is no word in it at all, and no sign that needs one. */
  private alternatives(): Pattern | undefined {
    const found: Pattern[] = [];
    let bar: Lexeme | undefined;
    for (;;) {
      const chain = this.chain();
      const next = this.all[this.next];
      const atBar = next?.kind === 'bar' ? next : undefined;
      if (chain) found.push(chain);
      else if (bar ?? atBar) {
        const { at, until } = (bar ?? atBar)!;
        throw badQuery(`Expected a word ${bar ? 'after' : 'before'} this “|”; write \\| for the sign.`, at, until);
      }
      if (!atBar) return found.length === 0 ? undefined : either(found);
      bar = atBar;
      this.next++;
    }
  }

  private chain(): Pattern | undefined {
    let left = this.phrase();
    for (;;) {
      const operator = this.all[this.next];
      if (operator?.kind !== 'near') return left;
      this.next++;
      const right = this.phrase();
      if (!left || !right) {
        const side = left ? 'after' : 'before';
        throw badQuery(
          `${operator.name} needs a word ${side} it; to look for the word itself, write \\${operator.name}.`,
          operator.at,
          operator.until,
        );
      }
      const { words, ordered, at, until } = operator;
      left = { kind: 'near', left, right, words, ordered, typed: { at, until } };
    }
  }

  private phrase(): Pattern | undefined {
    const parts: Part[] = [];
    const from = this.all[this.next]?.at ?? this.text.length;
    let until = from;
    for (;;) {
      const lexeme = this.all[this.next];
      if (!lexeme || lexeme.kind === 'close' || lexeme.kind === 'bar' || lexeme.kind === 'near') break;
      this.next++;
      if (lexeme.kind === 'gap') {
        const { min, max, at, until: end } = lexeme;
        const typed = { at, until: end };
        parts.push({ pattern: { kind: 'repeat', part: anyToken, min, max, typed }, solid: min === max });
      } else if (lexeme.kind === 'open') parts.push(...this.group(lexeme));
      else for (const glob of chunkWords(lexeme.parts, this.tokeniser)) parts.push(this.word(glob, lexeme));
      until = this.all[this.next - 1]!.until;
    }
    if (parts.length === 0) return undefined;
    const loose = parts.some(({ solid }) => !solid);
    const anchored = parts.some(({ solid, pattern }) => solid && pattern.kind !== 'repeat' && pattern !== anyToken);
    if (loose && !anchored) throw badQuery('A gap needs a word before or after it.', from, until);
    return sequence(parts.map(({ pattern }) => pattern));
  }

  /** Nothing when the brackets hold only punctuation: pasted text has such. */
  private group(open: Lexeme): Part[] {
    if (++this.depth > deepest) throw badQuery(`Brackets are nested more than ${deepest} deep.`, open.at, open.until);
    const inside = this.alternatives();
    if (this.all[this.next]?.kind !== 'close') {
      throw badQuery('This “(” is never closed; write \\( for the sign itself.', open.at, open.until);
    }
    this.next++;
    this.depth--;
    return inside ? [{ pattern: inside, solid: true }] : [];
  }

  private word(glob: Glob, { at, until }: Lexeme): Part {
    if (glob.length === 1 && glob[0]!.kind === 'many') return { pattern: anyToken, solid: true };
    if (glob.some(({ kind }) => kind !== 'literal') && ++this.wild > mostWildcardWords) {
      throw badQuery(`A query holds at most ${mostWildcardWords} words with wildcards.`, at, until);
    }
    this.words.push({ glob, at, until });
    return { pattern: { kind: 'token', test: { kind: 'glob', key: this.key, glob } }, solid: true };
  }
}

/** Reads a query of the simple mode; the failure is `bad-query` with `at` and `until`. */
export function parseSimple(text: string, key: LexiconKey): Outcome<SimpleQuery> {
  try {
    const reader = new Reader(text, key);
    const pattern = reader.whole();
    return done({ pattern, words: reader.words });
  } catch (problem) {
    if (problem instanceof ExpectedFailure) return { ok: false, error: problem.failure };
    throw problem;
  }
}
