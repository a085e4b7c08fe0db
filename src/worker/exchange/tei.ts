/**
 * TEI P5 standoff: one file with the tags as a taxonomy of categories and each passage as an `annotation` that points into
 * its document with a text fragment of RFC 5147 (`path#char=10,20`, code points).
 */
import { quotation } from '../../corpus/tagging/quotation.ts';
import type { Meter } from '../formats/limits.ts';
import { decodeXml } from '../formats/xml-source.ts';
import { attributeNamed } from '../formats/xml.ts';
import { Collector, momentFrom } from './collector.ts';
import { pathFor } from './documents.ts';
import type { Exchange, ExchangedTag, Incoming, Losses, Sources, Written } from './exchange.ts';
import { colourFrom, lose, notesOfSpans, usualColour } from './exchange.ts';
import { asUuid, idFrom } from './ids.ts';
import { CodePoints } from './positions.ts';
import { spanStates } from '../../shared/tagging.ts';
import { xmlDeclaration, xmlElement, xmlText } from './xml-writing.ts';
import type { XmlNode } from './xml-tree.ts';
import { childNamed, childrenNamed, descendantsNamed, readTree } from './xml-tree.ts';

/** An xml:id may not begin with a digit. */
const nameOf = (kind: string, id: string): string => `${kind}-${asUuid(kind, id)}`;
const sourceOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function categories(tags: readonly ExchangedTag[], parent: string | null): string {
  return tags
    .filter((tag) => tag.parent === parent)
    .map((tag) =>
      xmlElement(
        'category',
        {
          'xml:id': nameOf('tag', tag.id),
          rend: `color: ${tag.colour}`,
          n: tag.shortcut ?? undefined,
          resp: `#${nameOf('coder', tag.author)}`,
          ana: tag.retired ? '#retired' : undefined,
        },
        xmlElement(
          'catDesc',
          {},
          xmlElement('term', {}, xmlText(tag.name)),
          tag.description === '' ? '' : xmlElement('gloss', {}, xmlText(tag.description)),
        ),
        categories(tags, tag.id),
      ),
    )
    .join('');
}

export function writeTei(exchange: Exchange, sources: Sources): Written {
  const lost: Losses = new Map();
  const notes = notesOfSpans(exchange);
  lose(
    lost,
    'notes on tags, documents and the project',
    exchange.notes.filter(({ target }) => target.kind !== 'span').length,
  );
  const points = new Map<string, CodePoints>();
  const annotations = exchange.spans.map((span) => {
    let mapped = points.get(span.path);
    if (!mapped) points.set(span.path, (mapped = new CodePoints(sources.textOf(span.path) ?? '')));
    return xmlElement(
      'annotation',
      {
        'xml:id': nameOf('span', span.id),
        target: `${sourceOf(span.path)}#char=${mapped.fromUnits(span.start)},${mapped.fromUnits(span.end)}`,
        ana: span.tags.map((tag) => `#${nameOf('tag', tag)}`).join(' '),
        resp: `#${nameOf('coder', span.author)}`,
        when: span.made,
        subtype: span.state,
      },
      xmlElement('quote', { 'xml:space': 'preserve', 'xml:lang': sources.languageOf(span.path) }, xmlText(span.quote)),
      ...(notes.get(span.id) ?? []).map((note) =>
        xmlElement(
          'note',
          {
            'xml:id': nameOf('note', note.id),
            resp: `#${nameOf('coder', note.author)}`,
            when: note.made,
            'xml:space': 'preserve',
          },
          xmlText(note.text),
        ),
      ),
    );
  });
  const people = exchange.coders.map(({ id, name }) =>
    xmlElement(
      'respStmt',
      { 'xml:id': nameOf('coder', id) },
      xmlElement('resp', {}, 'coder'),
      xmlElement('name', {}, xmlText(name)),
    ),
  );
  const header = xmlElement(
    'teiHeader',
    {},
    xmlElement(
      'fileDesc',
      {},
      xmlElement('titleStmt', {}, xmlElement('title', {}, xmlText(exchange.name)), ...people),
      xmlElement('publicationStmt', {}, xmlElement('p', {}, 'Exported by Lectern')),
      xmlElement('sourceDesc', {}, xmlElement('p', {}, 'Passages tagged in a folder of texts')),
    ),
    xmlElement(
      'encodingDesc',
      {},
      xmlElement('classDecl', {}, xmlElement('taxonomy', { 'xml:id': 'tags' }, categories(exchange.tags, null))),
    ),
  );
  const tei = xmlElement(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0' },
    header,
    xmlElement('standOff', {}, xmlElement('listAnnotation', {}, ...annotations)),
  );
  return { bytes: Buffer.from(`${xmlDeclaration}${tei}\n`), lost };
}

const pointed = (pointer: string | undefined, kind: string): string =>
  idFrom(kind, (pointer ?? '').replace(new RegExp(`^#?${kind}-`), ''));

function readCategories(node: XmlNode | undefined, parent: string | null, found: Collector): void {
  for (const category of childrenNamed(node, 'category')) {
    const described = childNamed(category, 'catDesc');
    const name = childNamed(described, 'term')?.text ?? described?.text.trim() ?? '';
    const written = attributeNamed(category.attributes, 'id');
    const { rend, n, ana, resp } = category.attributes;
    const id = found.tag({
      id: pointed(written ?? name, 'tag'),
      parent,
      name,
      colour: colourFrom(/color:\s*(#[\da-f]+)/i.exec(rend ?? '')?.[1]) ?? usualColour,
      description: childNamed(described, 'gloss')?.text ?? '',
      shortcut: n ?? null,
      retired: ana === '#retired',
      author: resp === undefined ? found.coder('') : found.coder('', pointed(resp, 'coder')),
    });
    readCategories(category, id, found);
  }
}

/** @throws Unreadable for a file that is no XML */
export async function readTei(bytes: Uint8Array, sources: Sources, meter: Meter): Promise<Incoming> {
  const root = readTree((await decodeXml(bytes)).text, meter);
  const found = new Collector();
  for (const person of descendantsNamed(root, 'respStmt')) {
    const id = attributeNamed(person.attributes, 'id');
    if (id !== undefined) found.coder(childNamed(person, 'name')?.text ?? '', pointed(id, 'coder'));
  }
  for (const taxonomy of descendantsNamed(root, 'taxonomy')) readCategories(taxonomy, null, found);
  const points = new Map<string, CodePoints>();
  for (const annotation of descendantsNamed(root, 'annotation')) {
    const { target = '', ana = '', resp, when, subtype } = annotation.attributes;
    const place = /^(.*)#char=(\d+),(\d+)/su.exec(target);
    if (!place) {
      lose(found.lost, 'annotations that do not point to characters of a text');
      continue;
    }
    const path = pathFor(decoded(place[1]!), undefined, sources);
    const text = sources.textOf(path) ?? '';
    let mapped = points.get(path);
    if (!mapped) points.set(path, (mapped = new CodePoints(text)));
    const start = mapped.toUnits(Number(place[2]));
    const end = mapped.toUnits(Number(place[3]));
    const tags = ana
      .split(/\s+/)
      .filter((one) => one !== '')
      .map((one) => pointed(one, 'tag'))
      .filter((one) => found.hasTag(one));
    const id = pointed(attributeNamed(annotation.attributes, 'id') ?? target, 'span');
    const author = resp === undefined ? found.coder('') : found.coder('', pointed(resp, 'coder'));
    const around = quotation(text, start, end);
    found.span({
      id,
      path,
      start,
      end,
      ...around,
      quote: childNamed(annotation, 'quote')?.text ?? around.quote,
      tags: tags.length > 0 ? tags : [found.tagAt(['Imported'])],
      author,
      made: momentFrom(when),
      state: spanStates.find((state) => state === subtype) ?? 'held',
    });
    for (const note of childrenNamed(annotation, 'note')) {
      const written = attributeNamed(note.attributes, 'id');
      found.note({ kind: 'span', id }, note.text, {
        ...(written === undefined ? {} : { id: pointed(written, 'note') }),
        author: note.attributes.resp === undefined ? author : found.coder('', pointed(note.attributes.resp, 'coder')),
        made: momentFrom(note.attributes.when ?? when),
      });
    }
  }
  return found.finish(descendantsNamed(root, 'title')[0]?.text ?? '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
