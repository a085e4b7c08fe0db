/** The encoding a file names in its own first lines: an XML declaration or a meta element of HTML. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const xml = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(head);
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head);
  return xml?.[1] ?? meta?.[1];
}
