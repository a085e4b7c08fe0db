/**
 * XML of any vocabulary, and TEI with more knowledge of it. The text is that of the chosen element, else of TEI's
 * `text`, else of the whole file. An element chosen that holds paragraphs (`article`, `doc`, `div`) makes a document of
 * each of its occurrences; one that is itself a paragraph (`p`, `s`, `l`) gathers them into one.
 */
import { Unreadable } from '../decode/unreadable.ts';
import type { Decoded } from '../decode/decode.ts';
import type { ExtractedDocument, ExtractOptions, Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import { Paragraphs } from './paragraphs.ts';
import { TeiHeader } from './tei-header.ts';
import type { Attributes } from './xml.ts';
import { attributeNamed, localName, readXml } from './xml.ts';
import { decodeXml } from './xml-source.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Paragraphs in TEI, DocBook, JATS, NITF and home-made vocabularies. */
const blocks = words(
  'p head l lg ab div div1 div2 div3 item list row cell title heading headline subtitle byline dateline para paragraph text body ' +
    'front back sp speaker stage quote cit q1 opener closer salute signed epigraph table figure caption figDesc section sec abstract ' +
    'article doc document post entry block h1 h2 h3 h4 h5 h6 li td br u turn seg-p trailer note',
);
/** Parts of a running sentence: never a paragraph, also where each stands on a line of its own. */
const inline = words(
  's w c pc m seg phr cl hi emph foreign ref ptr name persName placeName orgName geogName rs date time num measure term gloss ' +
    'mentioned soCalled abbr expan choice sic corr orig reg add unclear supplied q said lb anchor i b em strong a span sup sub',
);
/** Blocks that hold only a piece: choosing one gathers the pieces into one document. */
const pieces = words('p head l ab s seg w para paragraph quote q item u li note cell td title');
const silent = words('teiHeader fw figDesc del gap script style');
const readingsOf: Readonly<Record<string, string>> = { corr: 'sic', reg: 'orig', expan: 'abbr' };
const rejected = new Set(Object.values(readingsOf));
const noteAtEnd = /^(?:foot|end|bottom|margin)/;

interface Piece {
  readonly part: string;
  readonly attributes: Attributes;
  readonly paragraphs: Paragraphs;
  readonly notes: Paragraphs;
  /** Of the TEI element around; empty in other vocabularies. */
  readonly header: TeiHeader;
}

class XmlText {
  readonly found: Piece[] = [];
  root = '';
  rootAttributes: Attributes = {};
  private readonly wanted: string | undefined;
  private readonly meter: Meter;
  private header = new TeiHeader();
  private readonly path: string[] = [];
  private target: Piece | undefined;
  private targetDepth = 0;
  private mute = 0;
  /** Depth of the open note that goes to the end, 0 when none is open. */
  private noteDepth = 0;
  private gap = '';

  constructor(wanted: string | undefined, meter: Meter) {
    this.wanted = wanted;
    this.meter = meter;
  }

  private get here(): Paragraphs | undefined {
    return this.noteDepth > 0 ? this.target?.notes : this.target?.paragraphs;
  }

  open(name: string, attributes: Attributes): void {
    const local = localName(name);
    const parent = this.path.at(-1);
    this.path.push(local);
    if (this.path.length === 1) {
      this.root = local;
      this.rootAttributes = attributes;
    }
    if (local === 'TEI') this.header = new TeiHeader();
    this.header.open(local, attributes);
    if (silent.has(local) || (parent === 'choice' && rejected.has(local))) this.mute++;
    if (!this.target && this.isWanted(local)) this.begin(local, attributes);
    else this.boundary(local);
    if (local === 'lb' && attributeNamed(attributes, 'break') !== 'no') this.here?.write(' ');
    if (local === 'note' && this.noteDepth === 0 && noteAtEnd.test(attributeNamed(attributes, 'place') ?? '')) {
      this.noteDepth = this.path.length;
    }
  }

  close(name: string): void {
    const local = localName(name);
    this.header.close(local);
    if (this.noteDepth === this.path.length) {
      this.target?.notes.end();
      this.noteDepth = 0;
    } else this.boundary(local);
    if (this.target && this.path.length === this.targetDepth) {
      this.target.paragraphs.end();
      this.target = undefined;
    }
    this.path.pop();
    if (silent.has(local) || (this.path.at(-1) === 'choice' && rejected.has(local))) this.mute--;
  }

  text(text: string): void {
    this.header.text(text);
    if (this.mute > 0 || !this.target) return;
    if (text.trim() === '') this.gap += text;
    else this.gap = '';
    this.here?.write(text);
  }

  private isWanted(local: string): boolean {
    if (this.wanted !== undefined) return local === this.wanted;
    return this.path.length === 1 && local !== 'TEI' && local !== 'teiCorpus'
      ? true
      : local === 'text' && this.path.includes('TEI');
  }

  private begin(local: string, attributes: Attributes): void {
    const gathered = pieces.has(local) ? this.found[0] : undefined;
    if (!gathered) this.meter.document();
    const id = attributeNamed(attributes, 'id');
    this.target = gathered ?? {
      part: id ?? `${local} ${this.found.length + 1}`,
      attributes,
      paragraphs: new Paragraphs(),
      notes: new Paragraphs(),
      header: this.header,
    };
    this.targetDepth = this.path.length;
    this.gap = '';
    if (!gathered) this.found.push(this.target);
  }

  /** Unknown elements part paragraphs when the file itself sets them on lines of their own. */
  private boundary(local: string): void {
    if (inline.has(local)) return;
    if (local !== 'note' && (blocks.has(local) || this.gap.includes('\n'))) this.here?.end();
    this.gap = '';
  }
}

function documentOf(piece: Piece, only: boolean, scan: XmlText, decoded: Decoded): ExtractedDocument {
  piece.paragraphs.append(piece.notes);
  const { header } = piece;
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(piece.attributes))
    if (!name.startsWith('xmlns')) own[localName(name)] = value;
  const root = attributeNamed(scan.rootAttributes, 'lang');
  const { lang, language, title, ...attributes } = own;
  const id = attributeNamed(scan.rootAttributes, 'id');
  return extracted({
    part: only ? '' : piece.part,
    text: piece.paragraphs.text(),
    decoded,
    title: title ?? header.title,
    language: lang ?? language ?? header.language ?? root,
    metadata: { ...header.metadata, ...(id === undefined ? {} : { id }), ...attributes },
  });
}

function xmlText(decoded: Decoded, options: ExtractOptions, meter: Meter): Extraction {
  const scan = new XmlText(options.xmlElement, meter);
  readXml(decoded.text, meter, {
    open: (name, attributes) => {
      scan.open(name, attributes);
    },
    close: (name) => {
      scan.close(name);
    },
    text: (text) => {
      scan.text(text);
    },
  });
  if (scan.found.length === 0) {
    if (options.xmlElement === undefined) throw new Unreadable('is TEI without a text element: it has nothing to read');
    throw new Unreadable(`has no element "${options.xmlElement}": choose another element for its text`);
  }
  const only = scan.found.length === 1;
  const format = scan.root === 'TEI' || scan.root === 'teiCorpus' ? 'tei' : 'xml';
  return { documents: scan.found.map((piece) => documentOf(piece, only, scan, decoded)), format, notes: [] };
}

export const readXmlText: Reader = async (bytes, options, meter) =>
  xmlText(await decodeXml(bytes, options.encoding), options, meter);
