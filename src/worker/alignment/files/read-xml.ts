/** Files of links that are XML: translation memories (TMX), XLIFF 1.2 and 2, and cesAlign. */
import { Unreadable } from '../../decode/unreadable.ts';
import { childNamed, childrenNamed, descendantsNamed, readTree } from '../../exchange/xml-tree.ts';
import type { XmlNode } from '../../exchange/xml-tree.ts';
import type { Meter } from '../../formats/limits.ts';
import { attributeNamed } from '../../formats/xml.ts';
import type { LinkFile, PairMeant, TextLink, TextLinks } from './link-file.ts';

/** Elements that stand for codes of another format: what is in them is no text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut', 'x', 'bx', 'ex', 'pc-code', 'sc', 'ec']);

function textOf({ content }: XmlNode): string {
  return content.map((part) => (typeof part === 'string' ? part : codes.has(part.name) ? '' : textOf(part))).join('');
}

/** Language codes as files write them: `en-US` and `EN_us` are `en`. */
export function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** @param meant languages of the pair, for memories of more than two */
export function readTmxLinks(xml: string, meter: Meter, meant?: readonly [string, string]): TextLinks {
  const root = readTree(xml, meter);
  const units = descendantsNamed(root, 'tu').map((unit) =>
    childrenNamed(unit, 'tuv').map((variant) => ({
      // `xml:lang`, and `lang` in files before 1.4.
      language: (attributeNamed(variant.attributes, 'lang') ?? '').toLowerCase().replaceAll('_', '-'),
      text: textOf(childNamed(variant, 'seg') ?? variant),
    })),
  );
  const written = [...new Set(units.flatMap((unit) => unit.map(({ language }) => language)))];
  const [a, b] = twoOf(written, meant);
  // Of two countries' English both are meant; else any region of a language is that language.
  const is = (language: string, wanted: string): boolean => language === wanted || primary(language) === wanted;
  const links = units.flatMap((unit): TextLink[] => {
    const [one, other] = [a, b].map((wanted) => unit.find(({ language }) => is(language, wanted))?.text);
    return link(one, other);
  });
  return { kind: 'texts', links, languages: [a, b] };
}

/** Which two languages of a memory are read, in the order of the file. */
function twoOf(written: readonly string[], meant: readonly [string, string] | undefined): [string, string] {
  const plain = [...new Set(written.map(primary))];
  const [a, b] = plain.length === 1 ? written : plain;
  if (a === undefined || b === undefined)
    throw new Unreadable('is no translation memory with two languages: check that it is the right file');
  if (plain.length <= 2) {
    if (plain.length === 2 || written.length === 2) return [a, b];
    throw new Unreadable(
      `is a translation memory of ${written.length} variants of one language: write one with two of them`,
    );
  }
  const [one, other] = plain.filter((language) => meant?.map(primary).includes(language));
  if (one !== undefined && other !== undefined) return [one, other];
  const wanted = meant ? ` and not of both ${meant.join(' and ')}` : '';
  throw new Unreadable(`is a translation memory of ${plain.length} languages${wanted}: write one with two of them`);
}

/** A unit without a translation says nothing of what is alone. */
function link(a: string | undefined, b: string | undefined): TextLink[] {
  return a === undefined || b === undefined || a.trim() === '' || b.trim() === '' ? [] : [{ a, b }];
}

export function readXliffLinks(xml: string, meter: Meter): LinkFile {
  const root = readTree(xml, meter);
  const file = descendantsNamed(root, 'file')[0];
  const languages: [string, string] = [
    primary(root.attributes.srcLang ?? file?.attributes['source-language'] ?? ''),
    primary(root.attributes.trgLang ?? file?.attributes['target-language'] ?? ''),
  ];
  // 1.2 has trans-unit, 2 has segment; both a source and a target below.
  const links = [
    ...descendantsNamed(root, 'trans-unit').flatMap(linksOfUnit),
    ...descendantsNamed(root, 'segment').flatMap((unit) =>
      link(textIn(childNamed(unit, 'source')), textIn(childNamed(unit, 'target'))),
    ),
  ];
  if (links.length === 0)
    throw new Unreadable('is no XLIFF file with sources and targets: check that it is the right one');
  return { kind: 'texts', links, languages };
}

const textIn = (node: XmlNode | undefined): string | undefined => node && textOf(node);

/** Of XLIFF 1.2, where a unit may be cut into sentences: `<mrk mtype="seg" mid="1">` of either side have one `mid`. */
function linksOfUnit(unit: XmlNode): TextLink[] {
  const [source, target] = [childNamed(unit, 'source'), childNamed(unit, 'target')];
  const cut = marksIn(childNamed(unit, 'seg-source'));
  const answers = marksIn(target);
  if (cut.size === 0 || answers.size === 0) return link(textIn(source), textIn(target));
  return [...cut].flatMap(([mid, text]) => link(text, answers.get(mid)));
}

function marksIn(node: XmlNode | undefined): ReadonlyMap<string, string> {
  const marks = descendantsNamed(node, 'mrk').filter(({ attributes }) => attributes.mtype === 'seg');
  return new Map(marks.map((mark) => [mark.attributes.mid ?? '', textOf(mark)]));
}

/**
 * XCES cesAlign: `xtargets="s1 s2;s1"`. Names of segments end with their number, counted from 1 or 0 through the whole
 * document, or anew in each paragraph (`s2.1`). A file may hold many pairs of documents, a `linkGrp` each.
 */
export function readCesAlign(xml: string, meter: Meter, paths?: PairMeant['paths']): LinkFile {
  const root = readTree(xml, meter);
  const groups = descendantsNamed(root, 'linkGrp');
  const group = groups.length > 1 && paths ? groupOf(groups, paths) : root;
  const links = descendantsNamed(group, 'link').map(({ attributes }) => {
    const sides = (attributes.xtargets ?? '').split(';');
    const [a = [], b = []] = sides.map((side) => side.split(/\s+/u).filter((name) => name !== ''));
    return { a, b };
  });
  if (links.length === 0) throw new Unreadable('is no cesAlign file: expected <link xtargets="…"/>');
  const [a, b] = [numbersOf(links.flatMap((one) => one.a)), numbersOf(links.flatMap((one) => one.b))];
  return {
    kind: 'numbers',
    links: links.map((one) => ({ a: one.a.map((name) => a.get(name)!), b: one.b.map((name) => b.get(name)!) })),
  };
}

/** @throws Unreadable when no group, or more than one, names the two documents */
function groupOf(groups: readonly XmlNode[], paths: PairMeant['paths']): XmlNode {
  const bare = (path: string): string =>
    path
      .replace(/^.*[/\\]/u, '')
      .replace(/(?:\.xml)?(?:\.gz)?$/iu, '')
      .replace(/\.[^.]+$/u, '');
  const [a, b] = paths.map(bare);
  const found = groups.filter(
    ({ attributes: { fromDoc = '', toDoc = '' } }) => bare(fromDoc) === a && bare(toDoc) === b,
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new Unreadable(
    `holds the links of ${groups.length} pairs of documents, and names ${found.length === 0 ? 'these two nowhere' : 'these two more than once'}: take the part that is meant`,
  );
}

/** The number of each named segment in its document, from 0. */
function numbersOf(names: readonly string[]): ReadonlyMap<string, number> {
  const parts = new Map(names.map((name) => [name, partsOf(name)]));
  const last = [...parts.values()].map((numbers) => numbers.at(-1)!);
  if (new Set(last).size === parts.size) {
    const base = last.includes(0) ? 0 : 1;
    return new Map([...parts].map(([name, numbers]) => [name, numbers.at(-1)! - base]));
  }
  // Counted anew in each paragraph: in their order they are the segments of the document, if none of them is left out.
  const order = [...parts].sort(([, x], [, y]) => byParts(x, y));
  let before: readonly number[] = [];
  for (const [name, numbers] of order) {
    const goesOn = samePlace(before, numbers) && numbers.at(-1) === before.at(-1)! + 1;
    if (!goesOn && (samePlace(before, numbers) || numbers.at(-1)! > 1))
      throw new Unreadable(
        `counts segments anew in each paragraph and leaves some out before “${name}”: which one is meant cannot be told`,
      );
    before = numbers;
  }
  return new Map(order.map(([name], at) => [name, at]));
}

function partsOf(name: string): readonly number[] {
  const numbers = [...name.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  if (numbers.length === 0 || !/\d$/u.test(name))
    throw new Unreadable(`names a segment “${name}” that does not end with a number`);
  return numbers;
}

function byParts(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((number, place) => number !== y[place]);
  return at === -1 ? x.length - y.length : x[at]! - (y[at] ?? -1);
}

function samePlace(x: readonly number[], y: readonly number[]): boolean {
  return x.length === y.length && x.slice(0, -1).every((number, at) => number === y[at]);
}
