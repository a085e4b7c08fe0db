// Below U+0300 there is no mark, and nothing that has another normal form. A string of one byte a character holds none of
// these, which the regex engine knows without looking.
const mayNotBeNormal = /[^\0-\u02ff]/;

/**
 * Canonical text: what every offset in Lectern counts in.
 *
 * Decoded text without its byte order mark, `\r\n` as `\n`, Unicode NFC, nothing else touched. A lone `\r` stays (it is
 * a character of the document), but it ends a paragraph as `\n` does: see characters.ts.
 */
export function canonicalText(decoded: string): string {
  const unmarked = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const lines = unmarked.includes('\r\n') ? unmarked.replaceAll('\r\n', '\n') : unmarked;
  return mayNotBeNormal.test(lines) ? lines.normalize('NFC') : lines;
}
