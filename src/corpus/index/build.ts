/**
 * Builds the positional index, document by document, on one thread.
 *
 * Forms are numbered as they come; `finish` sorts them, renumbers the stream by rank and spreads the tokens over their
 * classes (a counting sort, so every class has its tokens in text order).
 */
import type { Direction, Language } from '../../shared/model.ts';
import { directionBalance } from '../text/direction.ts';
import { FormTable } from '../text/forms.ts';
import { Layout } from '../text/layout.ts';
import type { SentenceRules } from '../text/sentences.ts';
import { Tokeniser } from '../text/tokenise.ts';
import type { CorpusIndex, DocumentCounts, SourceDocument } from './corpus-index.ts';
import { GrowingUint32 } from './growing.ts';
import { SortedLexicon } from './lexicon.ts';
import { GapWriter } from './offsets.ts';
import { PositionalIndex } from './positional.ts';
import { sortForms, type SortedForms } from './sort-forms.ts';

export class IndexBuilder {
  private readonly rules: SentenceRules;
  private readonly forms = new FormTable();
  private readonly tokeniser = new Tokeniser(this.forms);
  private readonly layout = new Layout();
  /** Form number of each token. */
  private readonly types = new GrowingUint32();
  private readonly gaps = new GapWriter();
  private readonly documentStart = new GrowingUint32();
  private readonly documentSentence = new GrowingUint32();
  private readonly documentParagraph = new GrowingUint32();
  private readonly documentOffset: number[] = [];
  private readonly languages: Language[] = [];
  private readonly sentenceStart = new GrowingUint32();
  private readonly sentenceFrom = new GrowingUint32();
  private readonly sentenceTo = new GrowingUint32();
  private readonly paragraphStart = new GrowingUint32();
  private readonly paragraphFrom = new GrowingUint32();
  private readonly paragraphTo = new GrowingUint32();
  private readonly paragraphDirections = new GrowingUint32();
  /** The last document that held each form, plus one: tells a form new to the document. */
  private lastDocument = new Uint32Array(1 << 10);
  /** Letters of each form to the left minus those to the right, as `directionBalance` counts them; NaN = not asked yet. */
  private balances = new Float32Array(1 << 10).fill(NaN);
  private offset = 0;

  constructor(rules: SentenceRules) {
    this.rules = rules;
  }

  addDocument(source: SourceDocument): DocumentCounts {
    const { tokeniser, layout } = this;
    tokeniser.run(source.text);
    layout.run(source.text, tokeniser, this.rules.for(source.language));
    this.documentStart.push(this.types.length);
    this.documentSentence.push(this.sentenceStart.length);
    this.documentParagraph.push(this.paragraphStart.length);
    this.documentOffset.push(this.offset);
    this.languages.push(source.language);
    const firstToken = this.types.length;
    const types = this.addTokens();
    const direction = this.addLayout(firstToken);
    this.offset += source.text.length;
    return {
      tokens: tokeniser.count,
      types,
      sentences: layout.sentenceStart.length,
      paragraphs: layout.paragraphStart.length,
      chars: source.text.length,
      direction,
    };
  }

  /** Returns the number of different forms. */
  private addTokens(): number {
    const { starts, types, count } = this.tokeniser;
    const { offsets, size } = this.forms;
    this.makeRoom(size);
    const document = this.languages.length;
    let different = 0;
    for (let t = 0; t < count; t++) {
      const type = types[t]!;
      this.types.push(type);
      this.gaps.add(this.offset + starts[t]!, offsets[type + 1]! - offsets[type]!);
      if (this.lastDocument[type] !== document) {
        this.lastDocument[type] = document;
        different++;
      }
    }
    return different;
  }

  private makeRoom(size: number): void {
    if (size <= this.lastDocument.length) return;
    const capacity = Math.max(size, this.lastDocument.length * 2);
    const lastDocument = new Uint32Array(capacity);
    lastDocument.set(this.lastDocument);
    this.lastDocument = lastDocument;
    const balances = new Float32Array(capacity).fill(NaN);
    balances.set(this.balances);
    this.balances = balances;
  }

  /** Returns the direction of most letters of the document. */
  private addLayout(firstToken: number): Direction {
    const { layout } = this;
    for (let s = 0; s < layout.sentenceStart.length; s++) {
      this.sentenceStart.push(firstToken + layout.sentenceToken[s]!);
      this.sentenceFrom.push(layout.sentenceStart[s]!);
      this.sentenceTo.push(layout.sentenceEnd[s]!);
    }
    const balances = layout.paragraphStart.map((_, p) => this.paragraphBalance(p));
    const total = balances.reduce((sum, balance) => sum + balance, 0);
    for (let p = 0; p < balances.length; p++) {
      this.paragraphStart.push(firstToken + layout.paragraphToken[p]!);
      this.paragraphFrom.push(layout.paragraphStart[p]!);
      this.paragraphTo.push(layout.paragraphEnd[p]!);
      this.paragraphDirections.push((balances[p] === 0 ? total : balances[p]!) < 0 ? 1 : 0);
    }
    return total < 0 ? 'rtl' : 'ltr';
  }

  private paragraphBalance(paragraph: number): number {
    const { paragraphToken } = this.layout;
    const { types, count } = this.tokeniser;
    const end = paragraphToken[paragraph + 1] ?? count;
    let balance = 0;
    for (let t = paragraphToken[paragraph]!; t < end; t++) balance += this.balanceOf(types[t]!);
    return balance;
  }

  private balanceOf(type: number): number {
    const known = this.balances[type]!;
    if (known === known) return known;
    return (this.balances[type] = directionBalance(this.forms.form(type)));
  }

  /** The index over all documents. The builder is spent afterwards. */
  finish(): CorpusIndex {
    const sorted = sortForms(this.forms);
    const stream = this.rankedStream(sorted.rank);
    const typeCounts = new Uint32Array(sorted.rank.length);
    for (let t = 0; t < stream.length; t++) typeCounts[stream[t]!]!++;
    for (const starts of [this.documentStart, this.sentenceStart, this.paragraphStart]) starts.push(stream.length);
    this.documentSentence.push(this.sentenceStart.length - 1);
    this.documentParagraph.push(this.paragraphStart.length - 1);
    return new PositionalIndex(new SortedLexicon({ ...sorted, typeCounts }), {
      stream,
      ...postingsOf(stream, sorted, typeCounts),
      offsets: this.gaps.finish(),
      documentStart: this.documentStart.take(),
      documentSentence: this.documentSentence.take(),
      documentParagraph: this.documentParagraph.take(),
      documentOffset: Float64Array.from(this.documentOffset),
      sentenceStart: this.sentenceStart.take(),
      sentenceFrom: this.sentenceFrom.take(),
      sentenceTo: this.sentenceTo.take(),
      paragraphStart: this.paragraphStart.take(),
      paragraphFrom: this.paragraphFrom.take(),
      paragraphTo: this.paragraphTo.take(),
      paragraphDirections: Uint8Array.from(this.paragraphDirections.take()),
      languages: this.languages,
    });
  }

  private rankedStream(rank: Uint32Array): Int32Array {
    const stream = new Int32Array(this.types.take().buffer);
    for (let t = 0; t < stream.length; t++) stream[t] = rank[stream[t]!]!;
    return stream;
  }
}

function postingsOf(
  stream: Int32Array,
  { classOfType, classStart }: SortedForms,
  typeCounts: Uint32Array,
): { postings: Uint32Array; postingStart: Uint32Array } {
  const classes = classStart.length - 1;
  const postingStart = new Uint32Array(classes + 1);
  for (let type = 0; type < typeCounts.length; type++) postingStart[classOfType[type]! + 1]! += typeCounts[type]!;
  for (let cls = 0; cls < classes; cls++) postingStart[cls + 1]! += postingStart[cls]!;
  const next = postingStart.slice(0, classes);
  const postings = new Uint32Array(stream.length);
  for (let t = 0; t < stream.length; t++) postings[next[classOfType[stream[t]!]!]!++] = t;
  return { postings, postingStart };
}
