/**
 * Paragraphs and sentences of one text, laid over its tokens.
 *
 * A paragraph is a run between newlines; blank lines make none. Every paragraph has at least one sentence, and no
 * sentence crosses a paragraph. Spans leave out the white space around. A piece of a paragraph without a token (`…`, a
 * rule of dashes) belongs to the sentence before it, or stands alone when there is none.
 */
import type { LanguageRules } from './sentences.ts';
import { role, roleAt, skipBlank, trimBlank } from './surroundings.ts';
import type { Tokeniser } from './tokenise.ts';

/** Reused from text to text. Offsets in UTF-16 units of the text, tokens counted within the text. */
export class Layout {
  readonly sentenceStart: number[] = [];
  readonly sentenceEnd: number[] = [];
  /** First token of each sentence; of the next one when it has none. */
  readonly sentenceToken: number[] = [];
  readonly paragraphStart: number[] = [];
  readonly paragraphEnd: number[] = [];
  readonly paragraphSentence: number[] = [];
  readonly paragraphToken: number[] = [];
  /** First token not yet in a closed sentence. */
  private token = 0;
  /** Tokens before the break at hand. */
  private passed = 0;
  /** First sentence of the paragraph at hand. */
  private firstSentence = 0;

  run(text: string, tokens: Tokeniser, rules: LanguageRules): void {
    for (const list of [this.sentenceStart, this.sentenceEnd, this.sentenceToken]) list.length = 0;
    for (const list of [this.paragraphStart, this.paragraphEnd, this.paragraphSentence, this.paragraphToken])
      list.length = 0;
    this.token = this.firstSentence = 0;
    let paragraph = 0;
    let sentence = 0;
    // Where the paragraph's first visible character stands; found at its first mark.
    let visible = -1;
    let last = -1;
    for (let b = 0; b < tokens.breakCount; b++) {
      const at = tokens.breaks[b]!;
      // A run of marks (`?!`, `...`) is judged once, at its first.
      const inRun = at === last + 1;
      last = at;
      this.passed = tokens.breakTokens[b]!;
      if ((roleAt(text, at) & role.newline) !== 0) {
        this.closeParagraph(text, tokens, paragraph, sentence, at);
        paragraph = sentence = at + 1;
        visible = last = -1;
        continue;
      }
      if (inRun || at < sentence) continue;
      if (visible === -1) visible = skipBlank(text, paragraph, at);
      const end = rules.endAt(text, at, visible);
      if (end !== -1 && this.closeSentence(text, tokens, sentence, end)) sentence = end;
    }
    this.passed = tokens.count;
    this.closeParagraph(text, tokens, paragraph, sentence, text.length);
  }

  private closeParagraph(text: string, tokens: Tokeniser, paragraph: number, sentence: number, end: number): void {
    const start = skipBlank(text, paragraph, end);
    if (start === end) return;
    const first = this.firstSentence;
    const hasSentence = first < this.sentenceStart.length;
    if (!this.closeSentence(text, tokens, sentence, end)) {
      const rest = trimBlank(text, sentence, end);
      if (hasSentence) this.sentenceEnd[this.sentenceEnd.length - 1] = Math.max(rest, this.sentenceEnd.at(-1)!);
      else this.pushSentence(start, rest, this.token);
    }
    this.paragraphStart.push(start);
    this.paragraphEnd.push(trimBlank(text, start, end));
    this.paragraphSentence.push(first);
    this.paragraphToken.push(this.sentenceToken[first]!);
    this.firstSentence = this.sentenceStart.length;
  }

  /** Closes the sentence that runs from `from` to `end`, behind the break at hand, unless it holds no token. */
  private closeSentence(text: string, tokens: Tokeniser, from: number, end: number): boolean {
    const first = this.token;
    this.token = Math.max(first, this.passed);
    while (this.token < tokens.count && tokens.starts[this.token]! < end) this.token++;
    if (this.token === first) return false;
    this.pushSentence(skipBlank(text, from, end), trimBlank(text, from, end), first);
    return true;
  }

  private pushSentence(start: number, end: number, token: number): void {
    this.sentenceStart.push(start);
    this.sentenceEnd.push(end);
    this.sentenceToken.push(token);
  }
}
