/**
 * The surface forms met so far, numbered in the order of meeting.
 *
 * An open-addressing table over typed arrays: a form that is already known costs no allocation and no string, since its
 * code units are compared with the text in place. Hash and number lie side by side, so that a probe touches one cache line.
 */
import { formBalance } from './direction.ts';
import type { KindCode } from './scan.ts';
import { textOfUnits } from './units.ts';

/** Multiplier of the rolling hash `h = h * 31 + unit` that callers of `intern` hand in. */
export const hashFactor = 31;

export class FormTable {
  size = 0;
  /** Code units of all forms, one after another. */
  units = new Uint16Array(1 << 14);
  /** Start of each form in `units`, and the end of the last. */
  offsets = new Uint32Array(1 << 10);
  /** `KindCode` of each form. */
  kinds = new Uint8Array(1 << 10);
  /** `formBalance` of each form. */
  balances = new Int32Array(1 << 10);
  private slots = new Int32Array(1 << 12);
  private mask = (1 << 11) - 1;

  /** Number of the form `text.slice(start, end)`, a new one when it was not met before. */
  intern(text: string, start: number, end: number, hash: number, kind: KindCode): number {
    // Multiplying spreads the hash over the low bits, which choose the slot.
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
    const slots = this.slots;
    const length = end - start;
    let slot = (mixed >>> 7) & this.mask;
    for (;;) {
      const number = slots[slot * 2 + 1]! - 1;
      if (number < 0) return this.add(text, start, end, mixed, kind, slot);
      if (slots[slot * 2] === mixed && this.holds(number, text, start, length)) {
        return number;
      }
      slot = (slot + 1) & this.mask;
    }
  }

  /** The form itself. */
  form(number: number): string {
    return textOfUnits(this.units, this.offsets[number]!, this.offsets[number + 1]!);
  }

  private holds(number: number, text: string, start: number, length: number): boolean {
    const units = this.units;
    const from = this.offsets[number]!;
    if (this.offsets[number + 1]! - from !== length) return false;
    for (let i = 0; i < length; i++) {
      if (units[from + i] !== text.charCodeAt(start + i)) return false;
    }
    return true;
  }

  private add(text: string, start: number, end: number, mixed: number, kind: KindCode, slot: number): number {
    const number = this.size++;
    const from = this.offsets[number]!;
    const to = from + end - start;
    if (to > this.units.length) this.units = grown(this.units, new Uint16Array(Math.max(to, this.units.length * 2)));
    if (number + 2 > this.offsets.length) this.growForms();
    for (let i = start; i < end; i++) this.units[from + i - start] = text.charCodeAt(i);
    this.offsets[number + 1] = to;
    this.kinds[number] = kind;
    this.balances[number] = formBalance(text, start, end, kind);
    this.slots[slot * 2] = mixed;
    this.slots[slot * 2 + 1] = number + 1;
    // At most half full: with linear probing a look-up then reads 1.5 slots on average.
    if (this.size * 2 > this.mask) this.growSlots();
    return number;
  }

  private growForms(): void {
    const capacity = this.offsets.length * 2;
    this.offsets = grown(this.offsets, new Uint32Array(capacity));
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.balances = grown(this.balances, new Int32Array(capacity));
  }

  private growSlots(): void {
    const old = this.slots;
    this.mask = this.mask * 2 + 1;
    this.slots = new Int32Array((this.mask + 1) * 2);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from]! >>> 7) & this.mask;
      while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot * 2] = old[from]!;
      this.slots[slot * 2 + 1] = old[from + 1]!;
    }
  }
}

function grown<Numbers extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}
