/** Other programs count characters as Unicode code points; Lectern counts UTF-16 units. A text with its astral characters. */
export class CodePoints {
  /** UTF-16 offset of each character that takes two units, ascending. */
  private readonly astral: readonly number[];

  constructor(text: string) {
    const astral: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at)!;
      if (code > 0xffff) astral.push(at++);
    }
    this.astral = astral;
  }

  /** UTF-16 offset → number of code points before it. An offset inside a character counts as its start. */
  fromUnits(offset: number): number {
    const before = below(this.astral.length, (index) => this.astral[index]! < offset);
    const inside = before > 0 && this.astral[before - 1]! + 1 === offset;
    return offset - (inside ? 1 : 0) - (inside ? before - 1 : before);
  }

  /** Number of code points → UTF-16 offset. */
  toUnits(position: number): number {
    return position + below(this.astral.length, (index) => this.astral[index]! - index < position);
  }
}

/** How many of the first numbers 0…count−1 hold, where those that hold come first. */
function below(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
