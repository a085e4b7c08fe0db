/** Pairs of words, one of each language, numbered: a hash table over typed arrays. */

export class WordPairs {
  size = 0;
  /** First and second word of each pair. */
  a = new Int32Array(1 << 12);
  b = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 14).fill(-1);

  /** Number of the pair, or -1. */
  find(a: number, b: number): number {
    const mask = this.slots.length - 1;
    for (let at = slotOf(a, b) & mask; ; at = (at + 1) & mask) {
      const pair = this.slots[at]!;
      if (pair === -1 || (this.a[pair] === a && this.b[pair] === b)) return pair;
    }
  }

  /** Number of the pair, a new one when it was not there. */
  add(a: number, b: number): number {
    const mask = this.slots.length - 1;
    let at = slotOf(a, b) & mask;
    for (; this.slots[at] !== -1; at = (at + 1) & mask) {
      const pair = this.slots[at]!;
      if (this.a[pair] === a && this.b[pair] === b) return pair;
    }
    const pair = this.size++;
    if (pair === this.a.length) this.growPairs();
    this.a[pair] = a;
    this.b[pair] = b;
    this.slots[at] = pair;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return pair;
  }

  private growPairs(): void {
    const { a, b } = this;
    this.a = new Int32Array(a.length * 2);
    this.a.set(a);
    this.b = new Int32Array(b.length * 2);
    this.b.set(b);
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let pair = 0; pair < this.size; pair++) {
      let at = slotOf(this.a[pair]!, this.b[pair]!) & mask;
      while (this.slots[at] !== -1) at = (at + 1) & mask;
      this.slots[at] = pair;
    }
  }
}

function slotOf(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
