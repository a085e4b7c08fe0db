/** Has pairs aligned in a thread of its own, which is ended when nobody wants the answer any more. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Call } from '../handler.ts';
import type { AlignWork, MadeAlignments } from './alignment-thread.ts';
import { makeInThread } from './make-in-thread.ts';

/** The thread lies beside this program: bundled with bundled ones, as source with sources. */
const alignmentThread = new URL(
  import.meta.url.endsWith('.ts') ? './alignment-thread.ts' : './alignment.js',
  import.meta.url,
);

/** @throws ExpectedFailure `cancelled`, `unavailable` when the thread ran out of memory */
export function alignInThread(work: AlignWork, call: Call, entry: URL = alignmentThread): Promise<MadeAlignments> {
  return makeInThread(entry, work, () => tooLarge(work), call);
}

function tooLarge({ pairs }: AlignWork): ExpectedFailure {
  const segments = (side: 'a' | 'b'): number => pairs.reduce((sum, pair) => sum + pair[side].length, 0);
  return new ExpectedFailure(
    'unavailable',
    `There is not enough memory to align ${segments('a')} with ${segments('b')} segments: try paragraphs instead of sentences, or close other folders.`,
  );
}
