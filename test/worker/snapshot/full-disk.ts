/** A disk that fails where a test says. */
import type { OpenOutput } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { openFile } from '../../../src/worker/snapshot/snapshot-writer.ts';

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: as the test wants it`), { code });
}

/** Has room for so many bytes, and then is full; or fails when it should confirm what it holds. */
export function fullAfter(room: number, failing?: 'sync' | 'close'): OpenOutput {
  return async (file) => {
    const output = await openFile(file);
    let left = room;
    return {
      async write(bytes, at) {
        const fitting = Math.min(left, bytes.length);
        left -= fitting;
        await output.write(bytes.subarray(0, fitting), at);
        if (fitting < bytes.length) throw failure('ENOSPC');
      },
      async sync() {
        if (failing === 'sync') throw failure('EIO');
        await output.sync();
      },
      async close() {
        await output.close();
        if (failing === 'close') throw failure('EIO');
      },
    };
  };
}
