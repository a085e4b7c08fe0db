/**
 * Canonical text: what every offset in Lectern counts in.
 *
 * Decoded text without its byte order mark, `\r\n` as `\n`, Unicode NFC, nothing else touched. A lone `\r` stays (it is
 * a character of the document), but it ends a paragraph as `\n` does: see characters.ts.
 */
export function canonicalText(decoded: string): string {
  const unmarked = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  const lines = unmarked.includes('\r\n') ? unmarked.replaceAll('\r\n', '\n') : unmarked;
  return lines.normalize('NFC');
}
