/**
 * Links of a file as runs of segments of two documents. Numbers stand as they are; texts are looked for in the order of
 * the file, without spaces, so that another cut of lines or another kind of space does no harm. A text has to begin and end
 * with a segment.
 */
import type { LinkStatus, SegmentRun } from '../../../shared/alignment.ts';
import type { LinkFile, NumberedLink, NumberedLinks } from './link-file.ts';

export interface PlacedLink {
  readonly a: SegmentRun;
  readonly b: SegmentRun;
  readonly status?: LinkStatus;
}

export interface PlacedLinks {
  readonly links: readonly PlacedLink[];
  /** Links of the file that have no place in the two documents, or are no run of neighbours. */
  readonly refused: number;
}

const spaceless = (text: string): string => text.normalize('NFC').replace(/[\s\u200b\ufeff]+/gu, '');

/** Spreadsheets put what has quotes or line breaks in it between quotes, and double those within. */
function unquoted(text: string): string | undefined {
  const within = /^"((?:[^"]|"")+)"$/u.exec(text)?.[1];
  return within?.replaceAll('""', '"');
}

/** A text whose segments can be found by what they say. */
class Places {
  private readonly whole: string;
  /** Where each segment begins in `whole`, and the end of the last. */
  private readonly starts = new Map<number, number>();
  private readonly ends = new Map<number, number>();
  private from = 0;

  constructor(segments: readonly string[]) {
    let whole = '';
    for (const [number, segment] of segments.entries()) {
      const bare = spaceless(segment);
      // An empty segment begins where the next one does: that one is meant.
      this.starts.set(whole.length, number);
      whole += bare;
      this.ends.set(whole.length, number + 1);
    }
    this.whole = whole;
  }

  /** The next run that reads so, after the one before it if there is one there. */
  find(text: string): SegmentRun | undefined {
    const bare = spaceless(text);
    if (bare === '') return { from: 0, to: 0 };
    for (const form of [bare, unquoted(bare)]) {
      const found = form === undefined ? undefined : (this.after(form, this.from) ?? this.after(form, 0));
      if (!found) continue;
      this.from = found.until;
      return found.run;
    }
    return undefined;
  }

  private after(bare: string, from: number): { run: SegmentRun; until: number } | undefined {
    for (let at = this.whole.indexOf(bare, from); at !== -1; at = this.whole.indexOf(bare, at + 1)) {
      const until = at + bare.length;
      const [first, last] = [this.starts.get(at), this.ends.get(until)];
      if (first !== undefined && last !== undefined) return { run: { from: first, to: last }, until };
    }
    return undefined;
  }
}

/** `a` and `b`: texts of the segments. `swapped`: the first side of the file is the second document. */
export function placeLinks(file: LinkFile, a: readonly string[], b: readonly string[], swapped: boolean): PlacedLinks {
  const links: PlacedLink[] = [];
  let refused = 0;
  const keep = (one: SegmentRun | undefined, other: SegmentRun | undefined, status: LinkStatus | undefined): void => {
    const [first, second] = swapped ? [other, one] : [one, other];
    if (first && second && (first.to > first.from || second.to > second.from))
      links.push({ a: first, b: second, ...(status === undefined ? {} : { status }) });
    else refused++;
  };
  if (file.kind === 'numbers') {
    const { units } = file;
    // The texts have changed since: what the segments said is looked for.
    if (units && !(sameTexts(units[0], a) && sameTexts(units[1], b)))
      return placeLinks(asTexts(file, units), a, b, false);
    for (const link of file.links) keep(runOf(link.a), runOf(link.b), link.status);
  } else {
    const [one, other] = swapped ? [new Places(b), new Places(a)] : [new Places(a), new Places(b)];
    for (const link of file.links) keep(one.find(link.a), other.find(link.b), link.status);
  }
  return { links, refused };
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => spaceless(text) === spaceless(other[at]!));
}

function asTexts({ links }: NumberedLinks, [a, b]: NonNullable<NumberedLinks['units']>): LinkFile {
  const said = (units: readonly string[], numbers: readonly number[]): string =>
    numbers.map((number) => units[number] ?? '').join(' ');
  return {
    kind: 'texts',
    links: links.map((link) => ({ ...link, a: said(a, link.a), b: said(b, link.b) })),
    languages: ['', ''],
  };
}

/** Neighbours as one run; undefined for numbers with a gap between them. */
function runOf(numbers: NumberedLink['a']): SegmentRun | undefined {
  if (numbers.length === 0) return { from: 0, to: 0 };
  const sorted = [...numbers].sort((x, y) => x - y);
  const from = sorted[0]!;
  const to = sorted.at(-1)! + 1;
  return new Set(sorted).size === to - from ? { from, to } : undefined;
}
