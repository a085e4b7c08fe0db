/**
 * Word documents. Read: paragraphs, tables, text boxes, inserted text, footnotes and endnotes (at the end). Left out:
 * tracked deletions, hidden text, comments, field codes, headers and footers. Links to outside are never followed:
 * the parts that hold them are not even opened.
 */
import { Unreadable } from '../decode/unreadable.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import { coreProperties } from './office-properties.ts';
import { Paragraphs } from './paragraphs.ts';
import type { Attributes } from './xml.ts';
import { attributeNamed, readXml } from './xml.ts';
import { decodeXml } from './xml-source.ts';
import { ZipParts } from './zip.ts';

/** Namespaces of WordprocessingML, transitional and strict. */
const wordNamespace = /wordprocessingml\/(?:2006\/)?main$/;
const muted = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rt',
  'pPrChange',
  'rPrChange',
  'footnotePr',
  'endnotePr',
]);

/** One part of the document (body, footnotes, endnotes) as it is read. */
class WordPart {
  /** Notes referred to, in order: `f12` footnote, `e3` endnote. */
  readonly references: string[] = [];
  /** Only in the parts of notes: note number → its paragraphs. */
  readonly notes = new Map<string, Paragraphs>();
  private prefix = 'w:';
  private muted = 0;
  private hidden = false;
  private inText = false;
  private inProperties = 0;
  /** The paragraph being written; text boxes stand inside paragraphs and open one of their own. */
  private readonly stack: Paragraphs[];
  private readonly body: Paragraphs;

  constructor(xml: string, body: Paragraphs, meter: Meter) {
    this.body = body;
    this.stack = [body];
    readXml(xml, meter, {
      open: (name, attributes) => {
        this.open(name, attributes);
      },
      close: (name) => {
        this.close(name);
      },
      text: (text) => {
        if (this.inText && this.muted === 0 && !this.hidden) this.here.write(text);
      },
    });
  }

  private get here(): Paragraphs {
    return this.stack.at(-1)!;
  }

  private local(name: string): string {
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : `other:${name}`;
  }

  private open(name: string, attributes: Attributes): void {
    if (name.endsWith('document') || name.endsWith('notes')) this.findPrefix(attributes);
    if (name.endsWith(':Fallback')) this.muted++;
    const local = this.local(name);
    if (muted.has(local)) this.muted++;
    switch (local) {
      case 't':
        this.inText = true;
        break;
      case 'tab':
        if (this.inProperties === 0) this.sign('\t');
        break;
      case 'br':
      case 'cr':
        this.sign('\n');
        break;
      case 'noBreakHyphen':
        this.sign('\u2011');
        break;
      case 'r':
        this.hidden = false;
        break;
      case 'pPr':
        this.inProperties++;
        break;
      case 'vanish':
        if (this.inProperties === 0) this.hidden = !/^(?:0|false|off)$/.test(attributeNamed(attributes, 'val') ?? '');
        break;
      case 'txbxContent':
        this.stack.push(new Paragraphs(true));
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        if (this.muted === 0) this.references.push(`${local[0]!}${attributeNamed(attributes, 'id') ?? ''}`);
        break;
      case 'footnote':
      case 'endnote': {
        const note = new Paragraphs(true);
        // Separators between text and notes are stored as notes of a type of their own.
        if (attributeNamed(attributes, 'type') === undefined)
          this.notes.set(attributeNamed(attributes, 'id') ?? '', note);
        this.stack.push(note);
        break;
      }
    }
  }

  private close(name: string): void {
    if (name.endsWith(':Fallback')) this.muted--;
    const local = this.local(name);
    if (muted.has(local)) this.muted--;
    switch (local) {
      case 't':
        this.inText = false;
        break;
      case 'r':
        this.hidden = false;
        break;
      case 'pPr':
        this.inProperties--;
        break;
      case 'p':
        this.here.end();
        break;
      case 'txbxContent': {
        const box = this.stack.pop()!;
        if (this.muted === 0) this.body.append(box);
        break;
      }
      case 'footnote':
      case 'endnote':
        this.stack.pop()!.end();
        break;
    }
  }

  private sign(text: string): void {
    if (this.muted === 0 && !this.hidden) this.here.write(text);
  }

  private findPrefix(attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!wordNamespace.test(value)) continue;
      if (name === 'xmlns') this.prefix = '';
      else if (name.startsWith('xmlns:')) this.prefix = `${name.slice(6)}:`;
    }
  }
}

/** The main part is where the package says, nearly always word/document.xml. */
function mainPart(zip: ZipParts): string | undefined {
  if (zip.has('word/document.xml')) return 'word/document.xml';
  return zip.names.find((name) => /^word\/document\d*\.xml$/.test(name));
}

export const readDocx: Reader = async (bytes, _options, meter): Promise<Extraction> => {
  const zip = new ZipParts(bytes, meter);
  const part = async (name: string): Promise<string | undefined> => {
    const content = zip.bytesOf(name);
    return content && (await decodeXml(content)).text;
  };
  const main = mainPart(zip);
  const xml = main === undefined ? undefined : await part(main);
  if (xml === undefined) throw new Unreadable('is not a Word document (it has no word/document.xml): save it again');
  const body = new Paragraphs(true);
  const { references } = new WordPart(xml, body, meter);
  for (const [kind, name] of [
    ['f', 'word/footnotes.xml'],
    ['e', 'word/endnotes.xml'],
  ] as const) {
    const wanted = references.filter((reference) => reference.startsWith(kind)).map((reference) => reference.slice(1));
    const notesXml = wanted.length > 0 ? await part(name) : undefined;
    if (notesXml === undefined) continue;
    const { notes } = new WordPart(notesXml, new Paragraphs(true), meter);
    body.end();
    for (const id of wanted) {
      const note = notes.get(id);
      if (note) body.append(note);
    }
  }
  const properties = coreProperties((await part('docProps/core.xml')) ?? '', meter);
  return { documents: [extracted({ text: body.text(), ...properties })], format: 'docx', notes: [] };
};
