/**
 * XML as events, under limits. Nothing outside the file is ever fetched. Entities that a file declares itself are
 * expanded only when they are plain short text; entities made of entities (the "billion laughs") refuse the file.
 */
import { SaxesParser } from 'saxes';
import { Unreadable } from '../decode/unreadable.ts';
import type { Meter } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The name without its namespace prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its local name, whatever the prefix. */
export function attributeNamed(attributes: Attributes, local: string): string | undefined {
  if (Object.hasOwn(attributes, local)) return attributes[local];
  for (const [name, value] of Object.entries(attributes)) if (localName(name) === local) return value;
  return undefined;
}

/** Letters of the HTML set that people write in XML without declaring them. */
const familiar: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  shy: '\u00ad',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  copy: '©',
};

const longestEntity = 500;

function declareEntities(doctype: string, entities: Record<string, string>): void {
  for (const [, name, , value] of doctype.matchAll(/<!ENTITY\s+([\w.:-]+)\s+(["'])([\s\S]*?)\2\s*>/g)) {
    const plain = value!.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    });
    if (/[&<%]/.test(plain) || plain.length > longestEntity) {
      throw new Unreadable('declares entities that are made of others (a way to fill memory): save it without them');
    }
    if (!Object.hasOwn(entities, name!)) entities[name!] = plain;
  }
}

/** Throws Unreadable for XML that is not well-formed or passes a limit. */
export function readXml(xml: string, meter: Meter, events: XmlEvents): void {
  const parser = new SaxesParser({ fragment: false });
  Object.assign(parser.ENTITIES, { ...familiar, ...parser.ENTITIES });
  let depth = 0;
  parser.on('error', (error) => {
    const [, line, rest] = /^(?:[^:]*:)??(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
    const place = line === undefined ? error.message : `line ${line}: ${rest!}`;
    throw new Unreadable(`is not well-formed XML (${place.replace(/\.$/, '')}): mend it, or read it as .txt`);
  });
  parser.on('doctype', (doctype) => {
    declareEntities(doctype, parser.ENTITIES);
  });
  parser.on('opentag', (tag) => {
    meter.step();
    meter.depth(++depth);
    events.open(tag.name, tag.attributes as Attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    events.close(tag.name);
  });
  const characters = (text: string): void => {
    meter.step();
    events.text(text);
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  // In slices, so that the clock is looked at also where the input has no tags.
  const slice = 1 << 20;
  const body = xml.charCodeAt(0) === 0xfeff ? xml.slice(1) : xml;
  for (let at = 0; at < body.length; at += slice) {
    meter.clock();
    parser.write(body.slice(at, at + slice));
  }
  parser.close();
}
