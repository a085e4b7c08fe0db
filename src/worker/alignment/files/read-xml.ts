/** Files of links that are XML: translation memories (TMX), XLIFF 1.2 and 2, and cesAlign. */
import { Unreadable } from '../../decode/unreadable.ts';
import { childNamed, childrenNamed, descendantsNamed, readTree } from '../../exchange/xml-tree.ts';
import type { XmlNode } from '../../exchange/xml-tree.ts';
import type { Meter } from '../../formats/limits.ts';
import { attributeNamed } from '../../formats/xml.ts';
import type { LinkFile, TextLink, TextLinks } from './link-file.ts';

/** Elements that stand for codes of another format: what is in them is no text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut', 'x', 'bx', 'ex', 'pc-code', 'sc', 'ec']);

function textOf({ content }: XmlNode): string {
  return content.map((part) => (typeof part === 'string' ? part : codes.has(part.name) ? '' : textOf(part))).join('');
}

/** Language codes as files write them: `en-US` and `EN_us` are `en`. */
export function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}

export function readTmxLinks(xml: string, meter: Meter): TextLinks {
  const root = readTree(xml, meter);
  const units = descendantsNamed(root, 'tu').map((unit) =>
    childrenNamed(unit, 'tuv').map((variant) => ({
      language: primary(attributeNamed(variant.attributes, 'lang') ?? ''),
      text: textOf(childNamed(variant, 'seg') ?? variant),
    })),
  );
  const languages = [...new Set(units.flatMap((unit) => unit.map(({ language }) => language)))];
  const [a, b] = languages;
  if (a === undefined || b === undefined)
    throw new Unreadable('is no translation memory with two languages: check that it is the right file');
  if (languages.length > 2)
    throw new Unreadable(`is a translation memory of ${languages.length} languages: write one with two of them`);
  const links = units.flatMap((unit): TextLink[] => {
    const [one, other] = [a, b].map((language) => unit.find((variant) => variant.language === language)?.text);
    return one !== undefined && other !== undefined ? [{ a: one, b: other }] : [];
  });
  return { kind: 'texts', links, languages: [a, b] };
}

export function readXliffLinks(xml: string, meter: Meter): LinkFile {
  const root = readTree(xml, meter);
  // 1.2 has trans-unit, 2 has segment; both a source and a target below.
  const units = [...descendantsNamed(root, 'trans-unit'), ...descendantsNamed(root, 'segment')];
  const file = descendantsNamed(root, 'file')[0];
  const languages: [string, string] = [
    primary(root.attributes.srcLang ?? file?.attributes['source-language'] ?? ''),
    primary(root.attributes.trgLang ?? file?.attributes['target-language'] ?? ''),
  ];
  const links = units.flatMap((unit): TextLink[] => {
    const [source, target] = [childNamed(unit, 'source'), childNamed(unit, 'target')];
    return source && target ? [{ a: textOf(source), b: textOf(target) }] : [];
  });
  if (links.length === 0)
    throw new Unreadable('is no XLIFF file with sources and targets: check that it is the right one');
  return { kind: 'texts', links, languages };
}

/** XCES cesAlign: `xtargets="s1 s2;s1"`, where names of segments end with their number, counted from 1. */
export function readCesAlign(xml: string, meter: Meter): LinkFile {
  const links = descendantsNamed(readTree(xml, meter), 'link').map((link) => {
    const sides = (link.attributes.xtargets ?? '').split(';');
    const [a = [], b = []] = sides.map((side) =>
      side
        .split(/\s+/)
        .filter((name) => name !== '')
        .map(numberOf),
    );
    return { a, b };
  });
  if (links.length === 0) throw new Unreadable('is no cesAlign file: expected <link xtargets="…"/>');
  return { kind: 'numbers', links };
}

function numberOf(name: string): number {
  const number = Number(/(\d+)$/.exec(name)?.[1] ?? NaN);
  if (!(number >= 1)) throw new Unreadable(`names a segment “${name}” that does not end with a number`);
  return number - 1;
}
