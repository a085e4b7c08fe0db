/** How a word or a value is written so that a query or a condition means just that. */

/** Words as simple mode takes them: signs and words with a meaning of their own are escaped. */
export function asWritten(words: string): string {
  return words.replace(/[\\*?()|{}]/g, '\\$&').replace(/(?<=^|\s)(?=(?:NEAR|BEFORE)(?:\/|\s|$))/g, '\\');
}

/** A word as a cql string takes it: an expression that matches nothing else. */
export function asExpression(word: string): string {
  return `"${word.replace(/[\\^$.*+?()[\]{}|"/#&-]/g, '\\$&')}"`;
}

/** A value as a condition takes it. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
