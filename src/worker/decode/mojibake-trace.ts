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
