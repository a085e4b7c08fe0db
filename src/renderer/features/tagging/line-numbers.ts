/** Numbers of lines as people write them: `3-14, 20`. */

/** More are a slip of the hand, or all of them. */
const mostNumbers = 100_000;

/** Ascending, each once; null when it cannot be read, or names a line that there is not. */
export function lineNumbers(text: string, total: number): number[] | null {
  const numbers = new Set<number>();
  for (const part of text.split(/[,،;؛\s]+/u).filter((piece) => piece !== '')) {
    const [, from, to = from] = /^(\d+)(?:[-–](\d+))?$/u.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === undefined || first < 1 || last < first || last > total) return null;
    if (numbers.size + last - first > mostNumbers) return null;
    for (let n = first; n <= last; n++) numbers.add(n);
  }
  return numbers.size === 0 ? null : [...numbers].sort((a, b) => a - b);
}

/** As short as it can be written. */
export function rangeText({ from, end }: { readonly from: number; readonly end: number }): string {
  return end - from === 1 ? String(end) : `${from + 1}-${end}`;
}
