/** Files as other programs write them, written here by their specifications. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTagFile, writeTagFile } from '../../../src/worker/exchange/formats.ts';
import { Meter, usualLimits } from '../../../src/worker/formats/limits.ts';
import type { XmlNode } from '../../../src/worker/exchange/xml-tree.ts';
import { readTree } from '../../../src/worker/exchange/xml-tree.ts';
import { projects, sources, texts } from './projects.ts';

const english = texts.get('en/war.txt')!;
const options = { raw: false, now: '2026-11-22T12:00:00.000Z' };
const guid = (number: number): string => `0000000${number}-0000-4000-8000-000000000000`;

/** A project as the standard has it, with one text and selections by position; `name` shows the selected text. */
function project(text: string, selections: readonly { start: number; end: number; name: string }[]): Uint8Array {
  const marks = selections.map(
    ({ start, end, name }, number) =>
      `<PlainTextSelection guid="{${guid(number + 2).toUpperCase()}}" name="${name}" startPosition="${start}" endPosition="${end}">` +
      `<Coding guid="${guid(9)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection>`,
  );
  return zipSync({
    'project.qde': strToU8(
      `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Other 1.0">` +
        `<CodeBook><Codes><Code guid="${guid(8)}" name="Folder" isCodable="false"><Code guid="${guid(1)}" name="War" isCodable="true" color="#ABC"/></Code></Codes></CodeBook>` +
        `<Sources><TextSource guid="${guid(7)}" name="war.txt" plainTextPath="internal://${guid(7)}.txt">${marks.join('')}</TextSource>` +
        `<PictureSource guid="${guid(6)}" name="a.png"/></Sources></Project>`,
    ),
    [`sources/${guid(7)}.txt`]: strToU8(text),
  });
}

describe('REFI-QDA projects of other programs', () => {
  const wanted = { start: english.indexOf('It ended'), end: english.indexOf(' — at last') };
  // One character before it takes two units.
  const points = { start: wanted.start - 1, end: wanted.end - 1 };
  const crlf = english.replaceAll('\n', '\r\n');
  const shift = (at: number): number => at + 2;
  const counted = [
    { why: 'code points, as the standard has it', text: english, ...points, name: 'It ended' },
    { why: 'UTF-16 units', text: english, ...wanted, name: 'It ended' },
    {
      why: 'line ends of two characters',
      text: crlf,
      start: shift(points.start),
      end: shift(points.end),
      name: 'It ended',
    },
    { why: 'line ends of two characters counted as one', text: crlf, ...points, name: 'It ended' },
    {
      why: 'a byte order mark that is counted',
      text: `\ufeff${english}`,
      start: points.start + 1,
      end: points.end + 1,
      name: 'It ended',
    },
    { why: 'a byte order mark that is not', text: `\ufeff${english}`, ...points, name: 'It en...' },
    { why: 'no name to go by', text: english, ...points, name: '' },
  ];
  it.each(counted)('places a passage by $why', async ({ text, start, end, name }) => {
    const { exchange, lost } = await readTagFile('qdpx', project(text, [{ start, end, name }]), 'p.qdpx', sources);
    expect(exchange.spans).toMatchObject([{ path: 'en/war.txt', ...wanted, quote: 'It ended', tags: [guid(1)] }]);
    expect(exchange.tags).toMatchObject([
      { id: guid(8), name: 'Folder', retired: false, parent: null },
      { id: guid(1), name: 'War', parent: guid(8), colour: '#aabbcc' },
    ]);
    expect([...lost.keys()]).toEqual(['pictures, PDF files, sounds and films, with what was coded in them']);
  });
});

/** What the schema of 2019 says of the elements that Lectern writes: children in this order, attributes that must be. */
const schema: Readonly<
  Record<string, { readonly children: readonly string[]; readonly attributes: readonly string[] }>
> = {
  Project: { children: ['Users', 'CodeBook', 'Sources', 'Notes', 'NoteRef'], attributes: ['name'] },
  Users: { children: ['User'], attributes: [] },
  User: { children: [], attributes: ['guid'] },
  CodeBook: { children: ['Codes'], attributes: [] },
  Codes: { children: ['Code'], attributes: [] },
  Code: { children: ['Description', 'NoteRef', 'Code'], attributes: ['guid', 'name', 'isCodable'] },
  Description: { children: [], attributes: [] },
  Sources: { children: ['TextSource'], attributes: [] },
  TextSource: { children: ['PlainTextSelection', 'NoteRef'], attributes: ['guid', 'name', 'plainTextPath'] },
  PlainTextSelection: { children: ['Coding', 'NoteRef'], attributes: ['guid', 'startPosition', 'endPosition'] },
  Coding: { children: ['CodeRef'], attributes: ['guid'] },
  CodeRef: { children: [], attributes: ['targetGUID'] },
  NoteRef: { children: [], attributes: ['targetGUID'] },
  Notes: { children: ['Note'], attributes: [] },
  Note: { children: ['PlainTextContent'], attributes: ['guid'] },
  PlainTextContent: { children: [], attributes: [] },
};
const lists = new Set(['Users', 'Codes', 'Sources', 'Notes']);
const guidPattern = /^[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}$/;

function faults(node: XmlNode): string[] {
  const rule = schema[node.name];
  if (!rule) return [`${node.name} is not in the schema`];
  const found = rule.attributes
    .filter((name) => node.attributes[name] === undefined)
    .map((name) => `${node.name} lacks ${name}`);
  for (const [name, value] of Object.entries(node.attributes))
    if (/guid$/i.test(name) && !guidPattern.test(value)) found.push(`${node.name} ${name}="${value}"`);
  let last = 0;
  for (const child of node.children) {
    const at = rule.children.indexOf(child.name);
    if (at < last) found.push(`${child.name} in ${node.name} stands out of order`);
    last = Math.max(last, at);
  }
  if (lists.has(node.name) && node.children.length === 0) found.push(`${node.name} is empty`);
  return [...found, ...node.children.flatMap(faults)];
}

describe('what Lectern writes for other programs', () => {
  const tree = (xml: string): XmlNode => readTree(xml, new Meter(usualLimits));

  it('follows the schema of REFI-QDA, and its positions are code points of the texts beside it', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (exchange) => {
        const { bytes } = await writeTagFile('qdpx', exchange, sources, options);
        const files = unzipSync(bytes);
        const root = tree(strFromU8(files['project.qde']!));
        expect(faults(root)).toEqual([]);
        const selected = root.children
          .filter(({ name }) => name === 'Sources')
          .flatMap(({ children }) => children)
          .flatMap(({ attributes, children }) => {
            const text = Array.from(strFromU8(files[attributes.plainTextPath!.replace('internal://', 'Sources/')]!));
            return children
              .filter(({ name }) => name === 'PlainTextSelection')
              .map((one) =>
                text.slice(Number(one.attributes.startPosition), Number(one.attributes.endPosition)).join(''),
              );
          });
        expect(selected.sort()).toEqual(exchange.spans.map(({ quote }) => quote).sort());
      }),
      { numRuns: 40 },
    );
  });

  it('counts code points for the W3C model and for brat', async () => {
    const start = english.indexOf('Nobody');
    const [some] = fc.sample(projects, { seed: 3, numRuns: 1 });
    const span = {
      path: 'en/war.txt',
      start,
      end: start + 6,
      quote: 'Nobody',
      before: '',
      after: '',
      tags: [some!.tags[0]!.id],
    };
    const one = {
      ...some!,
      notes: [],
      spans: [{ ...span, id: guid(5), author: some!.coders[0]!.id, made: options.now, state: 'held' as const }],
    };
    const json = JSON.parse(strFromU8((await writeTagFile('webannotation', one, sources, options)).bytes)) as {
      first: { items: { target: { selector: object[] } }[] };
    };
    expect(json.first.items[0]!.target.selector[0]).toEqual({
      type: 'TextPositionSelector',
      start: start - 1,
      end: start + 5,
    });
    const files = unzipSync((await writeTagFile('brat', one, sources, options)).bytes);
    expect(strFromU8(files['en/war.ann']!)).toMatch(new RegExp(`^T1\\t\\S+ ${start - 1} ${start + 5}\\tNobody\\n$`));
  });

  it('marks formulas in tables of text', async () => {
    const [some] = fc.sample(projects, { seed: 3, numRuns: 1 });
    const tag = { ...some!.tags[0]!, name: '=cmd()', parent: null };
    const span = {
      id: guid(5),
      path: 'en/war.txt',
      start: 0,
      end: 3,
      quote: 'The',
      before: '',
      after: '',
      tags: [tag.id],
    };
    const one = {
      ...some!,
      tags: [tag],
      notes: [],
      spans: [{ ...span, author: some!.coders[0]!.id, made: options.now, state: 'held' as const }],
    };
    const safe = strFromU8((await writeTagFile('csv', one, sources, options)).bytes);
    expect(safe).toContain(",'=cmd(),");
    expect(strFromU8((await writeTagFile('csv', one, sources, { ...options, raw: true })).bytes)).toContain(',=cmd(),');
  });

  it('makes reports that have every passage under its tag, in its own direction', async () => {
    const [exchange] = fc
      .sample(projects, { seed: 23, numRuns: 40 })
      .filter(({ spans }) => spans.some(({ path }) => path === 'بيان.txt'));
    const page = strFromU8((await writeTagFile('html', exchange!, sources, options)).bytes);
    expect(page.match(/<blockquote/g)).toHaveLength(exchange!.spans.flatMap(({ tags }) => tags).length);
    expect(page).toContain('dir="rtl" lang="ar"');
    const word = unzipSync((await writeTagFile('docx', exchange!, sources, options)).bytes);
    const body = strFromU8(word['word/document.xml']!);
    expect(body).toContain('<w:bidi/>');
    expect(body).toContain('<w:rtl/>');
  });
});

describe('annotations of other programs', () => {
  it('reads the forms that JSON-LD allows', async () => {
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items: [
        {
          type: 'Annotation',
          bodyValue: 'a remark',
          target: {
            source: 'file:///en/war.txt',
            selector: { type: 'TextQuoteSelector', exact: 'war', prefix: 'The ' },
          },
        },
        {
          motivation: 'tagging',
          creator: 'https://example.org/ana',
          body: 'peace',
          target: [{ source: { id: 'war.txt' }, selector: { start: 0, end: 3 } }],
        },
        { motivation: 'linking' },
      ],
    };
    const { exchange, lost } = await readTagFile('webannotation', strToU8(JSON.stringify(page)), 'a.json', sources);
    expect(exchange.spans).toMatchObject([
      { path: 'en/war.txt', quote: 'war' },
      { path: 'en/war.txt', start: 0, end: 3, quote: 'The' },
    ]);
    expect(exchange.notes.map(({ text }) => text)).toEqual(['a remark']);
    expect(exchange.tags.map(({ name }) => name).sort()).toEqual(['Imported', 'peace']);
    expect([...lost.values()]).toEqual([]);
  });

  it('reads brat: pieces, notes, labels, and says what it leaves', async () => {
    const files = {
      'war.txt': strToU8(english),
      'war.ann': strToU8(
        'T1\tActor 0 3\tThe\nT2\tActor 10 14;40 42\tx\n#1\tAnnotatorNotes T1\tline\\none\nR1\tRel Arg1:T1 Arg2:T2\n',
      ),
      'annotation.conf': strToU8('[entities]\nThing\n\tActor\n[relations]\n'),
      'visual.conf': strToU8('[labels]\nActor | Who acts | A\n[drawing]\nActor\tbgColor:#FF0000, fgColor:black\n'),
    };
    const { exchange, lost } = await readTagFile('brat', zipSync(files), 'b.zip', sources);
    expect(exchange.tags).toMatchObject([
      { name: 'Thing' },
      { name: 'Who acts', colour: '#ff0000', parent: exchange.tags[0]!.id },
    ]);
    expect(exchange.spans.map(({ start }) => start)).toEqual([0, 10]);
    expect(exchange.notes.map(({ text }) => text)).toEqual(['line\none']);
    expect([...lost]).toEqual([['relations, events and attributes', 1]]);
  });

  it('reads a table of another program', async () => {
    const table = 'document;start;end;tags\r\nwar.txt;4;7;A > B; C\r\n;1;2;x\r\n';
    const { exchange, lost } = await readTagFile('csv', strToU8(table), 't.csv', sources);
    expect(exchange.spans).toMatchObject([{ path: 'en/war.txt', quote: 'war' }]);
    expect([...lost]).toEqual([['rows without a document, a start and an end', 1]]);
  });

  it.each(['webannotation', 'qdc', 'qdpx', 'xlsx', 'brat', 'tei', 'docx'] as const)(
    '%s: what is no such file is refused with its name',
    async (format) => {
      await expect(readTagFile(format, strToU8('{"'), 'odd.bin', sources)).rejects.toMatchObject({
        failure: { code: 'unreadable', where: 'odd.bin' },
      });
    },
  );
});
