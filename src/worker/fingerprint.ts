/**
 * What a corpus is, in one line: a digest of the paths and texts of its documents, in their order. Two people who have the
 * same one have counted the same words, on any machine.
 */
import { createHash } from 'node:crypto';
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import type { DocId } from '../shared/model.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { Call, Handlers } from './handler.ts';
import { inSlices } from './in-slices.ts';

const remembered = new WeakMap<CorpusIndex, string>();

export const fingerprintHandlers: Handlers<'corpus.fingerprint'> = {
  'corpus.fingerprint': async (corpus, _params, call) => ({ fingerprint: await fingerprintOf(corpus, call) }),
};

/** @throws ExpectedFailure `cancelled`; Superseded when the folder was read anew meanwhile */
export async function fingerprintOf(corpus: Corpus, { signal }: Call): Promise<string> {
  const { index, texts, documents } = corpus.opened;
  const known = remembered.get(index);
  if (known !== undefined) return known;
  const digest = createHash('sha256');
  let doc = 0;
  await inSlices(() => {
    const document = documents[doc];
    if (!document) return false;
    // Lengths first, so that no path and text can pass for another pair.
    const text = Buffer.from(texts.text(doc as DocId), 'utf8');
    digest.update(`${document.path}\0${text.length}\0`).update(text);
    doc++;
    return true;
  }, signal);
  if (corpus.opened.index !== index) throw new Superseded();
  const fingerprint = digest.digest('hex');
  remembered.set(index, fingerprint);
  return fingerprint;
}
