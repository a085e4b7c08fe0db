/** REFI-QDA codebooks and projects of any program; see refi-write.ts for the standard. */
import { quotation } from '../../corpus/tagging/quotation.ts';
import { canonicalText } from '../../corpus/text/canonical.ts';
import type { Meter } from '../formats/limits.ts';
import { ZipParts } from '../formats/zip.ts';
import { decodeXml } from '../formats/xml-source.ts';
import { Collector, momentFrom } from './collector.ts';
import { pathFor } from './documents.ts';
import type { Incoming, NoteTarget, Sources } from './exchange.ts';
import { colourFrom, lose, usualColour } from './exchange.ts';
import { idFrom } from './ids.ts';
import { canonicalSpans } from './refi-positions.ts';
import type { XmlNode } from './xml-tree.ts';
import { childNamed, childrenNamed, descendantsNamed, readTree } from './xml-tree.ts';

/** Notes of a file by GUID, and where each stands. */
type Placed = Map<string, NoteTarget>;

function readCodes(
  node: XmlNode | undefined,
  parent: string | null,
  ours: boolean,
  found: Collector,
  notes: Placed,
): void {
  for (const code of childrenNamed(node, 'Code')) {
    const { guid = '', name = '', color, isCodable } = code.attributes;
    const id = found.tag({
      id: idFrom('tag', guid),
      parent,
      name,
      colour: colourFrom(color) ?? usualColour,
      description: childNamed(code, 'Description')?.text ?? '',
      // Other programs write folders of codes as codes that cannot be given.
      retired: ours && isCodable === 'false',
    });
    place(code, { kind: 'tag', id }, notes);
    readCodes(code, id, ours, found, notes);
  }
}

function place(node: XmlNode, target: NoteTarget, notes: Placed): void {
  for (const { attributes } of childrenNamed(node, 'NoteRef'))
    if (attributes.targetGUID !== undefined) notes.set(idFrom('note', attributes.targetGUID), target);
}

const isOurs = (root: XmlNode): boolean => /^Lectern\b/.test(root.attributes.origin ?? '');

/** @throws Unreadable for a file that is no codebook */
export async function readCodebook(bytes: Uint8Array, meter: Meter): Promise<Incoming> {
  const root = readTree((await decodeXml(bytes)).text, meter);
  const found = new Collector();
  readCodes(childNamed(root, 'Codes') ?? descendantsNamed(root, 'Codes')[0], null, isOurs(root), found, new Map());
  return found.finish('');
}

/** @throws Unreadable for a file that is no project */
export async function readProject(bytes: Uint8Array, sources: Sources, meter: Meter): Promise<Incoming> {
  const zip = new ZipParts(bytes, meter);
  const inside = zip.names.find((name) => /(?:^|\/)[^/]+\.qde$/i.test(name));
  const part = inside === undefined ? undefined : zip.bytesOf(inside);
  const root = readTree(part ? (await decodeXml(part)).text : '<none/>', meter);
  const found = new Collector();
  const notes: Placed = new Map();
  for (const { attributes } of childrenNamed(childNamed(root, 'Users'), 'User'))
    found.coder(attributes.name ?? attributes.id ?? '', idFrom('coder', attributes.guid ?? ''));
  const book = childNamed(root, 'CodeBook');
  readCodes(childNamed(book, 'Codes'), null, isOurs(root), found, notes);
  const names = new Map(zip.names.map((name) => [name.slice(name.lastIndexOf('/') + 1).toLowerCase(), name]));
  const textAt = (address: string): string | undefined => {
    const name = names.get(
      address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1).toLowerCase(),
    );
    const packed = name === undefined ? undefined : zip.bytesOf(name);
    return packed && new TextDecoder('utf-8', { ignoreBOM: true }).decode(packed);
  };
  for (const source of childNamed(root, 'Sources')?.children ?? []) {
    if (source.name === 'TextSource') readSource(source, textAt, sources, found, notes);
    else lose(found.lost, 'pictures, PDF files, sounds and films, with what was coded in them');
  }
  place(root, { kind: 'project' }, notes);
  for (const note of childrenNamed(childNamed(root, 'Notes'), 'Note')) {
    const { guid = '', plainTextPath, creatingUser, creationDateTime, modifiedDateTime } = note.attributes;
    const id = idFrom('note', guid);
    const made = momentFrom(creationDateTime);
    found.note(
      notes.get(id) ?? { kind: 'project' },
      childNamed(note, 'PlainTextContent')?.text ??
        textAt(plainTextPath ?? '') ??
        childNamed(note, 'Description')?.text ??
        '',
      {
        id,
        author: authorOf(creatingUser, found),
        made,
        changed: modifiedDateTime ? momentFrom(modifiedDateTime) : made,
      },
    );
  }
  for (const name of ['Cases', 'Variables', 'Links', 'Sets', 'Graphs'] as const)
    lose(found.lost, name.toLowerCase(), childNamed(root, name)?.children.length ?? 0);
  return found.finish(root.attributes.name ?? '');
}

function authorOf(guid: string | undefined, found: Collector): string {
  return guid === undefined ? found.coder('') : found.coder('', idFrom('coder', guid));
}

function readSource(
  source: XmlNode,
  textAt: (address: string) => string | undefined,
  sources: Sources,
  found: Collector,
  notes: Placed,
): void {
  const { name = '', guid = '', plainTextPath } = source.attributes;
  const raw = childNamed(source, 'PlainTextContent')?.text ?? textAt(plainTextPath ?? '');
  const text = raw === undefined ? undefined : canonicalText(raw.replace(/^\ufeff/, ''));
  const path = pathFor(name === '' ? guid : name, text, sources);
  place(source, { kind: 'document', path }, notes);
  if (raw === undefined || text === undefined) {
    lose(found.lost, 'passages of sources without a text', childrenNamed(source, 'PlainTextSelection').length);
    return;
  }
  found.texts.set(path, text);
  lose(found.lost, 'codes of whole sources', childrenNamed(source, 'Coding').length);
  const selections = childrenNamed(source, 'PlainTextSelection');
  const spans = canonicalSpans(
    raw,
    selections.map(({ attributes }) => ({
      start: Number(attributes.startPosition ?? 0),
      end: Number(attributes.endPosition ?? 0),
      name: attributes.name ?? '',
    })),
  );
  for (const [number, selection] of selections.entries()) {
    const { start, end } = spans[number]!;
    const { attributes } = selection;
    const codings = childrenNamed(selection, 'Coding');
    const tags = codings
      .map((coding) => idFrom('tag', childNamed(coding, 'CodeRef')?.attributes.targetGUID ?? ''))
      .filter((tag) => found.hasTag(tag));
    const author = authorOf(attributes.creatingUser ?? codings[0]?.attributes.creatingUser, found);
    const id = idFrom('span', attributes.guid ?? `${path} ${number}`);
    place(selection, { kind: 'span', id }, notes);
    for (const coding of codings) place(coding, { kind: 'span', id }, notes);
    if (tags.length === 0) tags.push(found.tagAt(['Imported']));
    found.span({
      id,
      path,
      start,
      end,
      ...quotation(text, start, end),
      tags,
      author,
      made: momentFrom(attributes.creationDateTime ?? codings[0]?.attributes.creationDateTime),
      state: 'held',
    });
    const description = childNamed(selection, 'Description')?.text ?? '';
    found.note({ kind: 'span', id }, description, { author });
  }
}
