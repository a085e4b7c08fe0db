/** Links leave by every format and come back as the same links; files of other programs are written here by hand. */
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { linkStatuses } from '../../../src/shared/alignment.ts';
import type { ReadLinkFormat, WrittenLinkFormat } from '../../../src/shared/link-files.ts';
import { placeLinks } from '../../../src/worker/alignment/files/place-links.ts';
import type { PlacedLinks } from '../../../src/worker/alignment/files/place-links.ts';
import { readLinkFile } from '../../../src/worker/alignment/files/read-link-file.ts';
import type { OpenPair } from '../../../src/worker/alignment/files/write-links.ts';
import { writeLinks } from '../../../src/worker/alignment/files/write-links.ts';
import { Meter, usualLimits } from '../../../src/worker/formats/limits.ts';
import { descendantsNamed, readTree } from '../../../src/worker/exchange/xml-tree.ts';
import { importedLinks } from '../../../src/worker/alignment/import-links.ts';
import type { Row } from '../../../src/worker/alignment/links.ts';

const options = { raw: false, version: '1', now: '2026-11-22T12:00:00.000Z' };

const words = fc.constantFrom(
  ...[
    'قال الرئيس',
    'ended <b> & "so"',
    'Војната',
    'a\tb',
    '=SUM(A1)',
    '😀 x',
    'line\nbreak',
    '# ]]> &amp;',
    '𐎠𐎼 <x/>',
    '﴿آية﴾\u200f',
    '""',
  ],
);
const sentence = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join(' ')}.`);

/** A path over both texts with links of several sentences and gaps on either side. */
const pairs: fc.Arbitrary<OpenPair> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .chain((shape) => {
    const sizes = shape.filter(([a, b]) => a + b > 0 && (Math.min(a, b) > 0 || a + b === 1));
    const total = (side: 0 | 1): number => sizes.reduce((sum, one) => sum + one[side], 0);
    const side = (count: number, mark: string) =>
      fc
        .array(sentence, { minLength: count, maxLength: count })
        // Each text says something of its own, as sentences do.
        .map((texts) => texts.map((text, at) => `${mark}${at} ${text}`));
    return fc.tuple(side(total(0), 'A'), side(total(1), 'B')).map(([a, b]): OpenPair => {
      let [atA, atB] = [0, 0];
      const beads = sizes.map(([as, bs, score]) => {
        const bead = { aFrom: atA, aTo: atA + as, bFrom: atB, bTo: atB + bs, score };
        [atA, atB] = [atA + as, atB + bs];
        return bead;
      });
      return {
        a: { path: 'ar/<a>.txt', language: 'ar', direction: 'rtl', units: a },
        b: { path: 'b&c.txt', language: 'en', direction: 'ltr', units: b },
        mode: 'parallel',
        beads,
        statuses: beads.map(() => 'sure'),
      };
    });
  })
  .filter(({ beads }) => beads.some(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom && bTo > bFrom));

async function back(format: WrittenLinkFormat, as: ReadLinkFormat, pair: OpenPair): Promise<PlacedLinks> {
  const { bytes } = await writeLinks(format, pair, options);
  return placeLinks(await readLinkFile(bytes, 'x', as), pair.a.units, pair.b.units, false);
}

const linked = ({ beads }: OpenPair): OpenPair['beads'] =>
  beads.filter(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom && bTo > bFrom);
const runs = (beads: OpenPair['beads']) =>
  beads.map(({ aFrom, aTo, bFrom, bTo }) => [
    aTo - aFrom,
    bTo - bFrom,
    aTo > aFrom ? aFrom : 0,
    bTo > bFrom ? bFrom : 0,
  ]);
const placedRuns = ({ links }: PlacedLinks) =>
  links.map(({ a, b }) => [a.to - a.from, b.to - b.from, a.to > a.from ? a.from : 0, b.to > b.from ? b.from : 0]);

describe('links in files', () => {
  it.each(['tsv', 'cesalign', 'beads', 'json', 'hunalign'] as const)(
    '%s comes back with every link and gap',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(pairs, async (pair) => {
          const placed = await back(format, format, pair);
          expect(placed.refused).toBe(0);
          expect(placedRuns(placed)).toEqual(runs(pair.beads));
        }),
        { numRuns: 40 },
      );
    },
  );

  it('tmx comes back with every link, and says how many sentences had no place', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        expect(placedRuns(await back('tmx', 'tmx', pair))).toEqual(runs(linked(pair)));
        const alone = pair.beads.filter((bead) => !linked(pair).includes(bead)).length;
        expect((await writeLinks('tmx', pair, options)).unlinked).toBe(alone);
      }),
      { numRuns: 40 },
    );
  });

  it('a ladder comes back with every link; gaps side by side are one', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        const isLink = ([a, b]: number[]): boolean => a! > 0 && b! > 0;
        expect(placedRuns(await back('ladder', 'ladder', pair)).filter(isLink)).toEqual(runs(linked(pair)));
      }),
      { numRuns: 40 },
    );
  });

  it('writes two files of lines that answer each other, a table, and a book', async () => {
    const [pair] = fc.sample(pairs, { seed: 5, numRuns: 1 });
    const files = unzipSync((await writeLinks('lines', pair!, options)).bytes);
    const counts = Object.values(files).map((file) => strFromU8(file).split('\n').length - 1);
    expect(counts).toEqual([linked(pair!).length, linked(pair!).length]);
    const table = strFromU8((await writeLinks('csv', pair!, options)).bytes);
    expect(table.split('\n')[0]).toBe('a,b,type,score,status,text a,text b');
    const book = unzipSync((await writeLinks('epub', pair!, options)).bytes);
    expect(Object.keys(book)[0]).toBe('mimetype');
    const page = readTree(strFromU8(book['EPUB/text.xhtml']!).replace(/<!doctype[^>]*>/i, ''), new Meter(usualLimits));
    expect(page.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });
});

it.each(['tsv', 'tmx', 'beads', 'hunalign', 'ladder', 'cesalign', 'json'] as const)(
  '%s comes back with other line ends, in UTF-16 with its mark, and packed',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        const { bytes } = await writeLinks(format, pair, options);
        const lines = strFromU8(bytes).replaceAll('\n', '\r\n').replace('encoding="UTF-8"', 'encoding="UTF-16"');
        const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines, 'utf16le')]);
        const { a, b } = pair;
        const plain = placeLinks(await readLinkFile(bytes, 'x', format), a.units, b.units, false);
        for (const other of [wide, gzipSync(wide)])
          expect(placeLinks(await readLinkFile(other, 'x.gz', format), a.units, b.units, false)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  },
);

it('json keeps who said what: taken into another project of the same texts, the rows are as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      pairs.chain((pair) =>
        fc
          .array(fc.constantFrom(...linkStatuses), { minLength: pair.beads.length, maxLength: pair.beads.length })
          .map((statuses) => ({ ...pair, statuses })),
      ),
      async (pair) => {
        const machine = pair.beads.map((bead): Row => ({ ...bead, status: 'sure', moved: false }));
        const open = { sizes: { a: pair.a.units.length, b: pair.b.units.length }, said: [], rows: machine };
        const { said, refused } = importedLinks(open, (await back('json', 'json', pair)).links);
        expect(refused).toEqual([]);
        expect(said.map(({ status }) => status)).toEqual(
          pair.statuses.filter((one) => one !== 'sure' && one !== 'doubtful'),
        );
        // Where a text has changed since, what its sentences said is found again.
        const longer = ['Before all.', ...pair.a.units];
        const file = await readLinkFile((await writeLinks('json', pair, options)).bytes, 'x', 'json');
        const shifted = placeLinks(file, longer, pair.b.units, false).links.filter(({ a }) => a.to > a.from);
        expect(shifted.map(({ a }) => a.from)).toEqual(
          pair.beads.filter((one) => one.aTo > one.aFrom).map((one) => one.aFrom + 1),
        );
      },
    ),
    { numRuns: 40 },
  );
});

it('a book is what EPUB asks for, whatever the texts hold', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async (pair) => {
      const { bytes } = await writeLinks('epub', pair, options);
      // The type of the file first, not packed, and without an extra field: at byte 38 it can be read.
      expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
      expect([bytes[8], bytes[28]]).toEqual([0, 0]);
      const book = unzipSync(bytes);
      const xml = (name: string) => readTree(strFromU8(book[name]!), new Meter(usualLimits));
      const inContainer = descendantsNamed(xml('META-INF/container.xml'), 'rootfile')[0]!.attributes['full-path']!;
      const content = xml(inContainer);
      const items = descendantsNamed(content, 'item').map(({ attributes }) => attributes);
      expect(items.map(({ href }) => `EPUB/${href}`).sort()).toEqual(
        Object.keys(book)
          .filter((name) => name.startsWith('EPUB/') && name !== inContainer)
          .sort(),
      );
      expect(items.filter(({ properties }) => properties === 'nav')).toHaveLength(1);
      expect(content.attributes).toMatchObject({ version: '3.0', 'unique-identifier': 'id' });
      expect(descendantsNamed(content, 'identifier')[0]!.attributes.id).toBe('id');
      expect(descendantsNamed(content, 'language').map(({ text }) => text)).toEqual(['ar', 'en']);
      expect(descendantsNamed(content, 'meta')[0]!.text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
      const ids = new Set(items.map(({ id }) => id));
      for (const { attributes } of descendantsNamed(content, 'itemref')) expect(ids).toContain(attributes.idref);
      const nav = xml('EPUB/nav.xhtml');
      expect(nav.attributes).toMatchObject({ lang: 'ar', 'xml:lang': 'ar', dir: 'rtl' });
      const links = descendantsNamed(nav, 'a').map(({ attributes }) => attributes.href);
      expect(items.map(({ href }) => href)).toEqual(expect.arrayContaining(links));
      const texts = descendantsNamed(xml('EPUB/text.xhtml'), 'p');
      for (const { attributes } of texts)
        expect(attributes).toMatchObject(
          attributes.class === 'a'
            ? { lang: 'ar', 'xml:lang': 'ar', dir: 'rtl' }
            : { lang: 'en', 'xml:lang': 'en', dir: 'ltr' },
        );
      const bare = (text: string) => text.replace(/\s+/gu, '');
      expect(
        bare(
          texts
            .filter(({ attributes }) => attributes.class === 'a')
            .map(({ text }) => text)
            .join(''),
        ),
      ).toBe(bare(pair.a.units.join('')));
    }),
    { numRuns: 15 },
  );
});

describe('files of other programs', () => {
  const a = ['Hello world again.', 'Two.', 'Three is here.'];
  const b = ['مرحبا مرة أخرى.', 'اثنان.', 'ثلاثة هنا.'];
  const read = async (name: string, text: string, swapped = false) =>
    placeLinks(await readLinkFile(strToU8(text), name, undefined), a, b, swapped);

  it('reads memories with inline codes, other spaces and regions in their languages', async () => {
    const tmx = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en-US"/><body>
      <tu><tuv xml:lang="en-US"><seg>Hello <bpt i="1">&lt;b></bpt>world<ept i="1">&lt;/b></ept>\n again.</seg></tuv><tuv xml:lang="AR"><seg>مرحبا <hi>مرة</hi> أخرى.</seg></tuv></tu>
      <tu><tuv xml:lang="en-US"><seg>Nowhere.</seg></tuv><tuv xml:lang="AR"><seg>لا مكان.</seg></tuv></tu>
      <tu><tuv xml:lang="en-US"><seg>Two. Three is here.</seg></tuv><tuv xml:lang="AR"><seg>اثنان. ثلاثة هنا.</seg></tuv></tu></body></tmx>`;
    const file = await readLinkFile(strToU8(tmx), 'm.tmx', undefined);
    expect(file).toMatchObject({ kind: 'texts', languages: ['en', 'ar'] });
    const placed = placeLinks(file, a, b, false);
    expect(placed).toEqual({
      refused: 1,
      links: [
        { a: { from: 0, to: 1 }, b: { from: 0, to: 1 } },
        { a: { from: 1, to: 3 }, b: { from: 1, to: 3 } },
      ],
    });
    expect(placeLinks(file, b, a, true).links).toEqual(
      placed.links.map(({ a: one, b: other }) => ({ a: other, b: one })),
    );
  });

  it('reads XLIFF 1.2 and 2, cesAlign, beads and hunalign', async () => {
    const old = `<xliff version="1.2"><file source-language="en" target-language="ar"><body><trans-unit id="1"><source>Two.</source><target>اثنان.</target></trans-unit></body></file></xliff>`;
    const now = `<xliff version="2.0" srcLang="en" trgLang="ar"><file id="f"><unit id="u"><segment><source>Two.</source><target>اثنان.</target></segment></unit></file></xliff>`;
    const ces = `<cesAlign><linkGrp><link xtargets="s2;p1s2"/><link xtargets="s1 s3;"/></linkGrp></cesAlign>`;
    const one = { a: { from: 1, to: 2 }, b: { from: 1, to: 2 } };
    expect(await read('x.xlf', old)).toEqual({ links: [one], refused: 0 });
    expect(await read('x.xliff', now)).toEqual({ links: [one], refused: 0 });
    // Two sentences with another between them are no run.
    expect(await read('x.xml', ces)).toEqual({ links: [one], refused: 1 });
    expect(await read('x', '[1]:[1]\n[2]:[]\n')).toMatchObject({ links: [one, { b: { from: 0, to: 0 } }], refused: 0 });
    expect(await read('x.hunalign', 'Two. ~~~ Three is here.\tاثنان. ~~~ ثلاثة هنا.\t0.7\n')).toEqual({
      links: [{ a: { from: 1, to: 3 }, b: { from: 1, to: 3 } }],
      refused: 0,
    });
  });

  it('reads memories of more languages, of two variants of one, of before 1.4, and passes over what is not translated', async () => {
    const unit = (...variants: [string, string][]) =>
      `<tu>${variants.map(([code, text]) => `<tuv ${code}><seg>${text}</seg></tuv>`).join('')}</tu>`;
    const memory = (...units: string[]) =>
      strToU8(`<tmx version="1.4"><header srclang="*all*"/><body>${units.join('')}</body></tmx>`);
    const three = memory(
      unit(['xml:lang="fr"', 'Deux.'], ['xml:lang="en"', 'Two.'], ['xml:lang="ar-EG"', 'اثنان.']),
      unit(['xml:lang="en"', 'Three is here.'], ['xml:lang="ar"', ' ']),
    );
    const meant = { languages: ['ar', 'en'] as const, paths: ['x', 'y'] as const };
    expect(await readLinkFile(three, 'm.tmx', undefined, meant)).toEqual({
      ...{ kind: 'texts', languages: ['en', 'ar'], links: [{ a: 'Two.', b: 'اثنان.' }] },
    });
    await expect(readLinkFile(three, 'm.tmx', undefined)).rejects.toMatchObject({ failure: { code: 'unreadable' } });
    const variants = memory(unit(['lang="EN_GB"', 'Colour.'], ['lang="en-US"', 'Color.']));
    expect(await readLinkFile(variants, 'm.tmx', undefined)).toMatchObject({ links: [{ a: 'Colour.', b: 'Color.' }] });
    const inline = memory(
      unit(
        ['xml:lang="en"', '<it pos="begin">&lt;i></it>Two<ph x="1">{1}<sub>a note</sub></ph>.<ut>x</ut>'],
        ['xml:lang="ar"', '<hi type="b">اثنان</hi><bpt i="1">{</bpt>.<ept i="1">}</ept>'],
      ),
    );
    expect(await readLinkFile(inline, 'm.tmx', undefined)).toMatchObject({ links: [{ a: 'Two.', b: 'اثنان.' }] });
  });

  it('reads sentences within units of XLIFF 1.2, and codes of both versions', async () => {
    const old = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="ar"><body><group>
      <trans-unit id="1"><source>Two. Three is here.</source><seg-source><mrk mtype="seg" mid="1">T<g id="1">wo</g>.</mrk> <mrk mtype="seg" mid="2">Three is<x id="2"/> here.</mrk></seg-source>
      <target><mrk mtype="seg" mid="2">ثلاثة هنا.</mrk><mrk mtype="seg" mid="1">اثنان<bpt id="3">&lt;b></bpt>.</mrk></target><alt-trans><source>Hello</source><target>مرحبا</target></alt-trans></trans-unit>
      <trans-unit id="2"><source>Hello world again.</source><target state="new"/></trans-unit></group></body></file></xliff>`;
    const now = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar"><file id="f"><unit id="u"><originalData><data id="d">x</data></originalData>
      <segment id="1"><source>T<pc id="1">w<mrk id="m" type="term">o</mrk></pc>.<ph id="2" dataRef="d"/></source><target><sc id="3"/>اثنان.<ec startRef="3"/></target></segment><ignorable><source> </source></ignorable>
      <segment id="2"><source>Three is here.</source></segment></unit></file></xliff>`;
    const two = { a: { from: 1, to: 2 }, b: { from: 1, to: 2 } };
    const three = { a: { from: 2, to: 3 }, b: { from: 2, to: 3 } };
    expect(await read('x.xlf', old)).toEqual({ links: [two, three], refused: 0 });
    expect(await read('x.xlf', now)).toEqual({ links: [two], refused: 0 });
  });

  it('reads tables of spreadsheets, with quotes around and languages in their first row', async () => {
    const table = 'ar\ten\r\nاثنان.\tTwo.\r\n"ثلاثة هنا."\t"Three is\there."\r\n'.replace('\there', ' here');
    expect(await readLinkFile(strToU8(table), 'x.tsv', undefined)).toMatchObject({ languages: ['ar', 'en'] });
    expect((await read('x.tsv', table, true)).links).toHaveLength(2);
    const quoted = ['He said: "Go."', 'Two.', '"Yes."'];
    const file = await readLinkFile(strToU8('"He said: ""Go."""\tx\n"Yes."\tz\n'), 'x.tsv', undefined);
    expect(placeLinks(file, quoted, ['x', 'y', 'z'], false)).toMatchObject({
      refused: 0,
      links: [{}, { a: { from: 2 } }],
    });
  });

  it('reads cesAlign of many documents, with names counted from 0 or anew in each paragraph', async () => {
    const group = (from: string, to: string, ...links: string[]) =>
      `<linkGrp fromDoc="${from}" toDoc="${to}">${links.map((one) => `<link xtargets="${one}"/>`).join('')}</linkGrp>`;
    const many = `<cesAlign>${group('en/1/one.xml.gz', 'ar/1/one.xml.gz', '1;2')}${group('en/1/two.xml.gz', 'ar/1/two.xml.gz', '2;1')}</cesAlign>`;
    const meant = (...paths: [string, string]) => ({ languages: ['en', 'ar'] as const, paths });
    const numbers = async (text: string, ...paths: [string, string]) =>
      readLinkFile(gzipSync(strToU8(text)), 'en-ar.xml.gz', undefined, meant(...paths));
    expect(await numbers(many, 'en/two.txt', 'ar/two.txt')).toEqual({ kind: 'numbers', links: [{ a: [1], b: [0] }] });
    await expect(numbers(many, 'en/six.txt', 'ar/six.txt')).rejects.toMatchObject({ failure: { code: 'unreadable' } });
    const anew = `<cesAlign>${group('a', 'b', ' s1.1  s1.2 ; s0 ', 's2.1;s1', 's10.1;s2 s3', 's9.1;')}</cesAlign>`;
    expect(await numbers(anew, 'a', 'b')).toMatchObject({
      links: [
        { a: [0, 1], b: [0] },
        { a: [2], b: [1] },
        { a: [4], b: [2, 3] },
        { a: [3], b: [] },
      ],
    });
    const gap = `<cesAlign>${group('a', 'b', 's1.1;s1', 's1.3;s2', 's2.1;s3')}</cesAlign>`;
    await expect(numbers(gap, 'a', 'b')).rejects.toMatchObject({ failure: { code: 'unreadable' } });
  });

  it.each(['m.tmx', 'm.xliff', 'm.xml', 'm.ladder', 'm.json', 'm.beads', 'm.tsv', 'm'])(
    'refuses nonsense in %s by its name',
    async (name) => {
      await expect(read(name, 'nothing')).rejects.toMatchObject({ failure: { code: 'unreadable', where: name } });
    },
  );
});
