/**
 * The cql mode: the query language of corpus workbenches, for those who know it.
 *
 *     query      = pattern { "within" ( "<s/>" | "<p/>" | "<doc" condition { condition } "/>" | pattern )
 *                          | "containing" pattern }                        from left to right
 *     pattern    = sequence { "|" sequence }
 *     sequence   = piece { piece }
 *     piece      = ( "[" [ test ] "]" | string | "(" query ")" | "<s>" | "</s>" | "<p>" | "</p>" ) [ repeat ]
 *     repeat     = "?" | "*" | "+" | "{" n "}" | "{" n "," "}" | "{" n "," m "}"
 *     test       = all { "|" all }          all = single { "&" single }
 *     single     = "!" single | "(" test ")" | attribute ( "=" | "!=" ) string
 *     string     = '"' regular expression on the whole value '"' [ "%c" | "%d" | "%cd" ]
 *     condition  = field ( "=" | "!=" ) string
 *
 * `<tag name="…"/>` stands where a bracket does: a tagged passage as a whole.
 *
 * Attributes: `word` (as written; `%c` ignores case, `%d` marks), `lower` (case folded), `fold` (case and marks folded),
 * `lang` (of the document), `tag` (of a passage that the token lies in, or of a tag above that), `stem` or `lemma` (a word, for all words of its stem; or an expression on the stem). A string alone is a test of `word`. The flags say what is ignored, so the switches of the
 * query bar do not apply. A match never leaves its document. Brackets with `within` or `containing` inside stand alone:
 * they are a set of matches, not a part of a sequence.
 */
import type { Outcome } from '../../shared/failure.ts';
import { done, ExpectedFailure } from '../../shared/failure.ts';
import { badQuery } from './bad-query.ts';
import { CqlSigns } from './cql-signs.ts';
import { literalOf } from './glob.ts';
import type { DocumentCondition, LexiconKey, Pattern, TokenTest } from './pattern.ts';
import { anyToken, either, isNullable, isRegular, lexiconKey, sequence } from './pattern.ts';
import { globOfRegex } from './regex-matcher.ts';
import type { Regex } from './token-regex.ts';
import { mostRepeats } from './token-regex.ts';

const deepest = 50;
const attributes = ['word', 'lower', 'fold', 'stem', 'lemma', 'lang', 'tag'] as const;
type Attribute = (typeof attributes)[number];

const boundaries: readonly (readonly [string, Pattern])[] = [
  ['<s>', { kind: 'boundary', of: 'sentence', side: 'start' }],
  ['</s>', { kind: 'boundary', of: 'sentence', side: 'end' }],
  ['<p>', { kind: 'boundary', of: 'paragraph', side: 'start' }],
  ['</p>', { kind: 'boundary', of: 'paragraph', side: 'end' }],
];

class Reader {
  private readonly signs: CqlSigns;
  private depth = 0;

  constructor(text: string) {
    this.signs = new CqlSigns(text);
  }

  whole(): Pattern {
    const query = this.solid(() => this.query());
    if (this.signs.next() < this.signs.text.length) throw this.signs.expected('a token like [word="…"], | or the end');
    return query;
  }

  private query(): Pattern {
    const start = this.signs.next();
    let found = this.pattern();
    const { at } = this.signs;
    for (;;) {
      const within = this.signs.word('within');
      if (!within && !this.signs.word('containing')) return found;
      certain(found, start, at);
      found = within
        ? this.within(found)
        : { kind: 'containing', part: found, inner: this.solid(() => this.pattern()) };
    }
  }

  private solid(read: () => Pattern): Pattern {
    const start = this.signs.next();
    return certain(read(), start, this.signs.at);
  }

  private within(part: Pattern): Pattern {
    const { signs } = this;
    if (signs.take('<s/>')) return { kind: 'within', part, place: { kind: 'region', of: 'sentence' } };
    if (signs.take('<p/>')) return { kind: 'within', part, place: { kind: 'region', of: 'paragraph' } };
    if (signs.take('<doc'))
      return { kind: 'within', part, place: { kind: 'document', conditions: this.conditions('<doc lang="ar"/>') } };
    return { kind: 'within', part, place: { kind: 'pattern', outer: this.solid(() => this.pattern()) } };
  }

  private passages(): Pattern {
    const start = this.signs.at;
    const conditions = this.conditions('<tag name="lake"/>');
    const other = conditions.find(({ field }) => field !== 'name');
    if (other)
      throw badQuery(
        `A tag is asked for by its name, as in <tag name="lake"/>, and not by “${other.field}”.`,
        start,
        this.signs.at,
      );
    return { kind: 'passages', conditions };
  }

  /** `example`: for who wrote none, or something else. */
  private conditions(example: string): DocumentCondition[] {
    const conditions: DocumentCondition[] = [];
    const start = this.signs.at;
    while (!this.signs.take('/>')) {
      this.signs.take('&');
      const field = this.signs.name();
      if (!field) throw this.signs.expected(`a field, as in ${example}`);
      const negated = this.equals();
      const { regex, counts } = this.signs.string();
      conditions.push({ field: field.name, negated, regex, key: lexiconKey(counts) });
    }
    if (conditions.length === 0) throw badQuery(`Expected a field, as in ${example}.`, start - 4, this.signs.at);
    return conditions;
  }

  private pattern(): Pattern {
    const found = [this.sequence()];
    while (this.signs.take('|')) found.push(this.sequence());
    return either(found);
  }

  private sequence(): Pattern {
    const start = this.signs.next();
    const parts: Pattern[] = [];
    for (;;) {
      const part = this.piece();
      if (!part) break;
      parts.push(part);
    }
    if (parts.length === 0) throw this.signs.expected('a token like [word="…"]');
    if (parts.length > 1 && !parts.every(isRegular)) {
      throw badQuery('Brackets with within or containing inside stand alone, not in a sequence.', start, this.signs.at);
    }
    return sequence(parts);
  }

  private piece(): Pattern | undefined {
    const start = this.signs.next();
    const single = this.single();
    if (!single) return undefined;
    const repeat = this.signs.repeat(mostRepeats);
    if (!repeat) return single;
    if (!isRegular(single)) {
      throw badQuery('Brackets with within or containing inside cannot be repeated.', start, this.signs.at);
    }
    return { kind: 'repeat', part: single, ...repeat, typed: { at: start, until: this.signs.at } };
  }

  private single(): Pattern | undefined {
    const { signs } = this;
    const start = signs.next();
    if (signs.take('[')) {
      const test = signs.take(']') ? undefined : this.test();
      if (test && !signs.take(']')) throw signs.expected('& or | or ]');
      return test ? { kind: 'token', test } : anyToken;
    }
    if (signs.atString()) return { kind: 'token', test: this.comparison('word', false, start) };
    if (signs.take('(')) return this.nested(start, ')', () => this.query());
    if (signs.take('<tag')) return this.passages();
    return boundaries.find(([sign]) => signs.take(sign))?.[1];
  }

  private nested<Read>(start: number, close: string, read: () => Read): Read {
    if (++this.depth > deepest) throw badQuery(`Brackets are nested more than ${deepest} deep.`, start, start + 1);
    const inside = read();
    if (!this.signs.take(close)) throw badQuery(`This bracket is never closed with “${close}”.`, start, start + 1);
    this.depth--;
    return inside;
  }

  private test(): TokenTest {
    const found = [this.all()];
    while (this.signs.take('|')) found.push(this.all());
    return found.length === 1 ? found[0]! : { kind: 'some', of: found };
  }

  private all(): TokenTest {
    const found = [this.one()];
    while (this.signs.take('&')) found.push(this.one());
    return found.length === 1 ? found[0]! : { kind: 'all', of: found };
  }

  private one(): TokenTest {
    const { signs } = this;
    const start = signs.next();
    if (signs.take('!')) return this.nested(start, '', () => ({ kind: 'not', of: this.one() }));
    if (signs.take('(')) return this.nested(start, ')', () => this.test());
    const attribute = signs.name();
    const known = attributes.find((name) => name === attribute?.name);
    if (!known) throw signs.expected(`an attribute (${attributes.join(', ')})`, attribute);
    return this.comparison(known, this.equals(), start);
  }

  /** True for `!=`. */
  private equals(): boolean {
    if (this.signs.take('!=')) return true;
    if (this.signs.take('=')) return false;
    throw this.signs.expected('= or !=');
  }

  private comparison(attribute: Attribute, negated: boolean, at: number): TokenTest {
    const { regex, counts, flagged, until } = this.signs.string();
    const place = { at, until };
    if (attribute === 'lang' && flagged)
      throw badQuery('lang is compared as it is: it takes no %c and no %d.', at, until);
    if ((attribute === 'stem' || attribute === 'lemma') && flagged)
      throw badQuery(`${attribute} ignores case and marks by itself: it takes no %c and no %d.`, at, until);
    const test = testOf(attribute, regex, counts, place);
    return negated ? { kind: 'not', of: test } : test;
  }
}

/** The pattern itself, unless it can match nothing: a set of matches has no empty ones. */
function certain(pattern: Pattern, at: number, until: number): Pattern {
  if (!isNullable(pattern)) return pattern;
  throw badQuery('This can match without any word: one token at least must be certain.', at, until);
}

function testOf(
  attribute: Attribute,
  regex: Regex,
  counts: { case: boolean; marks: boolean },
  place: { at: number; until: number },
): TokenTest {
  switch (attribute) {
    case 'lang':
      return { kind: 'language', regex, ...place };
    case 'tag':
      return { kind: 'tag', key: lexiconKey(counts), regex, ...place };
    case 'stem':
    case 'lemma':
      return { kind: 'stem', word: literalOf(globOfRegex(regex) ?? []), regex, marks: false, ...place };
    default:
      return { kind: 'regex', key: keyOf(attribute, counts), regex, ...place };
  }
}

function keyOf(
  attribute: Exclude<Attribute, 'lang' | 'stem' | 'lemma' | 'tag'>,
  counts: { case: boolean; marks: boolean },
): LexiconKey {
  switch (attribute) {
    case 'word':
      return lexiconKey(counts);
    case 'lower':
      return lexiconKey({ case: false, marks: counts.marks });
    case 'fold':
      return 'fold';
  }
}

/** Reads a query of the cql mode; the failure is `bad-query` with `at` and `until`. */
export function parseCql(text: string): Outcome<Pattern> {
  try {
    return done(new Reader(text).whole());
  } catch (problem) {
    if (problem instanceof ExpectedFailure) return { ok: false, error: problem.failure };
    throw problem;
  }
}
