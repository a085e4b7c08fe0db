/** A folder that is put aside on disk while it is read against the same folder made in memory. */
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { IndexBuilder } from '../../../src/corpus/index/build.ts';
import type { SourceDocument } from '../../../src/corpus/index/corpus-index.ts';
import { JoinedIndex, joinParts } from '../../../src/corpus/index/join.ts';
import type { OpenOptions } from '../../../src/worker/open.ts';
import { openFolder } from '../../../src/worker/open.ts';
import {
  closeSpill,
  openSpill,
  partOfSpilled,
  postingStore,
  sinksOf,
  type SpillFiles,
} from '../../../src/worker/segments/spill.ts';
import { PostingChunks } from '../../../src/worker/snapshot/posting-chunks.ts';
import { snapshotPath } from '../../../src/worker/snapshot/corpus-snapshot.ts';
import { SnapshotKeeper } from '../../../src/worker/snapshot/snapshot-keeper.ts';
import type { OpenOutput } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { openFile } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { endAll } from '../../../src/worker/thread-end.ts';
import { shippedRules } from '../../corpus/text/rules.ts';
import { anyText } from '../../corpus/text/texts.ts';
import { age, contentOf, startOf } from '../opening.ts';
import { fullAfter } from '../snapshot/full-disk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const rules = shippedRules();
const language = fc.constantFrom('en', 'ar', 'mk', 'und');
const documents: fc.Arbitrary<SourceDocument[]> = fc.array(fc.record({ text: anyText, language }), { maxLength: 5 });

const descriptors = (): number => readdirSync('/proc/self/fd').length;
const chars = (sources: readonly SourceDocument[]): number => sources.reduce((sum, { text }) => sum + text.length, 0);

function spillOf(): SpillFiles {
  const files = openSpill(join(temporaryFolder(), 'test.lectern'));
  onTestFinished(() => {
    closeSpill(files);
  });
  return files;
}

function spilledParts(shares: readonly (readonly SourceDocument[])[]) {
  return shares.map((sources) => {
    const files = spillOf();
    const builder = new IndexBuilder(rules, sinksOf(files));
    for (const source of sources) builder.addDocument(source);
    return partOfSpilled(builder.finishPart(), files);
  });
}

function built(sources: readonly SourceDocument[]) {
  const builder = new IndexBuilder(rules);
  for (const source of sources) builder.addDocument(source);
  return builder.finish();
}

/** The tokens of each class, as they come back of what chunks are put together to. */
function turnedOver(stream: Iterable<Int32Array>, classes: number, chunks: PostingChunks): number[][] {
  const passed = Array.from(chunks.passing(stream), (types) => types.length);
  expect(passed.every((length) => length > 0)).toBe(true);
  const { steps, ends } = chunks.encoded();
  const whole = (pieces: Iterable<Uint8Array>) => Buffer.concat(Array.from(pieces, (piece) => Uint8Array.from(piece)));
  const bytes = whole(steps);
  const endOf = new Float64Array(Uint8Array.from(whole(ends)).buffer);
  expect(endOf).toHaveLength(classes);
  return Array.from(endOf, (end, cls) => decodedTo(bytes, cls === 0 ? 0 : endOf[cls - 1]!, end));
}

/** A step and its sum, byte by byte. */
function decodedTo(bytes: Uint8Array, from: number, to: number): number[] {
  const tokens: number[] = [];
  for (let at = from, token = 0, step = 0, shift = 0; at < to; at++) {
    step |= (bytes[at]! & 0x7f) << shift;
    shift += 7;
    if (bytes[at]! > 0x7f) continue;
    tokens.push((token += step));
    step = shift = 0;
  }
  return tokens;
}

describe('columns put aside on disk', () => {
  it('give the index that columns in memory give', () => {
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        const parts = spilledParts([one, other]);
        const runs = [one, other].map((sources, at) => {
          const part = parts[at]!;
          return { part, from: 0, to: sources.length, chars: chars(sources) };
        });
        expect(joinParts(runs).parts).toEqual(built([...one, ...other]).parts);
      }),
      { numRuns: 60 },
    );
  });

  it('give it when there are many blocks of each', () => {
    const words = ['the', 'The', 'library', 'езеро', 'кука', 'السلام', '3.14', `far${'.'.repeat(300)}`];
    const text = Array.from({ length: 40_000 }, (_, w) => `${words[(w * w + 3 * w) % words.length]}${w % 997}.`);
    const sources = [text.join(' '), text.join('\n\n')].map((whole) => ({ text: whole, language: 'en' }));
    const [part] = spilledParts([sources]);
    const { parts } = joinParts([{ part: part!, from: 0, to: 2, chars: chars(sources) }]);
    expect(parts).toEqual(built(sources).parts);
  });

  it('give the same postings, whatever the size of the chunks', () => {
    const sizes = fc.record({
      tokens: fc.integer({ min: 1, max: 40 }),
      ahead: fc.integer({ min: 1, max: 40 }),
      piece: fc.integer({ min: 5, max: 40 }),
    });
    fc.assert(
      fc.property(documents, sizes, (sources, chunks) => {
        const [part] = spilledParts([sources]);
        const joined = new JoinedIndex([{ part: part!, from: 0, to: sources.length, chars: chars(sources) }]);
        const { counts, lexicon } = joined;
        const postings = turnedOver(
          joined.stream(),
          counts.classes,
          new PostingChunks(lexicon, postingStore(spillOf()), chunks),
        );
        const index = built(sources);
        const { postings: whole, postingStart } = index.parts.arrays;
        expect(postings).toEqual(
          Array.from({ length: index.lexicon.classes }, (_, cls) => [
            ...whole.subarray(postingStart[cls], postingStart[cls + 1]),
          ]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('give the same postings of tokens by the hundred thousand', () => {
    // Some classes longer than all that is read or written at a time, some in one chunk only.
    const stream = Int32Array.from({ length: 400_000 }, (_, t) => (t % 3 === 0 ? 7 : (t * t + (t >> 9)) % 5_000));
    const classOfType = Uint32Array.from({ length: 5_000 }, (_, type) => type >> 1);
    const classStart = Uint32Array.from({ length: 2_501 }, (_, cls) => 2 * cls);
    const byClass = Array.from({ length: 2_500 }, (): number[] => []);
    stream.forEach((type, token) => byClass[type >> 1]!.push(token));
    const pieces = [stream.subarray(0, 70_001), stream.subarray(70_001)];
    const sizes = { tokens: 150_000, ahead: 1_000, piece: 3_000 };
    const chunks = new PostingChunks({ classOfType, classStart }, postingStore(spillOf()), sizes);
    expect(turnedOver(pieces, byClass.length, chunks)).toEqual(byClass);
  });
});

const words = ['the', 'The', 'library', 'is', 'езеро', 'куќа', 'السلام', 'السلامَ', '漢字', '3.14', '\n\n', '. '];

function someFolder(): string {
  const files: Record<string, string> = { 'metadata.csv': 'file,language\nf3.txt,mk\n', 'empty.txt': '' };
  for (let f = 0; f < 30; f++) {
    const text = Array.from({ length: 100 + 31 * f }, (_, w) => words[(w * (f + 3) + w * w) % words.length]);
    files[`f${f}.${f % 7 === 6 ? 'md' : 'txt'}`] = text.join(' ');
  }
  return temporaryFolder(files);
}

function keeperOf(root: string, cache: string, openOutput?: OpenOutput): SnapshotKeeper {
  const file = snapshotPath({ cache, root, reading: {} });
  const keeper = new SnapshotKeeper(file, 'test', () => undefined, openOutput);
  onTestFinished(() => keeper.close());
  return keeper;
}

const spilled = (secondThread: number) => ({ spill: 0, secondThread });
const read = (root: string, options: Partial<OpenOptions>) =>
  openFolder(startOf(root), { report: () => undefined, ...options });

describe('a folder made on disk', () => {
  it.each([
    ['one thread', Infinity],
    ['two threads', 0],
  ])('by %s is what it is when made in memory, and lies in its snapshot', async (_, secondThread) => {
    const [root, cache] = [someFolder(), temporaryFolder()];
    const expected = contentOf(await read(root, {}));
    const before = descriptors();
    const keeper = keeperOf(root, cache);
    const opened = await read(root, { keeper, bounds: spilled(secondThread) });
    expect(contentOf(opened)).toEqual(expected);
    expect([keeper.problem, keeper.bytes > 0, opened.reused]).toEqual(['', true, 0]);
    expect(readdirSync(cache)).toHaveLength(1);
    // That of the snapshot.
    await expect.poll(descriptors).toBe(before + 1);
    const again = keeperOf(root, cache).find();
    expect(contentOf({ ...opened, ...again })).toEqual(expected);
  });

  it('is what it is when the second thread takes shares, puts some of them aside, and is lost', async () => {
    const lost = `import { workerData } from 'node:worker_threads';
      import { writeSync } from 'node:fs';
      Atomics.add(workerData.work.taken, 0, 2);
      for (const descriptor of Object.values(workerData.spill)) writeSync(descriptor, 'half of a share');
      process.exit(3);`;
    const [root, cache] = [someFolder(), temporaryFolder()];
    const entry = pathToFileURL(join(temporaryFolder({ 'lost.mjs': lost }), 'lost.mjs'));
    const keeper = keeperOf(root, cache);
    const opened = await read(root, { keeper, bounds: { ...spilled(0), entry } });
    expect(contentOf(opened)).toEqual(contentOf(await read(root, {})));
    expect([keeper.problem, keeper.bytes > 0]).toEqual(['', true]);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('of which some files changed, came and went is joined on disk where memory is short', async () => {
    const [root, cache] = [someFolder(), temporaryFolder()];
    age(root);
    const first = keeperOf(root, cache);
    await read(root, { keeper: first, bounds: spilled(Infinity) });
    await first.close();
    writeFileSync(join(root, 'f5.txt'), 'another library, езеро');
    writeFileSync(join(root, 'f31.txt'), words.join(' '));
    // Old enough to be taken over afterwards, when nothing but one file has gone.
    for (const name of ['f5.txt', 'f31.txt']) utimesSync(join(root, name), 1e9, 1e9);
    rmSync(join(root, 'f8.txt'));
    const expected = contentOf(await read(root, {}));
    // Half of it is less than what is joined would take.
    for (const gone of [undefined, 'f9.txt']) {
      if (gone !== undefined) rmSync(join(root, gone));
      const keeper = keeperOf(root, cache);
      const known = keeper.find();
      expect(known).toBeDefined();
      const { ino } = statSync(snapshotPath({ cache, root, reading: {} }));
      const opened = await read(root, { keeper, known, bounds: { memory: 1e6 } });
      expect(contentOf(opened)).toEqual(gone === undefined ? expected : contentOf(await read(root, {})));
      expect([keeper.problem, keeper.bytes > 0, opened.reused > 20]).toEqual(['', true, true]);
      // It lies in a new snapshot already.
      expect(statSync(snapshotPath({ cache, root, reading: {} })).ino).not.toBe(ino);
      expect(readdirSync(cache)).toHaveLength(1);
      await keeper.close();
    }
  });

  it('is made in memory when the disk fills up, wherever that happens, and nothing is left of the attempt', async () => {
    const root = someFolder();
    const expected = contentOf(await read(root, {}));
    for (const room of [0, 1_000, 8_000]) {
      const cache = temporaryFolder();
      const keeper = keeperOf(root, cache, fullAfter(room));
      const opened = await read(root, { keeper, bounds: spilled(0) });
      expect(contentOf(opened)).toEqual(expected);
      expect(keeper.problem).toContain('full');
      expect(readdirSync(cache)).toEqual([]);
    }
  });

  it('is made in memory when there can be no cache folder', async () => {
    const [root, beside] = [someFolder(), temporaryFolder()];
    writeFileSync(join(beside, 'file'), '');
    const keeper = keeperOf(root, join(beside, 'file', 'cache'));
    const before = descriptors();
    const opened = await read(root, { keeper, bounds: spilled(0) });
    expect(contentOf(opened)).toEqual(contentOf(await read(root, {})));
    await expect.poll(descriptors).toBe(before);
  });

  it('leaves no file open and none behind when it is called off, at the first file or while it is written', async () => {
    const [root, cache] = [someFolder(), temporaryFolder()];
    for (const stage of ['walking', 'indexing'] as const) {
      const before = descriptors();
      const stop = new AbortController();
      const keeper = keeperOf(root, cache);
      const reading = read(root, {
        ...{ keeper, bounds: spilled(0), signal: stop.signal },
        report: (report) => {
          if (report.stage === stage) stop.abort();
        },
      });
      await expect(reading).rejects.toThrow('Stopped.');
      expect(readdirSync(cache)).toEqual([]);
      await expect.poll(descriptors).toBe(before);
    }
  });

  it('leaves nothing half-written when its thread is ended while it is written', async () => {
    const [root, cache] = [someFolder(), temporaryFolder()];
    const [writing, goingOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const keeper = keeperOf(root, cache, async (file) => {
      const output = await openFile(file);
      return {
        ...output,
        write: async (bytes, at) => {
          writing.resolve(undefined);
          await goingOn.promise;
          return output.write(bytes, at);
        },
      };
    });
    const reading = read(root, { keeper, bounds: spilled(Infinity) });
    await writing.promise;
    expect(readdirSync(cache)).toHaveLength(1);
    await endAll();
    expect(readdirSync(cache)).toEqual([]);
    goingOn.resolve(undefined);
    await reading;
  });

  it('is read whole once more when the disk fills up, with the files that a process of their own reads', async () => {
    const root = temporaryFolder({ 'a.html': '<article><p>The library is open.</article>', 'b.txt': 'It is closed.' });
    const keeper = keeperOf(root, temporaryFolder(), fullAfter(0));
    const opened = await read(root, { keeper, bounds: spilled(Infinity) });
    expect(keeper.problem).toContain('full');
    expect(contentOf(opened)).toEqual(contentOf(await read(root, {})));
    expect(opened.documents.map(({ path }) => path)).toEqual(['a.html', 'b.txt']);
  });
});
