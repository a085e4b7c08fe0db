/**
 * Builds the positional index, document by document, on one thread.
 *
 * Forms are numbered as they come; `finish` sorts them, renumbers the stream by rank and spreads the tokens over their
 * classes (a counting sort, so every class has its tokens in text order).
 */
import type { DocId, Language } from '../../shared/model.ts';
import { FormTable } from '../text/forms.ts';
import { Layout } from '../text/layout.ts';
import { paragraphDirections } from '../text/paragraph-directions.ts';
import type { SentenceRules } from '../text/sentences.ts';
import { Tokeniser } from '../text/tokenise.ts';
import type { DocumentCounts, SourceDocument } from './corpus-index.ts';
import { GrowingUint32 } from './growing.ts';
import { KnownDocuments } from './known-documents.ts';
import { LayoutColumns } from './layout-columns.ts';
import { GapWriter } from './offsets.ts';
import { PositionalIndex } from './positional.ts';
import { sortForms, type SortedForms } from './sort-forms.ts';

/** Start and end offset and form number of each token, `count` of each. */
type DocumentTokens = Pick<Tokeniser, 'starts' | 'ends' | 'types' | 'count'>;

export class IndexBuilder {
  private readonly rules: SentenceRules;
  private readonly forms = new FormTable();
  private readonly tokeniser = new Tokeniser(this.forms);
  private readonly layout = new Layout();
  /** Form number of each token. */
  private readonly types = new GrowingUint32();
  private readonly gaps = new GapWriter();
  private readonly columns = new LayoutColumns();
  private readonly documentStart = new GrowingUint32();
  private readonly documentSentence = new GrowingUint32();
  private readonly documentParagraph = new GrowingUint32();
  private readonly documentOffset: number[] = [];
  private readonly languages: Language[] = [];
  /** The last document that held each form, counted from 1: tells a form new to the document. */
  private lastDocument = new Uint32Array(1 << 10);
  /** Length of all texts so far. */
  private offset = 0;
  private known: KnownDocuments | undefined;

  constructor(rules: SentenceRules) {
    this.rules = rules;
  }

  addDocument(source: SourceDocument): DocumentCounts {
    const { tokeniser, layout } = this;
    const { text, language } = source;
    tokeniser.run(text);
    layout.run(text, tokeniser, this.rules.for(language));
    const directions = paragraphDirections(tokeniser, layout);
    this.beginDocument(language);
    this.columns.add(layout, directions.paragraphs, this.types.length);
    this.addTokens(tokeniser, text.length);
    return {
      tokens: tokeniser.count,
      types: this.countTypes(),
      sentences: layout.sentenceStart.length,
      paragraphs: layout.paragraphStart.length,
      chars: text.length,
      direction: directions.whole,
    };
  }

  /**
   * Adds a document of another index as it is there: same text, `chars` long, same language, same rules. Nothing is
   * tokenised. Documents of one index after another are the usual case; going back and forth between two costs the
   * table of forms anew.
   */
  addKnown(index: PositionalIndex, doc: DocId, chars: number): void {
    if (this.known?.index !== index) this.known = new KnownDocuments(index, this.forms);
    this.known.take(doc);
    const { arrays } = index.parts;
    const range = (starts: Uint32Array) => [starts[doc]!, starts[doc + 1]!] as const;
    this.beginDocument(index.language(doc));
    const shift = this.types.length - arrays.documentStart[doc]!;
    this.columns.addKnown(arrays, range(arrays.documentSentence), range(arrays.documentParagraph), shift);
    this.addTokens(this.known, chars);
  }

  private beginDocument(language: Language): void {
    this.languages.push(language);
    this.documentStart.push(this.types.length);
    this.documentSentence.push(this.columns.sentences);
    this.documentParagraph.push(this.columns.paragraphs);
    this.documentOffset.push(this.offset);
  }

  private addTokens({ starts, ends, types, count }: DocumentTokens, chars: number): void {
    this.gaps.add(this.offset, starts, ends, count);
    this.types.append(types, count);
    this.offset += chars;
  }

  /** Different forms of the document at hand. */
  private countTypes(): number {
    if (this.lastDocument.length < this.forms.size) {
      const grown = new Uint32Array(this.forms.size * 2);
      grown.set(this.lastDocument);
      this.lastDocument = grown;
    }
    const { types, count } = this.tokeniser;
    const lastDocument = this.lastDocument;
    const document = this.languages.length;
    let different = 0;
    for (let t = 0; t < count; t++) {
      const type = types[t]!;
      if (lastDocument[type] === document) continue;
      lastDocument[type] = document;
      different++;
    }
    return different;
  }

  /** The index over all documents. The builder is spent afterwards. */
  finish(): PositionalIndex {
    const sorted = sortForms(this.forms);
    const stream = rankedStream(this.types.take(), sorted.rank);
    const typeCounts = new Uint32Array(sorted.rank.length);
    for (let t = 0; t < stream.length; t++) typeCounts[stream[t]!]!++;
    this.documentStart.push(stream.length);
    this.documentSentence.push(this.columns.sentences);
    this.documentParagraph.push(this.columns.paragraphs);
    const { forms, folds, classOfType, classStart, kinds } = sorted;
    return new PositionalIndex(
      { forms, folds, classOfType, classStart, kinds, typeCounts },
      {
        stream,
        ...postingsOf(stream, sorted, typeCounts),
        ...this.columns.take(stream.length),
        offsets: this.gaps.finish(),
        documentStart: this.documentStart.take(),
        documentSentence: this.documentSentence.take(),
        documentParagraph: this.documentParagraph.take(),
        documentOffset: Float64Array.from(this.documentOffset),
        languages: this.languages,
      },
    );
  }
}

/** Writes each token's rank over its form number. */
function rankedStream(types: Uint32Array, rank: Uint32Array): Int32Array {
  const stream = new Int32Array(types.buffer);
  for (let t = 0; t < stream.length; t++) stream[t] = rank[stream[t]!]!;
  return stream;
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
  for (let t = 0; t < stream.length; t++) {
    const cls = classOfType[stream[t]!]!;
    postings[next[cls]!] = t;
    next[cls]!++;
  }
  return { postings, postingStart };
}
