/** Hands a file to the browser, which puts it where downloads go or asks. */

/** Milliseconds that a slow browser is given to begin reading before the address is taken back. */
const patience = 60_000;

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(name);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, patience);
}

/** Without the signs that one of the systems forbids in names, and never empty or hidden. */
export function fileName(name: string): string {
  const plain = name
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u001f<>:"/\\|?*\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return plain === '' ? 'chart' : plain;
}
