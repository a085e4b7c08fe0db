/** Entry of the thread that packs a large snapshot: it is told how much of which room to pack, and sends what comes of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { packBlocks } from './pack-blocks.ts';

/** `workerData` of the thread. */
export interface PackingRooms {
  readonly rooms: readonly Uint8Array<SharedArrayBuffer>[];
  /** One number: how many orders are done. It is known at once, a message only when somebody waits for one. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

export interface PackingOrder {
  /** Place of the room among `PackingRooms`. */
  readonly room: number;
  /** Bytes in it. */
  readonly length: number;
}

if (!parentPort) throw new Error('This file is the entry of a worker thread: whoever writes a snapshot starts it.');
const port = parentPort;
const { rooms, done } = workerData as PackingRooms;
port.on('message', ({ room, length }: PackingOrder) => {
  const packed = packBlocks(rooms[room]!.subarray(0, length));
  Atomics.add(done, 0, 1);
  port.postMessage(packed, [packed.bytes.buffer]);
});
