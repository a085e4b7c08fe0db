/** Translation memories (TMX 1.4): each language a document, one paragraph a unit, and which paragraphs belong together. */
import { Unreadable } from '../decode/unreadable.ts';
import type { Extraction, PartLinks, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';
import { attributeNamed, localName, readXml } from './xml.ts';
import { decodeXml } from './xml-source.ts';

/** Elements in a segment that hold the codes of another format, not text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

interface Memory {
  /** Language tag, lower case → segments of each unit. */
  readonly units: readonly ReadonlyMap<string, string>[];
  readonly source: string | undefined;
}

function readMemory(xml: string, meter: Meter): Memory {
  const units: Map<string, string>[] = [];
  let source: string | undefined;
  let unit = new Map<string, string>();
  let language = '';
  let segment: string | undefined;
  let mute = 0;
  readXml(xml, meter, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === 'header') source = attributes.srclang?.toLowerCase();
      else if (local === 'tu') unit = new Map();
      else if (local === 'tuv')
        language = (attributeNamed(attributes, 'lang') ?? 'und').toLowerCase().replaceAll('_', '-');
      else if (local === 'seg') segment = '';
      else if (codes.has(local)) mute++;
    },
    text: (text) => {
      if (segment !== undefined && mute === 0) segment += text;
    },
    close: (name) => {
      const local = localName(name);
      if (codes.has(local)) mute--;
      else if (local === 'tu') units.push(unit);
      else if (local === 'seg') {
        const text = (segment ?? '').replace(/\s+/g, ' ').trim();
        segment = undefined;
        const before = unit.get(language);
        if (text !== '') unit.set(language, before === undefined ? text : `${before} ${text}`);
      }
    },
  });
  return { units, source };
}

export const readTmx: Reader = async (bytes, options, meter): Promise<Extraction> => {
  const decoded = await decodeXml(bytes, options.encoding);
  const { units, source } = readMemory(decoded.text, meter);
  const languages = [...new Set(units.flatMap((unit) => [...unit.keys()]))];
  // The source language leads: the links of every other side are to it.
  languages.sort((a, b) => Number(b === source) - Number(a === source));
  if (languages.length === 0)
    throw new Unreadable('is a translation memory without segments: check that it is the right file');
  const texts = new Map<string, string[]>(languages.map((language) => [language, []]));
  const links = new Map<string, PartLinks & { pairs: [number, number][] }>();
  for (const unit of units) {
    meter.step();
    const places = new Map<string, number>();
    for (const language of languages) {
      const text = unit.get(language);
      if (text === undefined) continue;
      const paragraphs = texts.get(language)!;
      places.set(language, paragraphs.length);
      paragraphs.push(text);
    }
    const sides = [...places];
    for (const [at, [a, placeA]] of sides.entries()) {
      for (const [b, placeB] of sides.slice(at + 1)) {
        const key = `${a} ${b}`;
        let link = links.get(key);
        if (!link) links.set(key, (link = { a, b, pairs: [] }));
        link.pairs.push([placeA, placeB]);
      }
    }
  }
  const documents = languages.map((language) => {
    meter.document();
    return extracted({ part: language, text: `${texts.get(language)!.join('\n')}\n`, decoded, language });
  });
  return { documents, format: 'tmx', notes: [], links: [...links.values()] };
};
