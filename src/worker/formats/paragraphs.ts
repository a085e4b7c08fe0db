/** Gathers running text into paragraphs, one a line, as the text model wants them. */

export class Paragraphs {
  private readonly done: string[] = [];
  private current = '';
  private readonly keepSpaces: boolean;

  /** `keepSpaces`: white space is text (Word); otherwise a run of it is one space (HTML, XML). */
  constructor(keepSpaces = false) {
    this.keepSpaces = keepSpaces;
  }

  /** True while nothing but white space stands in the paragraph being written. */
  get blank(): boolean {
    return this.current.trim() === '';
  }

  write(text: string): void {
    this.current += text;
  }

  end(): void {
    const text = this.keepSpaces ? this.current : this.current.replace(/[ \t\r\n\f]+/g, ' ').replaceAll('\v', '\t');
    this.current = '';
    const trimmed = text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
    if (trimmed !== '') this.done.push(trimmed);
  }

  /** Takes over the paragraphs of another gatherer (notes, text boxes). */
  append(other: Paragraphs): void {
    other.end();
    for (const paragraph of other.done) this.done.push(paragraph);
    other.done.length = 0;
  }

  get count(): number {
    return this.done.length;
  }

  text(): string {
    this.end();
    return this.done.length === 0 ? '' : `${this.done.join('\n')}\n`;
  }
}
