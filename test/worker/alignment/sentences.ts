/** A document of sentences, as the aligned view has it. */
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import type { SegmentedDocument } from '../../../src/worker/alignment/segments.ts';

export function sentences(language: string, ...texts: string[]): SegmentedDocument {
  let at = 0;
  const segments = texts.map((text) => {
    const start = at as CharOffset;
    at += text.length + 1;
    return { start, end: (at - 1) as CharOffset, text, direction: 'ltr' as const, opens: false };
  });
  return { doc: 0 as DocId, path: 'x', language, granularity: 'sentence', segments, first: 0, digest: '' };
}
