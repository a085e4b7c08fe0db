/** Title, author, date, language and identifier from a teiHeader, as its elements go by. */
import type { Attributes } from './xml.ts';
import { attributeNamed } from './xml.ts';

/** Element and an ancestor it must stand in → field. Earlier rules win. */
const rules: readonly (readonly [element: string, within: string, field: string])[] = [
  ['title', 'titleStmt', 'title'],
  ['author', 'titleStmt', 'author'],
  ['date', 'sourceDesc', 'date'],
  ['date', 'publicationStmt', 'date'],
  ['date', 'creation', 'date'],
  ['publisher', 'sourceDesc', 'source'],
  ['publisher', 'publicationStmt', 'source'],
  ['title', 'sourceDesc', 'source'],
  ['author', 'sourceDesc', 'author'],
  ['idno', 'publicationStmt', 'identifier'],
];

export class TeiHeader {
  language: string | undefined;
  private readonly found = new Map<number, string>();
  private readonly path: string[] = [];
  private inside = false;
  private rule = -1;
  private ruleDepth = 0;
  private value = '';

  open(local: string, attributes: Attributes): void {
    if (local === 'teiHeader') this.inside = true;
    if (!this.inside) return;
    this.path.push(local);
    if (local === 'language' && this.path.includes('langUsage')) this.language ??= attributeNamed(attributes, 'ident');
    if (this.rule >= 0) return;
    this.rule = rules.findIndex(([element, within]) => element === local && this.path.includes(within));
    this.ruleDepth = this.path.length;
    this.value = '';
    const when = attributeNamed(attributes, 'when') ?? attributeNamed(attributes, 'from');
    if (this.rule >= 0 && local === 'date' && when !== undefined) this.keep(when);
  }

  text(text: string): void {
    if (this.rule >= 0) this.value += text;
  }

  close(local: string): void {
    if (!this.inside) return;
    if (this.rule >= 0 && this.path.length === this.ruleDepth) {
      this.keep(this.value.replace(/\s+/g, ' ').trim());
      this.rule = -1;
    }
    this.path.pop();
    if (local === 'teiHeader') this.inside = false;
  }

  private keep(value: string): void {
    if (value !== '' && !this.found.has(this.rule)) this.found.set(this.rule, value);
  }

  private field(name: string): string | undefined {
    const at = rules.findIndex(([, , field], rule) => field === name && this.found.has(rule));
    return this.found.get(at);
  }

  get title(): string | undefined {
    return this.field('title');
  }

  get metadata(): Record<string, string> {
    const metadata: Record<string, string> = {};
    for (const name of ['author', 'date', 'source', 'identifier']) {
      const value = this.field(name);
      if (value !== undefined) metadata[name] = value;
    }
    return metadata;
  }
}
