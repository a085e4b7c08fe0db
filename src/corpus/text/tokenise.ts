/**
 * From canonical text to tokens: the hot loop of indexing.
 *
 * One look-up a code unit in the class table, and the key of the word put together in the same pass: a plain word costs no
 * allocation and is read once. Whatever is not a run of letters with a space or plain punctuation after it goes to scan.ts, which
 * states the rules; a test holds that both agree. The tokeniser knows nothing of sentences: it notes where one might
 * end, and sentences.ts judges.
 */
import { charClass, classAt, classOfUnit, widthAt } from './characters.ts';
import { FormTable, longestKey } from './forms.ts';
import { kindCode, scanToken, type KindCode } from './scan.ts';
import { startsCluster, unspacedWords } from './unspaced.ts';

export class Tokeniser {
  readonly forms: FormTable;
  /** Tokens of the last text: start and end offset and form number, `count` of each. */
  starts = new Uint32Array(1 << 12);
  ends = new Uint32Array(1 << 12);
  types = new Int32Array(1 << 12);
  count = 0;
  /** Offsets outside tokens where a paragraph ends or a sentence might, `breakCount` of them. */
  breaks = new Uint32Array(1 << 9);
  breakCount = 0;

  constructor(forms: FormTable = new FormTable()) {
    this.forms = forms;
  }

  /** Replaces `starts`, `types` and `breaks` by those of `text`. */
  run(text: string): void {
    this.count = 0;
    this.breakCount = 0;
    const length = text.length;
    const classes = classOfUnit;
    let at = 0;
    while (at < length) {
      let unit = text.charCodeAt(at);
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
          if (++at === length) {
            cls = charClass.none;
            break;
          }
          unit = text.charCodeAt(at);
          cls = classes[unit]!;
          // Letters and marks are neighbours, 14 and 15.
        } while ((cls | 1) === charClass.mark);
        // No rule joins anything across these, or across a stop or comma with no letter behind it.
        if (cls < charClass.fullStop || (cls < charClass.letter && this.endsWord(text, at, cls))) {
          const size = at - start;
          const type =
            size <= longestKey && pages <= 0xff
              ? this.forms.internShort(low, high, (first & 0xff00) | size, text, start, kindCode.word)
              : this.forms.intern(text, start, at, kindCode.word);
          this.push(start, at, type);
        } else at = this.scan(text, start);
      } else if (cls === charClass.none || (cls > charClass.fullStop && cls < charClass.at)) at++;
      else if (cls < charClass.separator) this.noteBreak(at++);
      else at = this.scan(text, at);
    }
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
  private scan(text: string, start: number): number {
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

  private pushSlice(text: string, start: number, end: number, kind: KindCode): void {
    this.push(start, end, this.forms.intern(text, start, end, kind));
  }

  private push(start: number, end: number, type: number): void {
    if (this.count === this.starts.length) this.growTokens();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.types[this.count++] = type;
  }

  private growTokens(): void {
    const { starts, ends, types } = this;
    this.starts = new Uint32Array(starts.length * 2);
    this.starts.set(starts);
    this.ends = new Uint32Array(ends.length * 2);
    this.ends.set(ends);
    this.types = new Int32Array(types.length * 2);
    this.types.set(types);
  }

  private noteBreak(at: number): void {
    if (this.breakCount === this.breaks.length) {
      const breaks = this.breaks;
      this.breaks = new Uint32Array(breaks.length * 2);
      this.breaks.set(breaks);
    }
    this.breaks[this.breakCount++] = at;
  }
}
