/**
 * XML has no place for control characters and lone surrogates; libraries would drop them, and the sign for an unreadable
 * character with them. Each leaves a box, so that something is seen to be missing.
 */
export function writableInXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/gu, '□');
}
