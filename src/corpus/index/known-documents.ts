/**
 * Documents of an index that is there already, as the tokeniser would give them again: what lets a folder of which one
 * file changed be indexed anew without reading the others.
 */
import type { DocId } from '../../shared/model.ts';
import type { FormTable } from '../text/forms.ts';
import type { KindCode } from '../text/scan.ts';
import { gapWalk } from './offsets.ts';
import type { PositionalIndex } from './positional.ts';

export class KnownDocuments {
  /** Tokens of the last document: start and end offset in its text and form number, `count` of each. */
  starts = new Uint32Array(0);
  ends = new Uint32Array(0);
  types = new Int32Array(0);
  count = 0;
  readonly index: PositionalIndex;
  private readonly forms: FormTable;
  /** Form number of each type of the old index, plus one; 0 = not met yet. */
  private readonly formOfType: Int32Array;

  constructor(index: PositionalIndex, forms: FormTable) {
    this.index = index;
    this.forms = forms;
    this.formOfType = new Int32Array(index.lexicon.size);
  }

  /** Replaces `starts`, `ends`, `types` and `count` by those of `doc`. */
  take(doc: DocId): void {
    const { arrays, lexicon } = this.index.parts;
    const from = arrays.documentStart[doc]!;
    this.count = arrays.documentStart[doc + 1]! - from;
    if (this.count > this.starts.length) {
      this.starts = new Uint32Array(this.count * 2);
      this.ends = new Uint32Array(this.count * 2);
      this.types = new Int32Array(this.count * 2);
    }
    const stream = arrays.stream;
    const { formOfType, types } = this;
    for (let t = 0; t < this.count; t++) {
      const type = stream[from + t]!;
      types[t] = (formOfType[type]! || this.meet(type)) - 1;
    }
    const formStarts = lexicon.forms.starts;
    gapWalk(from, this.count, arrays.offsets, stream, formStarts, arrays.documentOffset[doc]!, this.starts);
    for (let t = 0; t < this.count; t++) {
      const type = stream[from + t]!;
      this.ends[t] = this.starts[t]! + formStarts[type + 1]! - formStarts[type]!;
    }
  }

  /** Interns a type of the old index. Returns its form number plus one. */
  private meet(type: number): number {
    const { forms, kinds } = this.index.parts.lexicon;
    const start = forms.starts[type]!;
    const end = forms.starts[type + 1]!;
    const number = this.forms.intern(forms.text, start, end, kinds[type]! as KindCode) + 1;
    this.formOfType[type] = number;
    return number;
  }
}
