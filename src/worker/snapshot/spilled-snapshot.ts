/** A snapshot of a folder whose index comes together as it is written: no array of it that grows with the text is held whole. */
import { ranked } from '../../corpus/index/collation.ts';
import { postingStartOf } from '../../corpus/index/postings.ts';
import type { SpilledFolder } from '../segments/spilled-folder.ts';
import { sectionsOf } from './corpus-snapshot.ts';
import { StreamedArray } from './nested-arrays.ts';
import { PostingChunks } from './posting-chunks.ts';
import type { Sections } from './snapshot-writer.ts';

export function spilledSections({ index, store, ...folder }: SpilledFolder): { content: unknown; sections: Sections } {
  const { lexicon, counts, documents, anchors } = index;
  const numbers = (pieces: Iterable<Uint32Array>) => new StreamedArray('Uint32Array', pieces);
  const bytes = (pieces: Iterable<Uint8Array>) => new StreamedArray('Uint8Array', pieces);
  const arrays = {
    offsets: { gaps: bytes(index.gaps()), anchors, ...index.wideGaps() },
    sentenceStart: numbers(index.sentenceStart()),
    sentenceFrom: numbers(index.sentenceFrom()),
    sentenceTo: numbers(index.sentenceTo()),
    paragraphStart: numbers(index.paragraphStart()),
    paragraphFrom: numbers(index.paragraphFrom()),
    paragraphTo: numbers(index.paragraphTo()),
    paragraphDirections: bytes(index.paragraphDirections()),
    postingStart: postingStartOf(lexicon),
    ...documents,
  };
  const chunks = new PostingChunks(lexicon, store);
  return sectionsOf({
    ...folder,
    lexicon,
    counts,
    arrays,
    // The stream is read once: what is written of it first is turned over as it goes by.
    stream: chunks.passing(index.stream()),
    postings: chunks.encoded(),
    ranks: () => ranked(lexicon.folds),
  });
}
