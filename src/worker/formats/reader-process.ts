/**
 * Entry of the process that reads files for the corpus worker (see reading.ts). It may be killed at any moment, in the
 * middle of a library's loop or for want of memory; nothing outside it is lost then.
 */
import type { ExtractOptions, Extraction } from './extract.ts';
import { extract, Unreadable } from './extract.ts';

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ExtractOptions;
}

export type ReadAnswer =
  { readonly extraction: Extraction } | { readonly unreadable: string } | { readonly fault: string };

async function answer({ bytes, name, options }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { extraction: await extract(bytes, name, options) };
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.message };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (request: ReadRequest) => {
  void answer(request).then((answered) => {
    process.send?.(answered);
  });
});
// The corpus worker is gone, however it went: nobody waits for an answer.
process.on('disconnect', () => {
  process.exit();
});
