/** Names of things that come from other programs: kept where they are UUIDs, made from their own words where not. */
import { createHash } from 'node:crypto';

const uuid = /^\{?([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}?$/i;

/** The UUID that `written` is or ends with (`urn:uuid:…`, `{…}`), in lower case; undefined when there is none. */
export function uuidIn(written: string): string | undefined {
  return uuid.exec(written.replace(/^.*[:#/]/, ''))?.[1]?.toLowerCase();
}

/**
 * A UUID made of words (RFC 9562, version 8, of SHA-256): the same words give the same one, so that a file read twice
 * brings nothing twice.
 */
export function idOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\0')).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `written` when it is a UUID, else one made of it and of what kind of thing it names. */
export function idFrom(kind: string, written: string): string {
  return uuidIn(written) ?? idOf(kind, written);
}

/** An id of ours as a UUID, for formats that take nothing else. */
export const asUuid = (kind: string, id: string): string => idFrom(kind, id);
