/**
 * One document analysed for reading, not for counting: what `lectern tokens` prints and what tests hold the index against.
 */
import type { CharOffset, Direction, Language, Span, Token } from '../../shared/model.ts';
import { tokenKinds } from '../../shared/model.ts';
import { fold } from './fold.ts';
import { Layout } from './layout.ts';
import { paragraphDirections } from './paragraph-directions.ts';
import type { SentenceRules } from './sentences.ts';
import { Tokeniser } from './tokenise.ts';

export interface Paragraph extends Span {
  /** Of most of its letters; of most of the document's when it has none. */
  readonly direction: Direction;
  /** 0-based, within the document. */
  readonly firstSentence: number;
}

export interface TextAnalysis {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Paragraph[];
  readonly direction: Direction;
}

/** `text` is canonical: see canonical.ts. */
export function analyse(text: string, language: Language, rules: SentenceRules): TextAnalysis {
  const tokeniser = new Tokeniser();
  tokeniser.run(text);
  const layout = new Layout();
  layout.run(text, tokeniser, rules.for(language));
  const sentences = layout.sentenceStart.map((start, s) => span(start, layout.sentenceEnd[s]!));
  const directions = paragraphDirections(tokeniser, layout);
  const paragraphs = layout.paragraphStart.map((start, p) => ({
    ...span(start, layout.paragraphEnd[p]!),
    direction: directions.paragraphs[p]!,
    firstSentence: layout.paragraphSentence[p]!,
  }));
  return { tokens: tokens(text, tokeniser, layout), sentences, paragraphs, direction: directions.whole };
}

function tokens(text: string, tokeniser: Tokeniser, layout: Layout): Token[] {
  const found: Token[] = [];
  const { kinds } = tokeniser.forms;
  let sentence = 0;
  let paragraph = 0;
  for (let t = 0; t < tokeniser.count; t++) {
    while (layout.sentenceToken[sentence + 1]! <= t) sentence++;
    while (layout.paragraphToken[paragraph + 1]! <= t) paragraph++;
    const type = tokeniser.types[t]!;
    const start = tokeniser.starts[t]!;
    const end = tokeniser.ends[t]!;
    const form = tokeniser.forms.form(type);
    const kind = tokenKinds[kinds[type]!]!;
    found.push({ ...span(start, end), text: form, fold: fold(form), kind, sentence, paragraph });
  }
  return found;
}

function span(start: number, end: number): Span {
  return { start: start as CharOffset, end: end as CharOffset };
}
