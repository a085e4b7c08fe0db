/** Says cheaply whether a folder may hold other texts than it did: a digest of what is known of its documents. */
import { createHash } from 'node:crypto';
import type { OpenedFolder } from '../../open.ts';

const stamps = new WeakMap<OpenedFolder['index'], string>();

export function folderStamp({ index, documents, texts }: OpenedFolder): string {
  const known = stamps.get(index);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const { doc, path, tokens, modified, language } of documents)
    hash.update(JSON.stringify([path, texts.length(doc), tokens, modified, language]));
  const stamp = hash.digest('base64url');
  stamps.set(index, stamp);
  return stamp;
}
