/**
 * Abbreviation lists: after these words a full stop does not, or not always, end a sentence.
 *
 * One entry a line without its last stop. ` ~` behind it: it may also end a sentence; ` n`: an abbreviation only before
 * a number. A capital letter in an entry is required in the text, a small one matches either case; a space may
 * follow an inner stop of the text (`z.B` matches `z. B.`).
 */
import { charClass } from './char-classes.ts';
import { classOfUnit } from './characters.ts';

export interface Abbreviation {
  /** As listed, without its last stop. */
  readonly text: string;
  readonly mayEndSentence: boolean;
  readonly beforeNumberOnly: boolean;
}

// Parts of one abbreviation to look for on either side of a stop (`s.l.n.d`, `q.e.p.d` have four).
const mostParts = 4;

export class Abbreviations {
  private readonly entries = new Map<string, Abbreviation[]>();
  /** Every part of every entry, small letters: most words before a stop are in no entry, and are told so at once. */
  private readonly parts = new Set<string>();
  /** Units of the longest part. */
  private longest = 0;

  constructor(list: string) {
    for (const line of list.split('\n')) {
      const [, text, flag] = /^\s*([^#~]*?)(?:\s+([~n]))?\s*$/u.exec(line) ?? [];
      if (text === undefined || text === '') continue;
      const entry = { text: text.normalize('NFC'), mayEndSentence: flag === '~', beforeNumberOnly: flag === 'n' };
      const key = entry.text.toLowerCase();
      this.entries.set(key, [...(this.entries.get(key) ?? []), entry]);
      for (const part of key.split(/[. ]/)) {
        this.parts.add(part);
        this.longest = Math.max(this.longest, part.length);
      }
    }
  }

  /**
   * What the full stop at `stop` belongs to: an entry that ends there, `inside` when it is an inner stop of one, or null.
   */
  at(text: string, stop: number): Abbreviation | 'inside' | null {
    const first = partStart(text, stop);
    if (first === stop || stop - first > this.longest || !this.parts.has(text.slice(first, stop).toLowerCase())) {
      return null;
    }
    const starts = startsBefore(text, first);
    const ends = endsAfter(text, stop);
    // Longest first: `ул` and `и др` must not hide behind `др`.
    for (let s = starts.length - 1; s >= 0; s--) {
      for (let e = ends.length - 1; e >= 0; e--) {
        const entry = this.find(text.slice(starts[s], ends[e]));
        if (entry) return e === 0 ? entry : 'inside';
      }
    }
    return null;
  }

  private find(written: string): Abbreviation | undefined {
    const plain = written.replace(/\.\s/gu, '.').replace(/\s/gu, ' ');
    return this.entries.get(plain.toLowerCase())?.find((entry) => matches(entry.text, plain));
  }
}

function matches(entry: string, written: string): boolean {
  for (let i = 0; i < entry.length; i++) {
    const expected = entry[i]!;
    if (expected !== written[i] && expected !== written[i]?.toLowerCase()) return false;
  }
  return entry.length === written.length;
}

function isPart(unit: number): boolean {
  const cls = classOfUnit[unit]!;
  return (
    (cls >= charClass.letter && cls <= charClass.unspaced) || cls === charClass.apostrophe || cls === charClass.hyphen
  );
}
// Longer than any listed part; keeps a page without spaces from being walked back.
const longestPart = 24;

/** Start of the run of word characters that ends before `end`. */
export function partStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < longestPart && isPart(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the abbreviation might start, nearest first: at `first`, and one to three parts earlier. */
function startsBefore(text: string, first: number): number[] {
  const starts = [first];
  for (let start = first; starts.length < mostParts; starts.push(start)) {
    let end = start;
    if (isBlank(text[end - 1])) end--;
    if (text[end - 1] === '.') end--;
    if (end === start) break;
    start = partStart(text, end);
    if (start === end) break;
  }
  return starts;
}

/** Where the abbreviation might end, nearest first: at `stop`, and at the next stops when only one part lies between. */
function endsAfter(text: string, stop: number): number[] {
  const ends = [stop];
  for (let end = stop; ends.length < mostParts; ends.push(end)) {
    let at = end + 1;
    if (isBlank(text[at])) at++;
    end = at;
    while (end < text.length && end - at < longestPart && isPart(text.charCodeAt(end))) end++;
    if (end === at || text[end] !== '.') break;
  }
  return ends;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0' || character === '\u202f';
}
