/**
 * The `where` language: which documents of a corpus are meant, by their metadata.
 *
 *     language=ar and date>=2022-03 and (source~"Times" or not subject=sport)
 *
 * `=` (or `==`) and `!=` compare whole values, `~` and `!~` ask for a part of the value; both ignore case and marks, as a search
 * does. `<`, `<=`, `>`, `>=` compare numbers as numbers, ISO dates to the precision that was asked (`date<=2022-03`
 * keeps the whole of March), and anything else in code unit order. A field that a document lacks reads as empty: it
 * equals `""`, is different from everything else, and is neither before nor after anything. Where a document has several
 * values of a field, one that fits is enough; `!=` and `!~` say that none does.
 *
 * `@name` stands for a condition that was saved under that name, wherever a comparison can stand.
 */
import type { Outcome } from '../../shared/failure.ts';
import { done, failed } from '../../shared/failure.ts';
import { fold } from '../text/fold.ts';

const operators = ['!=', '!~', '<=', '>=', '=', '~', '<', '>'] as const;
type Operator = (typeof operators)[number];

export type Where =
  | { readonly kind: 'compare'; readonly field: string; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'not'; readonly of: Where }
  | { readonly kind: 'and' | 'or'; readonly all: readonly Where[] };

/** Reads a field of one document: `undefined` when it has none, a list where it can have several values. */
export type FieldReader = (field: string) => string | readonly string[] | undefined;

/** Nesting past this is refused, so that a hostile expression cannot exhaust the stack. */
const deepest = 100;

class Mistake extends Error {
  readonly at: number;
  readonly until: number;
  constructor(message: string, at: number, until: number) {
    super(message);
    this.at = at;
    this.until = until;
  }
}

/** The condition that was saved under a name; `undefined` when there is none. */
export type SavedWheres = (name: string) => string | undefined;

const nothingSaved: SavedWheres = () => undefined;

class Reader {
  private at = 0;
  private depth: number;
  private readonly text: string;
  private readonly saved: SavedWheres;
  /** Names of the saved conditions that this one stands in. */
  private readonly within: readonly string[];

  constructor(text: string, saved: SavedWheres, depth = 0, within: readonly string[] = []) {
    this.text = text;
    this.saved = saved;
    this.depth = depth;
    this.within = within;
  }

  whole(): Where {
    const where = this.any();
    this.space();
    if (this.at < this.text.length) throw this.mistake('expected “and”, “or” or the end', this.at, this.text.length);
    return where;
  }

  private any(): Where {
    const all = [this.every()];
    while (this.word('or')) all.push(this.every());
    return all.length === 1 ? all[0]! : { kind: 'or', all };
  }

  private every(): Where {
    const all = [this.single()];
    while (this.word('and')) all.push(this.single());
    return all.length === 1 ? all[0]! : { kind: 'and', all };
  }

  private single(): Where {
    if (++this.depth > deepest) throw this.mistake(`nested more than ${deepest} deep`, this.at, this.at + 1);
    try {
      if (this.word('not')) return { kind: 'not', of: this.single() };
      this.space();
      if (this.text[this.at] === '@') return this.savedOne();
      if (this.text[this.at] !== '(') return this.comparison();
      const open = this.at++;
      const inner = this.any();
      this.space();
      if (this.text[this.at] !== ')') throw this.mistake('this bracket is never closed', open, open + 1);
      this.at++;
      return inner;
    } finally {
      this.depth--;
    }
  }

  private savedOne(): Where {
    const from = this.at;
    const name = /^@([\p{L}\p{N}_.-]+)/u.exec(this.text.slice(from))?.[1];
    if (name === undefined) throw this.mistake('expected a name after @', from, from + 1);
    this.at += name.length + 1;
    const text = this.saved(name);
    if (text === undefined) throw this.mistake(`nothing is saved under the name “${name}”`, from, this.at);
    if (this.within.includes(name)) throw this.mistake(`“@${name}” is made of itself`, from, this.at);
    try {
      return new Reader(text, this.saved, this.depth, [...this.within, name]).whole();
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      throw this.mistake(`in “@${name}”: ${error.message}`, from, this.at);
    }
  }

  private comparison(): Where {
    this.space();
    const from = this.at;
    const field = /[\p{L}\p{N}_.-]+/uy;
    field.lastIndex = from;
    const name = field.exec(this.text)?.[0];
    if (name === undefined) throw this.mistake('expected a field such as language, date or source', from, from + 1);
    this.at += name.length;
    this.space();
    const operator = operators.find((candidate) => this.text.startsWith(candidate, this.at));
    if (!operator) throw this.mistake(`expected one of = != ~ !~ < <= > >= after “${name}”`, this.at, this.at + 1);
    this.at += operator.length;
    // `==`, as whoever writes programs types it.
    if (operator === '=' && this.text[this.at] === '=') this.at++;
    return { kind: 'compare', field: name, operator, value: this.value() };
  }

  private value(): string {
    this.space();
    const from = this.at;
    if (this.text[from] === '"') return this.quoted();
    const bare = /[^\s()"]+/uy;
    bare.lastIndex = from;
    const value = bare.exec(this.text)?.[0];
    if (value === undefined) throw this.mistake('expected a value; write "" for empty', from, from + 1);
    this.at += value.length;
    return value;
  }

  private quoted(): string {
    const from = this.at++;
    let value = '';
    while (this.at < this.text.length) {
      const character = this.text[this.at++]!;
      if (character === '"') return value;
      value += character === '\\' && this.at < this.text.length ? this.text[this.at++]! : character;
    }
    throw this.mistake('this quotation mark is never closed', from, from + 1);
  }

  private word(expected: string): boolean {
    this.space();
    const end = this.at + expected.length;
    if (this.text.slice(this.at, end).toLowerCase() !== expected) return false;
    // "order=x" is a field that begins with "or"; "not (" and "not x" are not.
    if (end < this.text.length && !/[\s(]/u.test(this.text[end]!)) return false;
    this.at = end;
    return true;
  }

  private space(): void {
    while (this.at < this.text.length && /\s/u.test(this.text[this.at]!)) this.at++;
  }

  private mistake(message: string, at: number, until: number): Mistake {
    return new Mistake(message, at, until);
  }
}

/** Parses a `where` expression. Fails with `bad-query`, `at` and `until` in UTF-16 units of `text`. */
export function parseWhere(text: string, saved: SavedWheres = nothingSaved): Outcome<Where> {
  try {
    return done(new Reader(text, saved).whole());
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const at = Math.min(error.at, text.length);
    return failed('bad-query', `The condition cannot be read at character ${at + 1}: ${error.message}.`, {
      at,
      until: Math.min(error.until, text.length),
    });
  }
}

const numeric = /^[+-]?\d+(?:\.\d+)?$/;
const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?$/;

/** Negative, zero or positive as `have` is before, level with or after `want`. */
function order(have: string, want: string): number {
  // A four-digit value is a year where the document has a full date, and a number where it has a number.
  if (numeric.test(have) && numeric.test(want)) return Number(have) - Number(want);
  const level = isoDate.test(have) && isoDate.test(want) ? have.slice(0, want.length) : have;
  return level < want ? -1 : level > want ? 1 : 0;
}

function equal(have: string, want: string): boolean {
  if (have !== '' && want !== '' && isoDate.test(have) && isoDate.test(want)) return order(have, want) === 0;
  return fold(have) === fold(want);
}

function compare(have: string, operator: Operator, want: string): boolean {
  switch (operator) {
    case '=':
      return equal(have, want);
    case '!=':
      return !equal(have, want);
    case '~':
      return fold(have).includes(fold(want));
    case '!~':
      return !fold(have).includes(fold(want));
    case '<':
      return have !== '' && order(have, want) < 0;
    case '<=':
      return have !== '' && order(have, want) <= 0;
    case '>':
      return have !== '' && order(have, want) > 0;
    case '>=':
      return have !== '' && order(have, want) >= 0;
  }
}

function compareAny(have: ReturnType<FieldReader>, operator: Operator, want: string): boolean {
  if (have === undefined || typeof have === 'string') return compare(have ?? '', operator, want);
  const values = have.length === 0 ? [''] : have;
  const fits = (value: string): boolean => compare(value, operator, want);
  return operator === '!=' || operator === '!~' ? values.every(fits) : values.some(fits);
}

/** Whether a document, seen through its fields, is meant. */
export function holds(where: Where, read: FieldReader): boolean {
  switch (where.kind) {
    case 'compare':
      return compareAny(read(where.field), where.operator, where.value);
    case 'not':
      return !holds(where.of, read);
    case 'and':
      return where.all.every((part) => holds(part, read));
    case 'or':
      return where.all.some((part) => holds(part, read));
  }
}

/** The fields an expression names, in the order of first use: for a message about one that no document has. */
export function fieldsOf(where: Where): string[] {
  switch (where.kind) {
    case 'compare':
      return [where.field];
    case 'not':
      return fieldsOf(where.of);
    default:
      return [...new Set(where.all.flatMap(fieldsOf))];
  }
}
