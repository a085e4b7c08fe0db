/** Links leave by every format and come back as the same links; files of other programs are written here by hand. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReadLinkFormat, WrittenLinkFormat } from '../../../src/shared/link-files.ts';
import { placeLinks } from '../../../src/worker/alignment/files/place-links.ts';
import type { PlacedLinks } from '../../../src/worker/alignment/files/place-links.ts';
import { readLinkFile } from '../../../src/worker/alignment/files/read-link-file.ts';
import type { OpenPair } from '../../../src/worker/alignment/files/write-links.ts';
import { writeLinks } from '../../../src/worker/alignment/files/write-links.ts';
import { Meter, usualLimits } from '../../../src/worker/formats/limits.ts';
import { readTree } from '../../../src/worker/exchange/xml-tree.ts';

const options = { raw: false, version: '1', now: '2026-11-22T12:00:00.000Z' };

const words = fc.constantFrom('قال الرئيس', 'ended <b> & "so"', 'Војната', 'a\tb', '=SUM(A1)', '😀 x', 'line\nbreak');
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

  it.each(['m.tmx', 'm.xliff', 'm.xml', 'm.ladder', 'm.json', 'm.beads', 'm.tsv', 'm'])(
    'refuses nonsense in %s by its name',
    async (name) => {
      await expect(read(name, 'nothing')).rejects.toMatchObject({ failure: { code: 'unreadable', where: name } });
    },
  );
});
