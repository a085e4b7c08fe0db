/**
 * A list of numbers that grows in blocks and becomes one typed array at the end, or goes somewhere else block by block.
 *
 * Doubling one array would copy it again and again and hold up to three times its size at the peak; blocks hold once
 * what they hold, and `take` lets each go as soon as it is copied.
 */
const largestBlock = 1 << 18;
const sentBlock = 1 << 16;

/** Where numbers go that are not to stay in memory, in their order. What it is given is written over afterwards. */
export interface ColumnSink {
  write(numbers: Uint32Array | Uint8Array): void;
}

export class GrowingUint32 {
  length = 0;
  private readonly blocks: Uint32Array[] = [];
  private readonly sink: ColumnSink | undefined;
  private last = new Uint32Array(0);
  private used = 0;

  constructor(sink?: ColumnSink) {
    this.sink = sink;
  }

  push(value: number): void {
    if (this.used === this.last.length) this.addBlock();
    this.last[this.used++] = value;
    this.length++;
  }

  /** Appends the first `count` of `values`. */
  append(values: Uint32Array | Int32Array, count: number): void {
    for (let from = 0; from < count;) {
      if (this.used === this.last.length) this.addBlock();
      const fitting = Math.min(count - from, this.last.length - this.used);
      this.last.set(values.subarray(from, from + fitting), this.used);
      this.used += fitting;
      this.length += fitting;
      from += fitting;
    }
  }

  /** Appends all of `values`, each with `shift` added. */
  appendShifted(values: readonly number[], shift: number): void {
    for (let from = 0; from < values.length;) {
      if (this.used === this.last.length) this.addBlock();
      const fitting = Math.min(values.length - from, this.last.length - this.used);
      copyShifted(values, from, fitting, shift, this.last, this.used);
      this.used += fitting;
      this.length += fitting;
      from += fitting;
    }
  }

  /** Empties the list into an array of its length; into an empty one where there is a sink, which then has all. */
  take(): Uint32Array {
    if (this.sink) this.send();
    const whole = new Uint32Array(this.sink ? 0 : this.length);
    let at = 0;
    for (;;) {
      const block = this.blocks.shift();
      if (block === undefined) break;
      whole.set(block.subarray(0, this.length - at), at);
      at += block.length;
    }
    this.last = new Uint32Array(0);
    this.length = this.used = 0;
    return whole;
  }

  private addBlock(): void {
    if (this.sink && this.last.length === sentBlock) {
      this.send();
      return;
    }
    // Small corpora are common (and tests make thousands): start small, double up to the block length.
    this.last = new Uint32Array(this.sink ? sentBlock : Math.min(largestBlock, Math.max(64, this.length)));
    if (!this.sink) this.blocks.push(this.last);
    this.used = 0;
  }

  private send(): void {
    if (this.used > 0) this.sink?.write(this.last.subarray(0, this.used));
    this.used = 0;
  }
}

function copyShifted(
  values: readonly number[],
  from: number,
  count: number,
  shift: number,
  into: Uint32Array,
  at: number,
): void {
  for (let i = 0; i < count; i++) into[at + i] = values[from + i]! + shift;
}

/** The same for bytes. */
export class GrowingUint8 {
  length = 0;
  private readonly sink: ColumnSink | undefined;
  private bytes = new Uint8Array(1 << 10);
  /** Bytes in `bytes`. */
  private used = 0;

  constructor(sink?: ColumnSink) {
    this.sink = sink;
  }

  push(value: number): void {
    if (this.used === this.bytes.length) this.reserve(1);
    this.bytes[this.used++] = value;
    this.length++;
  }

  /** Room for `count` more, to be written to from `at` on: quicker than `push` where there are many. */
  extend(count: number): { readonly bytes: Uint8Array; readonly at: number } {
    this.reserve(count);
    const at = this.used;
    this.used += count;
    this.length += count;
    return { bytes: this.bytes, at };
  }

  /** As for numbers. */
  take(): Uint8Array {
    if (this.sink) this.send();
    const whole = this.bytes.slice(0, this.used);
    this.bytes = new Uint8Array(0);
    this.length = this.used = 0;
    return whole;
  }

  private reserve(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    if (this.sink && this.used > 0) this.send();
    if (more <= this.bytes.length - this.used) return;
    const least = this.sink ? sentBlock : 2 * this.bytes.length;
    const grown = new Uint8Array(Math.max(this.used + more, least));
    grown.set(this.bytes.subarray(0, this.used));
    this.bytes = grown;
  }

  private send(): void {
    if (this.used > 0) this.sink?.write(this.bytes.subarray(0, this.used));
    this.used = 0;
  }
}
