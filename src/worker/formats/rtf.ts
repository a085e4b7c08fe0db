/**
 * Rich Text Format. No kept library reads both code pages and Unicode escapes well, so this is our own reader: groups,
 * fonts with their code pages, `\'hh` bytes, `\uN` with its replacements. Left out: tracked deletions, hidden text,
 * pictures, headers and footers, field codes. Footnotes stand at the end.
 */
import { Unreadable } from '../decode/unreadable.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import { Paragraphs } from './paragraphs.ts';
import { characterSets, CodePages } from './rtf-fonts.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** Destinations whose content is no running text. Unknown ones marked `\*` are skipped by the rule of the format. */
const silent = new Set(
  (
    'colortbl stylesheet pict object objdata header headerl headerr headerf footer footerl footerr footerf fldinst listtable ' +
    'listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore pntext listtext nonshppict ' +
    'annotation atnid atnauthor bkmkstart bkmkend revtbl filetbl txe xe tc rxe mmathPr userprops docvar ftnsep ftnsepc ftncn ' +
    'aftnsep aftnsepc aftncn template passwordhash'
  ).split(' '),
);
/** Starred destinations that do hold text of the document. */
const welcome = new Set(['shppict', 'shpinst', 'shptxt']);
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200D',
  zwnj: '\u200C',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
  '~': '\u00A0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
};
const breaks = new Set(['par', 'line', 'sect', 'page', 'row', 'nestrow', 'column', 'softline', '\n', '\r']);

interface Group {
  readonly silent: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly font: number;
  /** Characters to pass over after `\uN`. */
  readonly replacements: number;
  /** `fonttbl`, `info` or a field of it (`title`…), `footnote`; '' in running text. */
  readonly place: string;
}

const infoFields: Readonly<Record<string, string>> = {
  title: 'title',
  author: 'author',
  subject: 'subject',
  keywords: 'keywords',
  doccomm: 'description',
  creatim: 'date',
  company: 'source',
};

class RtfText {
  readonly body = new Paragraphs(true);
  readonly notes = new Paragraphs(true);
  readonly properties: Record<string, string> = {};
  private readonly pages = new CodePages();
  private readonly meter: Meter;
  private readonly groups: Group[] = [];
  private now: Group = { silent: false, hidden: false, deleted: false, font: -1, replacements: 1, place: '' };
  private starred = false;
  private skip = 0;
  /** Bytes not yet decoded: a character may be spread over several `\'hh`. */
  private bytes: number[] = [];
  private date: Record<string, number> = {};

  constructor(meter: Meter) {
    this.meter = meter;
  }

  read(source: string): void {
    for (const token of rtfTokens(source)) {
      this.meter.step();
      switch (token.kind) {
        case 'open':
          this.flush();
          this.meter.depth(this.groups.length + 1);
          this.groups.push(this.now);
          this.skip = 0;
          break;
        case 'close':
          this.flush();
          this.close();
          break;
        case 'byte':
          if (this.skip > 0) this.skip--;
          else this.bytes.push(token.value);
          break;
        case 'word':
          this.word(token.name, token.value);
          break;
        case 'text':
          this.plain(token.text);
          break;
      }
    }
    this.flush();
    this.body.append(this.notes);
  }

  private plain(text: string): void {
    const rest = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    if (rest === '') return;
    // Old writers put bytes above ASCII into the file as they are.
    for (let at = 0; at < rest.length; at++) this.bytes.push(rest.charCodeAt(at) & 0xff);
  }

  private close(): void {
    const left = this.now;
    this.now = this.groups.pop() ?? this.now;
    this.skip = 0;
    this.starred = false;
    if (left.place === 'footnote' && this.now.place !== 'footnote') this.notes.end();
    if (left.place === 'date' && this.now.place !== 'date' && this.date.yr !== undefined) {
      const two = (name: string, without: number): string => String(this.date[name] ?? without).padStart(2, '0');
      this.properties.date = `${this.date.yr}-${two('mo', 1)}-${two('dy', 1)}`;
    }
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    if (!this.now.silent) this.write(this.pages.decode(bytes, this.now.font));
  }

  private write(text: string): void {
    const { place } = this.now;
    if (this.now.silent || this.now.deleted) return;
    if (place === '') {
      if (!this.now.hidden) this.body.write(text);
    } else if (place === 'footnote') this.notes.write(text);
    else if (place === 'fonttbl' || place === 'info' || place === 'date') return;
    else if (text.length < 10_000) this.properties[place] = (this.properties[place] ?? '') + text;
  }

  private word(name: string, value: number | undefined): void {
    if (name === 'u') {
      this.flush();
      this.write(String.fromCharCode((value ?? 0) & 0xffff));
      this.skip = this.now.replacements;
      return;
    }
    if (this.skip > 0 && (name in signs || name === '-')) {
      this.skip--;
      return;
    }
    this.skip = 0;
    this.flush();
    if (name === '*') this.starred = true;
    else if (breaks.has(name)) this.lineBreak();
    else if (Object.hasOwn(signs, name)) this.write(signs[name]!);
    else this.control(name, value);
    if (name !== '*') this.starred = false;
  }

  private lineBreak(): void {
    if (this.now.silent || this.now.deleted) return;
    if (this.now.place === '') this.body.end();
    else if (this.now.place === 'footnote') this.notes.end();
  }

  private set(change: Partial<Group>): void {
    this.now = { ...this.now, ...change };
  }

  private control(name: string, value: number | undefined): void {
    const { place } = this.now;
    if (silent.has(name)) this.set({ silent: true });
    else if (place === 'info' && Object.hasOwn(infoFields, name)) this.set({ place: infoFields[name]! });
    else if (name === 'fonttbl' || name === 'info' || name === 'footnote') this.set({ place: name });
    else if (!this.format(name, value) && !this.codePage(name, value ?? 0) && this.starred && !welcome.has(name)) {
      this.set({ silent: true });
    }
    if (place === 'date' && value !== undefined) this.date[name] = value;
  }

  /** What changes how the text that follows is read. */
  private format(name: string, value: number | undefined): boolean {
    const on = value !== 0;
    if (name === 'f' || name === 'af') {
      if (this.now.place === 'fonttbl') this.pages.font = value ?? 0;
      this.set({ font: value ?? 0 });
    } else if (name === 'deff') {
      this.pages.usual = value ?? 0;
      this.set({ font: value ?? 0 });
    } else if (name === 'uc') this.set({ replacements: Math.min(64, Math.max(0, value ?? 1)) });
    else if (name === 'plain') this.set({ hidden: false, deleted: false, font: this.pages.usual });
    else if (name === 'v') this.set({ hidden: on });
    else if (name === 'deleted') this.set({ deleted: on });
    else return false;
    return true;
  }

  private codePage(name: string, value: number): boolean {
    if (name === 'fcharset') this.pages.define(characterSets[value]);
    else if (name === 'cpg') this.pages.define(value);
    else if (name === 'ansicpg') this.pages.setAnsi(value);
    else if (name === 'mac') this.pages.setAnsi(10_000);
    else if (name === 'pc') this.pages.setAnsi(437);
    else if (name === 'pca') this.pages.setAnsi(850);
    else return false;
    return true;
  }
}

export const readRtf: Reader = (bytes, _options, meter): Extraction => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^\s*\{\\rtf/.test(source))
    throw new Unreadable('is not in Rich Text Format: save it again as .rtf, or as .txt');
  const rtf = new RtfText(meter);
  rtf.read(source);
  const { title, ...metadata } = rtf.properties;
  return { documents: [extracted({ text: rtf.body.text(), title, metadata })], format: 'rtf', notes: [] };
};
