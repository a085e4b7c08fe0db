/** What the contract says of one document beside its summary: where its metadata comes from, and what is nearly the same. */
import * as z from 'zod';
import { duplicate } from './answers.ts';
import { docId, inCorpus, job } from './terms.ts';

const metadataSource = z.object({
  /** `table`: a metadata table beside the files; `document`: the file itself; `path`: what the parts of its path say. */
  kind: z.enum(['table', 'document', 'path']),
  /** Path of the table, or the pattern of paths; empty for the document. */
  name: z.string(),
});
export type MetadataSource = Readonly<z.infer<typeof metadataSource>>;

export const documentCardRequests = {
  /** The metadata of a document, in its order, each field with what said it. */
  'document.metadata': {
    params: inCorpus.extend({ doc: docId }),
    result: z.object({ fields: z.array(z.object({ field: z.string(), value: z.string(), source: metadataSource })) }),
  },
  /** Other documents that are nearly the same text, by the usual threshold; similarities are to the first of the group. */
  'document.duplicates': {
    params: inCorpus.extend({ doc: docId, job }),
    result: z.object({ others: z.array(duplicate) }),
  },
} as const;
