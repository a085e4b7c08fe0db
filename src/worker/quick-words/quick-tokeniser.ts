/**
 * The tokeniser with its hot loop in WebAssembly: plain words are read and found there, half again as fast, and one compilation
 * serves all threads. Whatever is no plain word goes the way it always went; a test holds that both give the same.
 */
import { endianness } from 'node:os';
import { classOfUnit } from '../../corpus/text/characters.ts';
import type { SlotMemory } from '../../corpus/text/forms.ts';
import { FormTable } from '../../corpus/text/forms.ts';
import { kindCode, type KindCode } from '../../corpus/text/scan.ts';
import { Tokeniser, usualStretch } from '../../corpus/text/tokenise.ts';
import { copyUnits } from '../text-units.ts';
import { program } from './program.ts';

// Where what lies: as in resources/quick-words/quick-words.as.
const unitsAt = 0x10000;
const stateAt = 0x20040;
/** Tokens, and breaks, of a stretch; some more than it has units. */
const mostTokens = 0x8010;
const columnsAt = stateAt + 64;
const columnNames = ['starts', 'ends', 'types', 'breaks', 'breakTokens', 'fresh'] as const;
const pageLength = 1 << 16;
const slotsAt = Math.ceil((columnsAt + 4 * mostTokens * columnNames.length) / pageLength) * pageLength;

/** Places in `state`. */
const state = { place: 0, count: 1, breakCount: 2, freshCount: 3, forms: 4, kind: 5 } as const;
/** Why the program comes back. */
const why = { done: 0, other: 1, keyless: 2, full: 3 } as const;

type Run = (
  ...given: [from: number, size: number, base: number, more: number, slots: number, mask: number, most: number]
) => number;

let compiled: WebAssembly.Module | undefined;

/** Memory that the program and `FormTable` both look at. */
class Memory implements SlotMemory {
  #memory: WebAssembly.Memory | undefined = new WebAssembly.Memory({ initial: slotsAt / pageLength });
  readonly run: Run;
  slotCount = 0;
  units = new Uint16Array(0);
  state = new Uint32Array(0);
  columns = {} as Record<(typeof columnNames)[number], Uint32Array>;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(program, 'base64'));
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory! } });
    this.run = exports.run as Run;
    new Uint8Array(this.#memory!.buffer).set(classOfUnit);
  }

  allot(length: number): Int32Array<ArrayBuffer> {
    const memory = this.#memory!;
    const needed = slotsAt + 4 * length - memory.buffer.byteLength;
    if (needed > 0) memory.grow(Math.ceil(needed / pageLength));
    // Memory that grew is new memory.
    this.units = new Uint16Array(memory.buffer, unitsAt, usualStretch + 2);
    this.state = new Uint32Array(memory.buffer, stateAt, Object.keys(state).length);
    columnNames.forEach((name, column) => {
      this.columns[name] = new Uint32Array(memory.buffer, columnsAt + 4 * mostTokens * column, mostTokens);
    });
    this.slotCount = length;
    return new Int32Array(memory.buffer, slotsAt, length).fill(0);
  }

  release(): void {
    this.#memory = undefined;
    this.units = new Uint16Array(0);
    this.state = new Uint32Array(0);
    this.columns = {} as Record<(typeof columnNames)[number], Uint32Array>;
  }
}

class QuickTokeniser extends Tokeniser {
  readonly #memory: Memory;
  readonly #longest: number;

  constructor(memory: Memory, stretch: number) {
    super(new FormTable(memory));
    this.#memory = memory;
    this.#longest = stretch;
  }

  override run(text: string): void {
    this.count = 0;
    this.breakCount = 0;
    for (let at = 0; at < text.length;) {
      const end = Math.min(text.length, at + this.#longest);
      copyUnits(text, at, end, this.#memory.units);
      // No class: it ends the last word, and nothing of a word comes behind it.
      this.#memory.units[end - at] = this.#memory.units[end - at + 1] = 0;
      at = this.#runStretch(text, at, end);
    }
  }

  /** As that of the other tokeniser. */
  #runStretch(text: string, base: number, end: number): number {
    const memory = this.#memory;
    const { forms } = this;
    const size = end - base;
    const more = end < text.length ? 1 : 0;
    memory.state[state.place] = 0;
    let place = 0;
    for (;;) {
      memory.state[state.freshCount] = 0;
      memory.state[state.forms] = forms.size;
      const reason = memory.run(place, size, base, more, slotsAt, memory.slotCount - 4, forms.roomFor);
      if (memory.state[state.freshCount] !== 0) this.#adopt(text);
      place = memory.state[state.place]!;
      if (reason === why.done) break;
      if (reason === why.keyless) {
        const { starts, ends } = memory.columns;
        const token = memory.state[state.count]!;
        const kind = memory.state[state.kind] === 1 ? kindCode.number : kindCode.word;
        const number = forms.intern(text, starts[token]!, ends[token]!, kind);
        memory.columns.types[token] = number;
        memory.state[state.count] = token + 1;
      } else if (reason === why.other) place = this.scan(text, base + place) - base;
      if (place >= size) break;
    }
    this.#take();
    return base + place;
  }

  /** The forms that the program has met for the first time: by token, with a bit for numbers. */
  #adopt(text: string): void {
    const memory = this.#memory;
    const count = memory.state[state.freshCount]!;
    for (let at = 0; at < count; at++) {
      // What is adopted may make the memory grow, whose columns are then others with the same content.
      const { starts, ends, fresh } = memory.columns;
      const met = fresh[at]!;
      const token = met & 0x7fff_ffff;
      this.forms.adopt(text, starts[token]!, ends[token]!, met >>> 31 === 1 ? kindCode.number : kindCode.word);
    }
  }

  protected override pushSlice(text: string, start: number, end: number, kind: KindCode): void {
    const number = this.forms.intern(text, start, end, kind);
    const memory = this.#memory;
    // Words of a run without spaces may be behind the end of a stretch, any number of them.
    if (memory.state[state.count] === mostTokens) this.#take();
    const { starts, ends, types } = memory.columns;
    const token = memory.state[state.count]!;
    starts[token] = start;
    ends[token] = end;
    types[token] = number;
    memory.state[state.count] = token + 1;
  }

  /** Tokens and breaks out of the memory, behind those that are here. */
  #take(): void {
    const { columns, state: found } = this.#memory;
    const before = this.count;
    const tokens = found[state.count]!;
    this.reserve(tokens);
    this.starts.set(columns.starts.subarray(0, tokens), before);
    this.ends.set(columns.ends.subarray(0, tokens), before);
    this.types.set(columns.types.subarray(0, tokens), before);
    const breaks = found[state.breakCount]!;
    this.reserveBreaks(breaks);
    this.breaks.set(columns.breaks.subarray(0, breaks), this.breakCount);
    for (let b = 0; b < breaks; b++) this.breakTokens[this.breakCount + b] = before + columns.breakTokens[b]!;
    this.count += tokens;
    this.breakCount += breaks;
    found[state.count] = found[state.breakCount] = 0;
  }
}

/** For many texts: each takes memory of its own, until its forms are released. `stretch` is for tests, at most the usual. */
export function quickTokeniser(stretch = usualStretch): Tokeniser {
  // The program counts bytes from the lowest.
  return endianness() === 'LE' ? new QuickTokeniser(new Memory(), stretch) : new Tokeniser();
}
