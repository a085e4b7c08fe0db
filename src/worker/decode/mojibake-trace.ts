/** Signs of damage, looked for in every file: kept apart so that a sound file loads no decoder. */

/** Looked at for signs of damage, in UTF-16 units. */
export const sampleSize = 1 << 18;

/** Lead bytes of UTF-8 for the scripts of Europe and the Near East, as the three pages show them, with a continuation. */
const trace =
  /[Â-ÃÄÅÎÏÐÑÒÓ×ØÙÚÛâã][\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|[طظذرآأâ][\u0080-\u00BF\u0152-\u0192\u02C6\u0679-\u06D2\u060C\u061B\u061F\u200C-\u203A\u20AC\u2122]|[РСГВв][\u0080-\u00BF\u0402-\u040F\u0452-\u045F\u0490\u0491\u2013-\u203A\u20AC\u2116\u2122]/;

/**
 * Runs outside ASCII that hold a sign, each once. Sound Arabic and Cyrillic have some too: a letter before its comma.
 */
export function* tracedRuns(text: string): Generator<{ readonly at: number; readonly run: string }, void, undefined> {
  const signs = new RegExp(trace, 'g');
  const pastAscii = /[^\0-\x7F]+/y;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    let at = found.index;
    while (at > 0 && text.charCodeAt(at - 1) > 0x7f) at--;
    pastAscii.lastIndex = at;
    const [run] = pastAscii.exec(text)!;
    yield { at, run };
    signs.lastIndex = at + run.length;
  }
}

/** UTF-16 offset of the first sign in the beginning of a text, -1 when there is none. */
export function firstTrace(text: string): number {
  return text.slice(0, sampleSize).search(trace);
}

/** Bits of the three pages: characters that stand for a lead byte of UTF-8, and for a continuation. Painted once, when asked for. */
let painted: { readonly lead: Uint8Array; readonly continuation: Uint8Array } | undefined;

const pages = () =>
  (painted ??= {
    lead: pageBits(['Â-ô', 'طظذرآأâ', 'РСГВв']),
    continuation: pageBits([
      '\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122',
      '\u0080-\u00BF\u0152-\u0192\u02C6\u0679-\u06D2\u060C\u061B\u061F\u200C-\u203A\u20AC\u2122',
      '\u0080-\u00BF\u0402-\u040F\u0452-\u045F\u0490\u0491\u2013-\u203A\u20AC\u2116\u2122',
    ]),
  });

function pageBits(classes: readonly string[]): Uint8Array {
  const tests = classes.map((set) => new RegExp(`[${set}]`));
  return Uint8Array.from({ length: 0x2200 }, (_, unit) =>
    tests.reduce((bits, test, page) => (test.test(String.fromCharCode(unit)) ? bits | (1 << page) : bits), 0),
  );
}

/**
 * The same in sound UTF-8, byte by byte, which costs half as much: runs outside ASCII that begin with a lead and a
 * continuation, as every run does that was decoded wrongly. Byte offsets. Sound text has hardly any.
 */
export function* suspectRuns(bytes: Uint8Array): Generator<readonly [from: number, to: number], void, undefined> {
  const { lead, continuation } = pages();
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const from = at;
    while (at < bytes.length && bytes[at]! >= 0x80) at++;
    // Leads have two bytes in UTF-8.
    if (byte >= 0xe0) continue;
    const page = lead[((byte & 0x1f) << 6) | (bytes[from + 1]! & 0x3f)]!;
    if (page !== 0 && (page & (continuation[characterAt(bytes, from + 2)] ?? 0)) !== 0) yield [from, at];
  }
}

/** A character of two or three bytes; 0 for any other. */
function characterAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte >= 0xc0 && byte < 0xe0) return ((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
  if (byte < 0xe0 || byte >= 0xf0) return 0;
  return ((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
}
