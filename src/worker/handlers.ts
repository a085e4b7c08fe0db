/** Every request that names a corpus has its handler here: a request of the contract without one does not compile. */
import { aroundHandlers } from './around-handlers.ts';
import { alignmentHandlers } from './alignment/alignment-handlers.ts';
import { dictionaryHandlers } from './alignment/dictionaries/dictionary-handlers.ts';
import { glossaryHandlers } from './alignment/dictionaries/glossary-handlers.ts';
import { linkFileHandlers } from './alignment/link-file-handlers.ts';
import { pairHandlers } from './alignment/pair-handlers.ts';
import { parallelHandlers } from './alignment/parallel-handlers.ts';
import { pivotHandlers } from './alignment/pivot-handlers.ts';
import { concordanceHandlers } from './concordance-handlers.ts';
import { correctionHandlers } from './correction-handlers.ts';
import { duplicateHandlers } from './duplicate-handlers.ts';
import { fingerprintHandlers } from './fingerprint.ts';
import { firstHandlers } from './first-handlers.ts';
import { lineHandlers } from './line-handlers.ts';
import { metadataHandlers } from './metadata-handlers.ts';
import { projectRoomHandlers } from './project/handlers.ts';
import { passageHandlers } from './passage-handlers.ts';
import { queryHandlers } from './query-handlers.ts';
import { stemHandlers } from './stem-handlers.ts';
import { tickHandlers } from './ticked-lines.ts';
import { wordHandlers } from './word-handlers.ts';
import { tableHandlers } from './tables/table-handlers.ts';
import type { Handlers } from './handler.ts';

export const handlers: Handlers = {
  ...firstHandlers,
  ...aroundHandlers,
  ...metadataHandlers,
  ...correctionHandlers,
  ...concordanceHandlers,
  ...lineHandlers,
  ...tickHandlers,
  ...passageHandlers,
  ...queryHandlers,
  ...wordHandlers,
  ...duplicateHandlers,
  ...stemHandlers,
  ...tableHandlers,
  ...fingerprintHandlers,
  ...projectRoomHandlers,
  ...pairHandlers,
  ...alignmentHandlers,
  ...linkFileHandlers,
  ...dictionaryHandlers,
  ...glossaryHandlers,
  ...parallelHandlers,
  ...pivotHandlers,
};
