/**
 * Who packs the blocks of a snapshot: the thread that makes them, or, where there is much to pack, another one beside it.
 * Packing is a third of the time that a snapshot takes.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { beforeThreadEnds } from '../thread-end.ts';
import type { PackedBlocks } from './pack-blocks.ts';
import { packBlocks } from './pack-blocks.ts';
import type { PackingOrder, PackingRooms } from './packing-thread.ts';

/** Packing a megabyte takes some four milliseconds: no request notices. A whole number of blocks. */
export const roomLength = 1 << 20;
/** One that is filled, one that is packed, and one between them. */
const roomCount = 3;
/** Rooms packed before a second thread pays: starting it takes as long as packing some of them. */
export const roomsAlone = 12;

export interface Packing {
  /** How many rooms may be under way. */
  readonly rooms: number;
  /** Where the next bytes go. It is free when all but `rooms - 1` of those before it are packed. */
  room(): Uint8Array;
  /** Packs what lies in the first `length` bytes of that room. Never rejects. */
  pack(length: number): Promise<PackedBlocks>;
  close(): Promise<void>;
}

/** `file` is the program of the other thread. It lies beside this one: bundled with bundled ones, as source with sources. */
export const packingThread = new URL(
  import.meta.url.endsWith('.ts') ? './packing-thread.ts' : './packing.js',
  import.meta.url,
);

export class PackingHere implements Packing {
  readonly rooms = 1;
  readonly #room = new Uint8Array(roomLength);

  room(): Uint8Array {
    return this.#room;
  }

  pack(length: number): Promise<PackedBlocks> {
    return Promise.resolve(packBlocks(this.#room.subarray(0, length)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export function mayPackBeside(): boolean {
  return availableParallelism() > 1;
}

interface UnderWay {
  readonly bytes: Uint8Array;
  readonly done: (packed: PackedBlocks) => void;
}

/**
 * Owns its thread: call `close`. When the thread is lost, what it had to pack is packed here; when it has enough to do, too, since
 * whoever fills the rooms would only wait for it.
 */
export class PackingBeside implements Packing {
  readonly rooms = roomCount;
  readonly #rooms = Array.from({ length: roomCount }, () => new Uint8Array(new SharedArrayBuffer(roomLength)));
  readonly #thread: Worker;
  readonly #gone: Promise<unknown>;
  readonly #takeBack: () => void;
  /** In the order in which they were given. */
  readonly #underWay: UnderWay[] = [];
  readonly #done = new Int32Array(new SharedArrayBuffer(4));
  #ordered = 0;
  #lost = false;
  #next = 0;

  constructor(entry: URL = packingThread) {
    const workerData: PackingRooms = { rooms: this.#rooms, done: this.#done };
    this.#thread = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    this.#gone = new Promise((resolve) => this.#thread.once('exit', resolve));
    this.#takeBack = beforeThreadEnds(() => this.close());
    this.#thread.on('message', (packed: PackedBlocks) => this.#underWay.shift()?.done(packed));
    const lost = (): void => {
      this.#lost = true;
      for (const { bytes, done } of this.#underWay.splice(0)) done(packBlocks(bytes));
    };
    this.#thread.once('error', lost);
    this.#thread.once('exit', lost);
  }

  room(): Uint8Array {
    return this.#rooms[this.#next]!;
  }

  pack(length: number): Promise<PackedBlocks> {
    const room = this.#next;
    const bytes = this.#rooms[room]!.subarray(0, length);
    this.#next = (room + 1) % roomCount;
    const waiting = this.#ordered - Atomics.load(this.#done, 0);
    if (this.#lost || waiting >= roomCount - 1) return Promise.resolve(packBlocks(bytes));
    this.#ordered++;
    const { promise, resolve } = Promise.withResolvers<PackedBlocks>();
    this.#underWay.push({ bytes, done: resolve });
    this.#thread.postMessage({ room, length } satisfies PackingOrder);
    return promise;
  }

  async close(): Promise<void> {
    this.#takeBack();
    // Nobody waits for what is still under way.
    this.#underWay.length = 0;
    void this.#thread.terminate();
    await this.#gone;
  }
}
