/** Reads a cql query as blocks, when blocks can say all of it: what `written` writes, with spaces wherever they may stand. */
import type { Alternative, Block, Build, DocumentTest, How, Inside, ValueHow } from './blocks.ts';
import { anywhere, anyWord, mostTimes } from './blocks.ts';

/** Thrown where the query says what blocks cannot. */
class Beyond extends Error {}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Build {
    const blocks: Block[] = [];
    while (!this.#atEnd && !this.#stands(/within(?![\p{L}\p{N}_])/uy)) blocks.push(this.#block());
    if (blocks.length === 0) throw new Beyond();
    return { blocks, inside: this.#inside() };
  }

  get #atEnd(): boolean {
    this.#space();
    return this.#at >= this.#text.length;
  }

  #space(): void {
    while (/\s/u.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  /** What stands next, taken; undefined when something else does. The pattern is sticky. */
  #take(pattern: RegExp): RegExpExecArray | undefined {
    this.#space();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  #stands(pattern: RegExp): boolean {
    this.#space();
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #must(pattern: RegExp): RegExpExecArray {
    const found = this.#take(pattern);
    if (!found) throw new Beyond();
    return found;
  }

  #block(): Block {
    this.#must(/\[/y);
    if (this.#take(/\]/y)) return { ...anyWord, ...this.#times() };
    const not = this.#take(/!/y) !== undefined;
    const many = not && this.#take(/\(/y) !== undefined;
    const tests = [this.#test()];
    while ((!not || many) && this.#take(/\|/y)) tests.push(this.#test());
    if (many) this.#must(/\)/y);
    this.#must(/\]/y);
    const counts = sameCounts(tests);
    return { alternatives: tests.map(({ how, text }) => ({ how, text })), not, ...counts, ...this.#times() };
  }

  #test(): Test {
    const name = this.#must(/(word|lower|fold|stem|lemma|tag)(?![\p{L}\p{N}_.-])/uy)[1]!;
    this.#must(/=/y);
    const expression = this.#string();
    const flags = this.#take(/%([cd]{1,2})/y)?.[1] ?? '';
    if (name === 'stem' || name === 'lemma' || name === 'tag') {
      if (flags !== '') throw new Beyond();
      const read = valueOf(expression);
      if (read.how !== 'is') throw new Beyond();
      return { how: name === 'tag' ? 'tag' : 'stem', text: read.text, counts: undefined };
    }
    const ignored = { case: flags.includes('c') || name !== 'word', marks: flags.includes('d') || name === 'fold' };
    return { ...valueOf(expression), counts: { case: !ignored.case, marks: !ignored.marks } };
  }

  #string(): string {
    return this.#must(/"((?:\\[^]|[^"\\])+)"/uy)[1]!;
  }

  #times(): Pick<Block, 'least' | 'most'> {
    if (this.#take(/\?/y)) return { least: 0, most: 1 };
    if (this.#take(/\*/y)) return { least: 0, most: Infinity };
    if (this.#take(/\+/y)) return { least: 1, most: Infinity };
    const found = this.#take(/\{\s*(\d{1,3})\s*(,\s*(\d{1,3})?\s*)?\}/y);
    if (!found) return { least: 1, most: 1 };
    const least = Number(found[1]);
    const most = found[2] === undefined ? least : found[3] === undefined ? Infinity : Number(found[3]);
    const isSound = most >= Math.max(1, least) && least <= mostTimes && (most === Infinity || most <= mostTimes);
    if (!isSound) throw new Beyond();
    return { least, most };
  }

  /** Each of the three places once at most, in the order in which they are written. */
  #inside(): Inside {
    let inside = anywhere;
    let last = 0;
    while (!this.#atEnd) {
      this.#must(/within/y);
      const unit = this.#take(/<([sp])\/>/y)?.[1];
      const kind = unit === undefined ? this.#must(/<(tag|doc)(?=\s)/y)[1] : 'unit';
      const place = kind === 'unit' ? 1 : kind === 'tag' ? 2 : 3;
      if (place <= last) throw new Beyond();
      last = place;
      if (unit !== undefined) inside = { ...inside, unit: unit === 's' ? 'sentence' : 'paragraph' };
      else if (kind === 'tag') inside = { ...inside, tag: this.#tag() };
      else inside = { ...inside, documents: this.#documents() };
    }
    return inside;
  }

  #tag(): string {
    this.#must(/name(?![\p{L}\p{N}_.-])/uy);
    this.#must(/=/y);
    const { how, text } = valueOf(this.#string());
    this.#must(/\/>/y);
    if (how !== 'is') throw new Beyond();
    return text;
  }

  #documents(): DocumentTest[] {
    const tests: DocumentTest[] = [];
    while (tests.length === 0 || !this.#take(/\/>/y)) {
      if (tests.length > 0) this.#take(/&/y);
      const field = this.#must(/[\p{L}_][\p{L}\p{M}\p{N}_.-]*/uy)[0];
      const not = this.#take(/!=/y) !== undefined;
      if (!not) this.#must(/=/y);
      const { how, text } = valueOf(this.#string());
      tests.push({ field, not, how, value: text });
    }
    return tests;
  }
}

interface Counts {
  readonly case: boolean;
  readonly marks: boolean;
}

interface Test extends Alternative {
  /** Undefined where nothing can be said of capitals and marks. */
  readonly counts: Counts | undefined;
}

/** A block has one pair of switches for all its alternatives. */
function sameCounts(tests: readonly Test[]): Counts {
  const [first, ...others] = tests.flatMap(({ counts }) => (counts ? [counts] : []));
  if (!first) return { case: false, marks: false };
  if (others.some((other) => other.case !== first.case || other.marks !== first.marks)) throw new Beyond();
  return first;
}

/** An expression that is a text, with anything before or after it. */
function valueOf(expression: string): { readonly how: How & ValueHow; readonly text: string } {
  const open = expression.startsWith('.*');
  const rest = open ? expression.slice(2) : expression;
  const found = /^((?:\\[^\p{L}\p{N}]|[^\\^$.*+?()[\]{}|])+?)(\.\*)?$/u.exec(rest);
  const text = found?.[1]?.replace(/\\([^])/gu, '$1');
  // What stands at the edges was not typed into a field that drops spaces.
  if (text?.trim() !== text || text === undefined || text === '') throw new Beyond();
  const close = found?.[2] !== undefined;
  return { how: open ? (close ? 'contains' : 'ends') : close ? 'begins' : 'is', text };
}

/** Undefined when the query says more than blocks can. */
export function readBlocks(text: string): Build | undefined {
  try {
    return new Reader(text).whole();
  } catch (error) {
    if (error instanceof Beyond) return undefined;
    throw error;
  }
}
