/**
 * Builds the positional index, document by document, on one thread.
 *
 * Forms are numbered as they come; `finish` sorts them, renumbers the stream by rank and spreads the tokens over their
 * classes (a counting sort, so every class has its tokens in text order).
 */
import type { Language } from '../../shared/model.ts';
import type { FormTable } from '../text/forms.ts';
import { Layout } from '../text/layout.ts';
import { paragraphDirections } from '../text/paragraph-directions.ts';
import type { SentenceRules } from '../text/sentences.ts';
import { Tokeniser } from '../text/tokenise.ts';
import type { DocumentCounts, SourceDocument } from './corpus-index.ts';
import type { ColumnSink } from './growing.ts';
import { GrowingUint32 } from './growing.ts';
import type { LayoutArrays, LayoutSinks } from './layout-columns.ts';
import { LayoutColumns } from './layout-columns.ts';
import type { LexiconArrays } from './lexicon.ts';
import { GapWriter, type TokenGaps } from './offsets.ts';
import { PositionalIndex } from './positional.ts';
import { postingsOf } from './postings.ts';
import { sortForms } from './sort-forms.ts';

/** Where the columns that grow with the text go when they are not to stay in memory. */
export interface PartSinks extends LayoutSinks {
  readonly tokens: ColumnSink;
  readonly gaps: ColumnSink;
}

/** What a thread made of its share of the documents: see `IndexPart`, which reads it. Nothing but arrays, to be handed over. */
export interface BuiltPart extends LayoutArrays, Omit<TokenGaps, 'anchors'> {
  readonly lexicon: LexiconArrays;
  readonly typeOfNumber: Uint32Array;
  readonly tokens: Uint32Array;
  readonly documentStart: Uint32Array;
  readonly documentSentence: Uint32Array;
  readonly documentParagraph: Uint32Array;
  readonly documentOffset: Float64Array;
  readonly languages: Language[];
  /** By document: where its first token starts and its last one ends in its text; 0 without tokens. */
  readonly firstStarts: Uint32Array;
  readonly lastEnds: Uint32Array;
}

export class IndexBuilder {
  private readonly rules: SentenceRules;
  private readonly forms: FormTable;
  private readonly tokeniser: Tokeniser;
  private readonly layout = new Layout();
  /** Form number of each token. */
  private readonly types: GrowingUint32;
  private readonly gaps: GapWriter;
  private readonly columns: LayoutColumns;
  private readonly documentStart = new GrowingUint32();
  private readonly documentSentence = new GrowingUint32();
  private readonly documentParagraph = new GrowingUint32();
  private readonly documentOffset: number[] = [];
  private readonly languages: Language[] = [];
  private readonly firstStarts = new GrowingUint32();
  private readonly lastEnds = new GrowingUint32();
  /** By form: its tokens, and the last document that held it, counted from 1. Side by side, since both are looked at together. */
  private tally = new Uint32Array(1 << 11);
  /** Length of all texts so far. */
  private offset = 0;

  /** With sinks, there is no `finish` but `finishPart`. The tokeniser is for whoever has a quick one. */
  constructor(rules: SentenceRules, sinks?: PartSinks, tokeniser = new Tokeniser()) {
    this.rules = rules;
    this.tokeniser = tokeniser;
    this.forms = tokeniser.forms;
    this.types = new GrowingUint32(sinks?.tokens);
    this.gaps = new GapWriter(sinks?.gaps);
    this.columns = new LayoutColumns(sinks);
  }

  addDocument(source: SourceDocument): DocumentCounts {
    const { tokeniser, layout } = this;
    const { text, language } = source;
    tokeniser.run(text);
    layout.run(text, tokeniser, this.rules.for(language));
    const directions = paragraphDirections(tokeniser, layout);
    this.languages.push(language);
    this.documentStart.push(this.types.length);
    this.documentSentence.push(this.columns.sentences);
    this.documentParagraph.push(this.columns.paragraphs);
    this.documentOffset.push(this.offset);
    this.columns.add(layout, directions.paragraphs, this.types.length);
    this.gaps.add(this.offset, tokeniser.starts, tokeniser.ends, tokeniser.count);
    this.types.append(tokeniser.types, tokeniser.count);
    this.firstStarts.push(tokeniser.count === 0 ? 0 : tokeniser.starts[0]!);
    this.lastEnds.push(tokeniser.count === 0 ? 0 : tokeniser.ends[tokeniser.count - 1]!);
    this.offset += text.length;
    return {
      tokens: tokeniser.count,
      types: this.countTypes(),
      sentences: layout.sentenceStart.length,
      paragraphs: layout.paragraphStart.length,
      chars: text.length,
      direction: directions.whole,
    };
  }

  /** Counts the tokens of each form in the document at hand. Returns how many different forms there are. */
  private countTypes(): number {
    if (this.tally.length < 2 * this.forms.size) this.tally = grown(this.tally, 4 * this.forms.size);
    const { types, count } = this.tokeniser;
    const { tally } = this;
    const document = this.languages.length;
    let different = 0;
    for (let t = 0; t < count; t++) {
      const at = 2 * types[t]!;
      tally[at]!++;
      if (tally[at + 1] === document) continue;
      tally[at + 1] = document;
      different++;
    }
    return different;
  }

  /** The index over all documents. The builder is spent afterwards. */
  finish(): PositionalIndex {
    const { rank, ...sorted } = sortForms(this.forms);
    const stream = rankedStream(this.types.take(), rank);
    const typeCounts = this.typeCounts(rank);
    return new PositionalIndex(
      { ...sorted, typeCounts },
      {
        stream,
        ...postingsOf(stream, sorted, typeCounts),
        ...this.takeDocuments(stream.length),
        ...this.columns.take(stream.length),
        offsets: this.gaps.finish(),
      },
    );
  }

  /** The same, to be joined with others. The builder is spent afterwards. */
  finishPart(): BuiltPart {
    const { rank, ...sorted } = sortForms(this.forms);
    const count = this.types.length;
    const tokens = this.types.take();
    const typeCounts = this.typeCounts(rank);
    // What comes next is the joining of parts, which takes as much memory as reading did.
    this.forms.release();
    const { gaps, wideTokens, wideGaps } = this.gaps.finish();
    return {
      lexicon: { ...sorted, typeCounts },
      typeOfNumber: rank,
      tokens,
      ...{ gaps, wideTokens, wideGaps },
      firstStarts: this.firstStarts.take(),
      lastEnds: this.lastEnds.take(),
      ...this.takeDocuments(count),
      ...this.columns.take(count),
    };
  }

  private typeCounts(rank: Uint32Array): Uint32Array {
    const counts = new Uint32Array(rank.length);
    for (let form = 0; form < rank.length; form++) counts[rank[form]!] = this.tally[2 * form]!;
    return counts;
  }

  private takeDocuments(tokens: number) {
    this.documentStart.push(tokens);
    this.documentSentence.push(this.columns.sentences);
    this.documentParagraph.push(this.columns.paragraphs);
    return {
      documentStart: this.documentStart.take(),
      documentSentence: this.documentSentence.take(),
      documentParagraph: this.documentParagraph.take(),
      documentOffset: Float64Array.from(this.documentOffset),
      languages: this.languages,
    };
  }
}

/** Writes each token's rank over its form number. */
function rankedStream(types: Uint32Array, rank: Uint32Array): Int32Array {
  const stream = new Int32Array(types.buffer);
  for (let t = 0; t < stream.length; t++) stream[t] = rank[stream[t]!]!;
  return stream;
}

function grown(from: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length);
  to.set(from);
  return to;
}
