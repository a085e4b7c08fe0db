/**
 * The surface forms met so far, numbered in the order of meeting.
 *
 * An open-addressing table over typed arrays. Most words are short and of one script: up to eight units that share their
 * high byte. Such a word is its own key, eight low bytes and a tag, so that a word met before is recognised inside one
 * cache line, without reading its letters again (half the time of hashing and comparing: 35 against 66 ns a token
 * with everything else). Other forms are found by hash and compared.
 */
import { formBalance } from './direction.ts';
import type { KindCode } from './scan.ts';
import { textOfUnits } from './units.ts';

/** Longest form that is its own key. */
export const longestKey = 8;

/** Slots are four numbers: two of the key or hash, a tag, and the form's number plus one (0 = free). */
const slotWidth = 4;
const slotBits = 2;
const fewestSlots = slotWidth << 10;

/** Where slots lie that somebody else looks at, too. */
export interface SlotMemory {
  /** So many numbers, all 0. It may be memory that was given before, which is then no longer in use. */
  allot(length: number): Int32Array<ArrayBuffer>;
  release(): void;
}

export class FormTable {
  size = 0;
  /** Code units of all forms, one after another. */
  units = new Uint16Array(1 << 12);
  /** Start of each form in `units`, and the end of the last. */
  offsets = new Uint32Array(1 << 9);
  /** `KindCode` of each form. */
  kinds = new Uint8Array(1 << 9);
  /** `formBalance` of each form. */
  balances = new Int32Array(1 << 9);
  /** Whether any form runs right to left. */
  rightToLeft = false;
  private slots: Int32Array<ArrayBuffer>;
  private readonly memory: SlotMemory | undefined;

  constructor(memory?: SlotMemory) {
    this.memory = memory;
    this.slots = memory ? memory.allot(fewestSlots) : new Int32Array(fewestSlots);
  }

  /** Number of the form `text.slice(start, end)`, a new one when it was not met before. */
  intern(text: string, start: number, end: number, kind: KindCode): number {
    if (end - start > longestKey) return this.internLong(text, start, end, kind);
    let low = 0;
    let high = 0;
    let pages = 0;
    const first = text.charCodeAt(start);
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | (unit & 0xff);
      pages |= unit ^ first;
    }
    if (pages > 0xff) return this.internLong(text, start, end, kind);
    return this.internShort(low, high, (first & 0xff00) | (end - start), text, start, kind);
  }

  /**
   * The same for a form of at most `longestKey` units with one high byte. `high` and `low` are their low bytes, `tag` is
   * the high byte in its place plus the length.
   */
  internShort(low: number, high: number, tag: number, text: string, start: number, kind: KindCode): number {
    const slots = this.slots;
    const mask = slots.length - slotWidth;
    let at = slotOf(low, high, tag) & mask;
    for (;;) {
      if (slots[at] === low && slots[at + 1] === high && slots[at + 2] === tag) return slots[at + 3]! - 1;
      if (slots[at + 3] === 0) return this.add(text, start, start + (tag & 0xff), low, high, tag, kind, at);
      at = (at + slotWidth) & mask;
    }
  }

  private internLong(text: string, start: number, end: number, kind: KindCode): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slots = this.slots;
    // Below zero, where no tag of a short form is.
    const tag = -(end - start);
    const mask = slots.length - slotWidth;
    let at = slotOf(hash, 0, tag) & mask;
    for (;;) {
      const number = slots[at + 3]! - 1;
      if (number < 0) return this.add(text, start, end, hash, 0, tag, kind, at);
      if (slots[at] === hash && slots[at + 2] === tag && this.holds(number, text, start)) return number;
      at = (at + slotWidth) & mask;
    }
  }

  /** The form itself. */
  form(number: number): string {
    return textOfUnits(this.units, this.offsets[number]!, this.offsets[number + 1]!);
  }

  /** Gives the memory back at once, instead of when somebody collects garbage. The table cannot be used any more. */
  release(): void {
    const { units, offsets, kinds, balances, slots } = this;
    for (const { buffer } of [units, offsets, kinds, balances]) buffer.transfer(0);
    if (this.memory) this.memory.release();
    else slots.buffer.transfer(0);
    this.slots = new Int32Array(0);
  }

  /** Forms for which there are slots: more of them are more than two thirds. */
  get roomFor(): number {
    return Math.floor((this.slots.length * 2) / (3 * slotWidth));
  }

  /** A word that has its slot already, put there by whoever looks at them too, under the next number. */
  adopt(text: string, start: number, end: number, kind: KindCode): void {
    this.note(text, start, end, kind);
    this.growWhenFull();
  }

  private holds(number: number, text: string, start: number): boolean {
    const units = this.units;
    const to = this.offsets[number + 1]!;
    for (let from = this.offsets[number]!, at = start; from < to; from++, at++) {
      if (units[from] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private add(
    text: string,
    start: number,
    end: number,
    low: number,
    high: number,
    tag: number,
    kind: KindCode,
    at: number,
  ): number {
    const number = this.note(text, start, end, kind);
    this.slots[at] = low;
    this.slots[at + 1] = high;
    this.slots[at + 2] = tag;
    this.slots[at + 3] = number + 1;
    this.growWhenFull();
    return number;
  }

  private note(text: string, start: number, end: number, kind: KindCode): number {
    const number = this.size++;
    const from = this.offsets[number]!;
    const to = from + end - start;
    if (to > this.units.length) this.units = grown(this.units, new Uint16Array(Math.max(to, this.units.length * 2)));
    if (number + 2 > this.offsets.length) this.growForms();
    for (let i = start; i < end; i++) this.units[from + i - start] = text.charCodeAt(i);
    this.offsets[number + 1] = to;
    this.kinds[number] = kind;
    this.balances[number] = formBalance(text, start, end, kind);
    if (this.balances[number] < 0) this.rightToLeft = true;
    return number;
  }

  /** At most two thirds full: with linear probing a look-up then reads 2 slots on average, mostly of one cache line. */
  private growWhenFull(): void {
    if (this.size > this.roomFor) this.growSlots();
  }

  private growForms(): void {
    const capacity = this.offsets.length * 2;
    this.offsets = grown(this.offsets, new Uint32Array(capacity));
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.balances = grown(this.balances, new Int32Array(capacity));
  }

  private growSlots(): void {
    const length = this.slots.length * 2;
    // The memory may be the same, only more of it.
    const old = this.memory ? this.slots.slice() : this.slots;
    const slots = this.memory ? this.memory.allot(length) : new Int32Array(length);
    const mask = slots.length - slotWidth;
    for (let from = 0; from < old.length; from += slotWidth) {
      if (old[from + 3] === 0) continue;
      let at = slotOf(old[from]!, old[from + 1]!, old[from + 2]!) & mask;
      while (slots[at + 3] !== 0) at = (at + slotWidth) & mask;
      for (let part = 0; part < slotWidth; part++) slots[at + part] = old[from + part]!;
    }
    this.slots = slots;
  }
}

/** Where in `slots` to look first, before masking. The multipliers are odd and spread every bit of the key. */
function slotOf(low: number, high: number, tag: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b) ^ tag, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) << slotBits;
}

function grown<Numbers extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}
