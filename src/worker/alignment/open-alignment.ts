/**
 * A pair of documents that is open: its segments, what the machine found, and the rows that this and the corrections in
 * the project make together. Rows are made anew whenever the project changed, so that an undo shows at once.
 */
import type { StepWords } from '../../shared/step-words.ts';
import type { AlignmentId, AlignmentMode, MismatchFlag } from '../../shared/alignment.ts';
import type { KeptFound, LinkKeeper, PairKey, QuotedLink } from './kept-links.ts';
import { swapped, swappedQuoted } from './kept-links.ts';
import type { FoundLink, Row, Runs, SaidLink, Sizes } from './links.ts';
import { isLink, rowsOf } from './links.ts';
import { missingNames } from './names.ts';
import type { WrittenNumber } from './numbers.ts';
import { numberFlags, numbersIn } from './numbers.ts';
import { saidAgain } from './said-again.ts';
import type { SegmentedDocument } from './segments.ts';
import { quoteOf } from './segments.ts';

interface MadeRows {
  readonly of: number;
  readonly revision: number;
  readonly rows: readonly Row[];
  readonly said: readonly SaidLink[];
  readonly orphans: number;
  readonly found: KeptFound;
}

export class OpenAlignment {
  readonly id: AlignmentId;
  readonly a: SegmentedDocument;
  readonly b: SegmentedDocument;
  readonly asked: AlignmentMode;
  /** How the pair is kept; `isSwapped` when its first document is `b`. */
  readonly key: PairKey;
  readonly #isSwapped: boolean;
  readonly #keeper: LinkKeeper;
  /** What was found when it was opened; a later one is in the project. */
  #found: KeptFound;
  readonly reused: boolean;
  readonly ms: number;
  #made: MadeRows | undefined;
  #flags: { readonly of: MadeRows; readonly rows: readonly (readonly MismatchFlag[])[] } | undefined;
  readonly #numbers = new Map<string, readonly WrittenNumber[]>();

  constructor(
    id: AlignmentId,
    [a, b]: readonly [SegmentedDocument, SegmentedDocument],
    kept: { readonly asked: AlignmentMode; readonly keeper: LinkKeeper; readonly found: KeptFound },
    cost: { readonly reused: boolean; readonly ms: number },
  ) {
    this.id = id;
    this.a = a;
    this.b = b;
    this.asked = kept.asked;
    this.#keeper = kept.keeper;
    this.#found = kept.found;
    this.reused = cost.reused;
    this.ms = cost.ms;
    this.#isSwapped = isSwapped(a, b);
    this.key = keyOf(a, b);
  }

  get sizes(): Sizes {
    return { a: this.a.segments.length, b: this.b.segments.length };
  }

  get rows(): readonly Row[] {
    return this.#current().rows;
  }

  get revision(): number {
    return this.#current().revision;
  }

  get said(): readonly SaidLink[] {
    return this.#current().said;
  }

  get orphans(): number {
    return this.#current().orphans;
  }

  get found(): KeptFound {
    return this.#current().found;
  }

  /** By row: what one side has and the other lacks. */
  get flags(): readonly (readonly MismatchFlag[])[] {
    const made = this.#current();
    if (this.#flags?.of !== made) this.#flags = { of: made, rows: this.#flagsOf(made.rows) };
    return this.#flags.rows;
  }

  /** What was found when it was opened, or last. */
  get knew(): string {
    return this.#found.knew ?? '';
  }

  /** Puts what was found with more knowledge in the place of what was found before; what a person said stands. */
  learn(found: KeptFound): void {
    this.#found = found;
    if (this.#made) this.#made = { ...this.#made, of: -1 };
  }

  /** Writes what is said now in the place of what was, as one step. */
  say(says: StepWords, said: readonly SaidLink[], found?: KeptFound): ReturnType<LinkKeeper['change']> {
    const before = this.said;
    const gone = before.filter((link) => !said.includes(link));
    const fresh = said.filter((link) => !before.includes(link));
    const quoted = fresh.map((link) => this.#quoted(link));
    return this.#keeper.change(this.key, says, {
      gone: this.#isSwapped ? gone.map(swapped) : gone,
      said: this.#isSwapped ? quoted.map(swappedQuoted) : quoted,
      ...(found ? { found: this.#isSwapped ? swappedFound(found) : found } : {}),
    });
  }

  #current(): MadeRows {
    const of = this.#keeper.revision();
    if (this.#made?.of === of) return this.#made;
    const kept = this.#keeper.said(this.key);
    const { said, orphans } = saidAgain(this.a, this.b, this.#isSwapped ? kept.map(swappedQuoted) : kept);
    const known = this.#made;
    const found = this.#foundNow();
    if (known && sameSaid(known.said, said) && known.found.of === found.of && sameFound(known.found, found))
      this.#made = { ...known, of };
    else {
      const rows = rowsOf(this.sizes, found.links, said);
      this.#made = { of, revision: (known?.revision ?? 0) + 1, rows, said, orphans, found };
    }
    return this.#made;
  }

  /** What the project has, when it is of these texts: an alignment anew is a step there, and can be undone. */
  #foundNow(): KeptFound {
    const kept = this.#keeper.found(this.key);
    if (kept?.of !== this.#found.of) return this.#found;
    return this.#isSwapped ? swappedFound(kept) : kept;
  }

  #quoted(link: SaidLink): QuotedLink {
    return {
      ...link,
      aQuote: quoteOf(this.a, link.aFrom, link.aTo),
      bQuote: quoteOf(this.b, link.bFrom, link.bTo),
    };
  }

  #flagsOf(rows: readonly Row[]): MismatchFlag[][] {
    const names = missingNames(this.a, this.b, rows);
    return rows.map((row, at) => {
      if (!isLink(row)) return [];
      const a = this.#numbersOf(0, row.aFrom, row.aTo);
      const b = this.#numbersOf(1, row.bFrom, row.bTo);
      return [...numberFlags(a, b, 0), ...numberFlags(b, a, 1), ...(names.get(at) ?? [])];
    });
  }

  #numbersOf(side: 0 | 1, from: number, to: number): WrittenNumber[] {
    const { segments } = side === 0 ? this.a : this.b;
    return Array.from({ length: to - from }, (_, at) => {
      const key = `${side} ${from + at}`;
      let numbers = this.#numbers.get(key);
      if (!numbers) this.#numbers.set(key, (numbers = numbersIn(segments[from + at]!)));
      return numbers;
    }).flat();
  }
}

export function isSwapped(a: SegmentedDocument, b: SegmentedDocument): boolean {
  return a.path > b.path;
}

export function keyOf(a: SegmentedDocument, b: SegmentedDocument): PairKey {
  const { granularity } = a;
  return isSwapped(a, b) ? { a: b.path, b: a.path, granularity } : { a: a.path, b: b.path, granularity };
}

export function swappedFound(found: KeptFound): KeptFound {
  return { ...found, links: found.links.map((link): FoundLink => swapped(link)) };
}

function sameRuns(x: Runs, y: Runs): boolean {
  return x.aFrom === y.aFrom && x.aTo === y.aTo && x.bFrom === y.bFrom && x.bTo === y.bTo;
}

function sameSaid(x: readonly SaidLink[], y: readonly SaidLink[]): boolean {
  return x.length === y.length && x.every((link, at) => sameRuns(link, y[at]!) && link.status === y[at]!.status);
}

function sameFound({ links: x }: KeptFound, { links: y }: KeptFound): boolean {
  return x.length === y.length && x.every((link, at) => sameRuns(link, y[at]!) && link.score === y[at]!.score);
}
