/**
 * The two foldings that search ignores by default: case, and marks.
 *
 * `foldCase` is Unicode full case folding (`ß` = `ss`, `ς` = `σ`), never `toLowerCase`, which keeps `ß` and the final
 * sigma apart. Turkish gets no rule of its own: `I` folds to `i`, `ı` stays, in every language, because the index holds
 * one folding for all.
 *
 * `foldMarks` drops what readers of a script leave out or write differently without meaning another letter. What that
 * is depends on the script of the letter below the mark; marks.ts says how. Both are idempotent, they commute, and
 * `fold` is the two together. Results are NFC. A text that would fold to nothing stays as it is.
 */
import { foldMarksByScript } from './marks.ts';

// Nothing that either folding touches lies in this range, apart from A–Z.
const plain = /^[\0-\x7f]*$/;
const caseFoldings = new Map<string, string>();

/**
 * Full case folding of one character. Unicode derives CaseFolding.txt from the case mappings: what lower and upper case
 * cannot tell apart folds together, so lower(upper(lower(c))) gives it, with these exceptions: Cherokee folds to its
 * capitals, which are older than its small letters, and dotless `ı` has an `I` above it but does not fold to `i`.
 */
function foldCaseOf(character: string): string {
  const known = caseFoldings.get(character);
  if (known !== undefined) return known;
  let folded: string;
  if (character === 'ı') folded = character;
  else if (/[\u13a0-\u13fd\uab70-\uabbf]/.test(character)) folded = character.toUpperCase();
  else folded = character.toLowerCase().toUpperCase().toLowerCase();
  caseFoldings.set(character, folded);
  return folded;
}

export function foldCase(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  let folded = '';
  // Taken apart, as Unicode's canonical caseless match has it: the iota under a letter must not pass a mark by.
  for (const character of text.normalize('NFD')) folded += foldCaseOf(character);
  return folded.normalize('NFC');
}

export function foldMarks(text: string): string {
  return plain.test(text) ? text : foldMarksByScript(text);
}

/** Case and marks folded. */
export function fold(text: string): string {
  return plain.test(text) ? text.toLowerCase() : foldMarksByScript(foldCase(text));
}
