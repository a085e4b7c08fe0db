/**
 * Sentences and paragraphs of all documents, as the arrays of the index.
 */
import type { Direction } from '../../shared/model.ts';
import type { Layout } from '../text/layout.ts';
import type { ColumnSink } from './growing.ts';
import { GrowingUint32, GrowingUint8 } from './growing.ts';

/** Starts have one entry more than there are things. Offsets are UTF-16 units into the document. */
export interface LayoutArrays {
  readonly sentenceStart: Uint32Array;
  readonly sentenceFrom: Uint32Array;
  readonly sentenceTo: Uint32Array;
  readonly paragraphStart: Uint32Array;
  readonly paragraphFrom: Uint32Array;
  readonly paragraphTo: Uint32Array;
  /** 1 = right to left. */
  readonly paragraphDirections: Uint8Array;
}

/** Where the columns go when they are not to stay in memory. */
export type LayoutSinks = Readonly<Record<keyof LayoutArrays, ColumnSink>>;

export class LayoutColumns {
  private readonly sentenceStart: GrowingUint32;
  private readonly sentenceFrom: GrowingUint32;
  private readonly sentenceTo: GrowingUint32;
  private readonly paragraphStart: GrowingUint32;
  private readonly paragraphFrom: GrowingUint32;
  private readonly paragraphTo: GrowingUint32;
  private readonly rightToLeft: GrowingUint8;

  constructor(sinks?: LayoutSinks) {
    this.sentenceStart = new GrowingUint32(sinks?.sentenceStart);
    this.sentenceFrom = new GrowingUint32(sinks?.sentenceFrom);
    this.sentenceTo = new GrowingUint32(sinks?.sentenceTo);
    this.paragraphStart = new GrowingUint32(sinks?.paragraphStart);
    this.paragraphFrom = new GrowingUint32(sinks?.paragraphFrom);
    this.paragraphTo = new GrowingUint32(sinks?.paragraphTo);
    this.rightToLeft = new GrowingUint8(sinks?.paragraphDirections);
  }

  get sentences(): number {
    return this.sentenceStart.length;
  }

  get paragraphs(): number {
    return this.paragraphStart.length;
  }

  /** Sentences and paragraphs of the next document, whose first token is `firstToken`. */
  add(layout: Layout, directions: readonly Direction[], firstToken: number): void {
    this.sentenceStart.appendShifted(layout.sentenceToken, firstToken);
    this.sentenceFrom.appendShifted(layout.sentenceStart, 0);
    this.sentenceTo.appendShifted(layout.sentenceEnd, 0);
    this.paragraphStart.appendShifted(layout.paragraphToken, firstToken);
    this.paragraphFrom.appendShifted(layout.paragraphStart, 0);
    this.paragraphTo.appendShifted(layout.paragraphEnd, 0);
    for (const direction of directions) this.rightToLeft.push(direction === 'rtl' ? 1 : 0);
  }

  /** Empties the columns, into empty arrays where they went elsewhere. `tokens` is the number of all tokens. */
  take(tokens: number): LayoutArrays {
    this.sentenceStart.push(tokens);
    this.paragraphStart.push(tokens);
    return {
      sentenceStart: this.sentenceStart.take(),
      sentenceFrom: this.sentenceFrom.take(),
      sentenceTo: this.sentenceTo.take(),
      paragraphStart: this.paragraphStart.take(),
      paragraphFrom: this.paragraphFrom.take(),
      paragraphTo: this.paragraphTo.take(),
      paragraphDirections: this.rightToLeft.take(),
    };
  }
}
