/**
 * From canonical text to tokens: the hot loop of indexing.
 *
 * It goes over the code units of a text in an array, a stretch at a time: reading them out of a string costs twice as much,
 * for a string must be asked at every unit what it is made of. One look-up a unit in the class table, and the key of the
 * word put together in the same pass: a plain word costs no allocation and is read once. Whatever is not a run of letters with a
 * space or plain punctuation after it goes to scan.ts, which states the rules; a test holds that both agree. The
 * tokeniser knows nothing of sentences: it notes where one might end, and sentences.ts judges.
 */
import { charClass } from './char-classes.ts';
import { classAt, classOfUnit, widthAt } from './characters.ts';
import { FormTable, longestKey } from './forms.ts';
import { kindCode, scanToken, type KindCode } from './scan.ts';
import { startsCluster, unspacedWords } from './unspaced.ts';

/** Writes the code units of `text` from `from` up to `to` to the beginning of `into`. */
export type UnitReader = (text: string, from: number, to: number, into: Uint16Array) => void;

/** Units of a stretch: they and what is made of them stay in the cache of a processor. */
export const usualStretch = 1 << 15;

export const readUnits: UnitReader = (text, from, to, into) => {
  for (let at = from; at < to; at++) into[at - from] = text.charCodeAt(at);
};

export interface TokeniserOptions {
  /** Whoever knows a quicker way than one unit after another, which the language itself has not. */
  readonly read?: UnitReader | undefined;
  /** Units of a stretch; for tests, which have no long texts. */
  readonly stretch?: number;
}

export class Tokeniser {
  readonly forms: FormTable;
  /** Tokens of the last text: start and end offset and form number, `count` of each. */
  starts = new Uint32Array(1 << 8);
  ends = new Uint32Array(1 << 8);
  types = new Int32Array(1 << 8);
  count = 0;
  /** Offsets outside tokens where a paragraph ends or a sentence might, `breakCount` of them. */
  breaks = new Uint32Array(1 << 6);
  breakCount = 0;
  /** By break: the tokens before it. */
  breakTokens = new Uint32Array(1 << 6);
  private readonly read: UnitReader;
  private readonly longest: number;
  private units = new Uint16Array(1 << 8);

  constructor(forms: FormTable = new FormTable(), { read = readUnits, stretch = usualStretch }: TokeniserOptions = {}) {
    this.forms = forms;
    this.read = read;
    this.longest = stretch;
  }

  /** Replaces `starts`, `types` and `breaks` by those of `text`. */
  run(text: string): void {
    this.count = 0;
    this.breakCount = 0;
    for (let at = 0; at < text.length;) {
      const end = Math.min(text.length, at + this.longest);
      // One more, of no class, ends the last word.
      if (this.units.length <= end - at) this.units = new Uint16Array(Math.min(this.longest, 2 * (end - at)) + 1);
      this.read(text, at, end, this.units);
      this.units[end - at] = 0;
      this.reserve(end - at);
      at = this.runStretch(text, at, end);
    }
  }

  /** The tokens that start from `base` up to `end`, whose units are there. Returns where to go on, behind `base`. */
  private runStretch(text: string, base: number, end: number): number {
    const { forms, units, starts, ends, types } = this;
    const classes = classOfUnit;
    const size = end - base;
    let count = this.count;
    let at = 0;
    while (at < size) {
      let unit = units[at]!;
      let cls = classes[unit]!;
      if (cls === charClass.letter) {
        const start = at;
        const first = unit;
        let low = 0;
        let high = 0;
        let pages = 0;
        do {
          high = (high << 8) | (low >>> 24);
          low = (low << 8) | (unit & 0xff);
          pages |= unit ^ first;
          unit = units[++at]!;
          cls = classes[unit]!;
          // Letters and marks are neighbours, 14 and 15.
        } while ((cls | 1) === charClass.mark);
        const from = base + start;
        if (at === size && end < text.length && start > 0) {
          // It may go on in the next stretch.
          this.count = count;
          return from;
        }
        // No rule joins anything across these, or across a stop or comma with no letter behind it.
        const plain =
          at === size
            ? end === text.length
            : cls < charClass.fullStop || (cls < charClass.letter && this.endsWord(text, base + at, cls));
        if (plain) {
          const length = at - start;
          starts[count] = from;
          ends[count] = base + at;
          types[count++] =
            length <= longestKey && pages <= 0xff
              ? forms.internShort(low, high, (first & 0xff00) | length, text, from, kindCode.word)
              : forms.intern(text, from, base + at, kindCode.word);
          continue;
        }
        at = start;
      } else if (cls === charClass.none || (cls > charClass.fullStop && cls < charClass.at)) {
        at++;
        continue;
      } else if (cls < charClass.separator) {
        this.noteBreak(base + at++, count);
        continue;
      }
      this.count = count;
      at = this.scan(text, base + at) - base;
      count = this.count;
    }
    this.count = count;
    return base + at;
  }

  /** Whether a run of letters ends for good before `at`, whose class is `cls`: a token goes on only if letters do. */
  private endsWord(text: string, at: number, cls: number): boolean {
    if (cls === charClass.separator) return true;
    if (cls === charClass.colon) return text.charCodeAt(at + 1) !== 0x2f;
    const next = classAt(text, at + 1);
    if (cls === charClass.at) return next !== charClass.letter && next !== charClass.digit;
    // `a.@x.org`, `a-_@x.org`: rare, but an address.
    return next === charClass.none || next === charClass.newline;
  }

  /** Anything but a plain word: returns where to go on. */
  protected scan(text: string, start: number): number {
    const cls = classAt(text, start);
    if (cls === charClass.unspaced) return this.scanUnspaced(text, start);
    const scanned = scanToken(text, start);
    if (scanned === 0) return start + widthAt(text, start);
    const end = scanned >>> 3;
    this.pushSlice(text, start, end, (scanned & 7) as KindCode);
    return end;
  }

  private scanUnspaced(text: string, start: number): number {
    let end = start;
    for (;;) {
      const cls = classAt(text, end);
      // A letter of another script can hang on a mark of this one.
      const clings = cls === charClass.letter && !startsCluster(text, end);
      if (cls !== charClass.unspaced && cls !== charClass.mark && !clings) break;
      end += widthAt(text, end);
    }
    let at = start;
    for (const word of unspacedWords(text.slice(start, end))) {
      this.pushSlice(text, at, at + word.length, kindCode.word);
      at += word.length;
    }
    return end;
  }

  protected pushSlice(text: string, start: number, end: number, kind: KindCode): void {
    const type = this.forms.intern(text, start, end, kind);
    // There is room for all tokens of a stretch. Words of a run without spaces may be behind its end, which ends the stretch.
    if (this.count === this.starts.length) this.reserve(1);
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.types[this.count++] = type;
  }

  /** Makes room for so many more tokens. */
  protected reserve(more: number): void {
    const { starts, ends, types } = this;
    const needed = this.count + more;
    if (needed <= starts.length) return;
    const capacity = Math.max(needed, starts.length * 2);
    this.starts = new Uint32Array(capacity);
    this.starts.set(starts);
    this.ends = new Uint32Array(capacity);
    this.ends.set(ends);
    this.types = new Int32Array(capacity);
    this.types.set(types);
  }

  private noteBreak(at: number, tokens: number): void {
    this.reserveBreaks(1);
    this.breaks[this.breakCount] = at;
    this.breakTokens[this.breakCount++] = tokens;
  }

  protected reserveBreaks(more: number): void {
    const { breaks, breakTokens } = this;
    const needed = this.breakCount + more;
    if (needed <= breaks.length) return;
    const capacity = Math.max(needed, breaks.length * 2);
    this.breaks = new Uint32Array(capacity);
    this.breaks.set(breaks);
    this.breakTokens = new Uint32Array(capacity);
    this.breakTokens.set(breakTokens);
  }
}
