/**
 * A list of numbers that grows in blocks and becomes one typed array at the end.
 *
 * Doubling one array would copy it again and again and hold up to three times its size at the peak; blocks hold once
 * what they hold, and `take` lets each go as soon as it is copied.
 */
const largestBlock = 1 << 18;

export class GrowingUint32 {
  length = 0;
  private readonly blocks: Uint32Array[] = [];
  private last = new Uint32Array(0);
  private used = 0;

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

  /** Empties the list into an array of its length. */
  take(): Uint32Array {
    const whole = new Uint32Array(this.length);
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
    // Small corpora are common (and tests make thousands): start small, double up to the block length.
    this.last = new Uint32Array(Math.min(largestBlock, Math.max(64, this.length)));
    this.blocks.push(this.last);
    this.used = 0;
  }
}
