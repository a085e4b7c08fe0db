/** Columns, digests of the program, and the folder of snapshots. */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCacheFolder, temporaryName, tidyCache } from '../../../src/worker/snapshot/cache-folder.ts';
import { fingerprintOf, snapshotPath } from '../../../src/worker/snapshot/corpus-snapshot.ts';
import { programDigest } from '../../../src/worker/snapshot/program-digest.ts';
import { fromColumns, toColumns } from '../../../src/worker/snapshot/record-columns.ts';
import { resources, workerEntry } from '../opening.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('records as columns', () => {
  it('come back from JSON as they were', () => {
    const record = fc.record(
      {
        path: fc.string({ unit: 'grapheme' }),
        tokens: fc.nat(),
        repaired: fc.boolean(),
        confidence: fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
          fc.constant(null),
        ),
        metadata: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), { noNullPrototype: true }),
        shares: fc.array(fc.nat(), { maxLength: 2 }),
      },
      { requiredKeys: ['path', 'tokens'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (records) => {
        const read: unknown = JSON.parse(JSON.stringify(toColumns(records)));
        const expected: unknown = JSON.parse(JSON.stringify(records));
        expect(fromColumns(read as ReturnType<typeof toColumns>)).toEqual(expected);
      }),
    );
  });

  it('take a field that is undefined for one that is not there', () => {
    const columns = toColumns([
      { path: 'a', repair: undefined },
      { path: 'b', repair: 'x' },
    ]);
    expect(fromColumns(columns).map((record) => Object.keys(record))).toEqual([['path'], ['path', 'repair']]);
  });
});

describe('the digest of the program', () => {
  const sources = { 'src/worker/main.ts': 'a', 'src/corpus/text.ts': 'b', 'src/shared/model.ts': 'c' };
  const built = { 'out/main/worker.js': 'a', 'out/main/chunk-contract.js': 'b', 'out/renderer/page.js': 'x' };
  const made = { 'package.json': '{"dependencies":{"reader":"1.0.0"},"scripts":{}}' };
  const digestOf = (files: Record<string, string>, entry: string) =>
    programDigest(pathToFileURL(join(temporaryFolder({ ...made, ...files }), entry)).href);

  it.each([
    ['the sources', sources, 'src/worker/main.ts', 'src/corpus/text.ts'],
    ['the built program', built, 'out/main/worker.js', 'out/main/chunk-contract.js'],
  ])('of %s changes with any of its files, and with the libraries', (_, files, entry, other) => {
    const digest = digestOf(files, entry);
    expect(digestOf(files, entry)).toBe(digest);
    expect(digestOf({ ...files, [other]: 'changed' }, entry)).not.toBe(digest);
    expect(digestOf({ ...files, 'package.json': '{"dependencies":{"reader":"1.0.1"}}' }, entry)).not.toBe(digest);
    expect(digestOf({ ...files, 'package.json': '{"dependencies":{"reader":"1.0.0"}}' }, entry)).toBe(digest);
    expect(digestOf({ ...files, 'src/renderer/page.ts': 'new', 'out/renderer/page.js': 'new' }, entry)).toBe(digest);
  });

  it('does without a package.json', () => {
    const folder = temporaryFolder(built);
    expect(programDigest(pathToFileURL(join(folder, 'out/main/worker.js')).href)).toMatch(/^[\w-]{43}$/u);
  });
});

describe('the fingerprint', () => {
  it('changes with the folder and with the abbreviations', () => {
    const lists = temporaryFolder({ 'abbreviations/en.txt': 'Dr\n' });
    const makers = { entry: workerEntry, resources: lists, root: '/articles' };
    const before = fingerprintOf(makers);
    expect(fingerprintOf(makers)).toBe(before);
    expect(fingerprintOf({ ...makers, root: '/others' })).not.toBe(before);
    expect(fingerprintOf({ ...makers, resources })).not.toBe(before);
    writeFileSync(join(lists, 'abbreviations/en.txt'), 'Mr\n');
    expect(fingerprintOf(makers)).not.toBe(before);
    writeFileSync(join(lists, 'abbreviations/mk.txt'), '');
    expect(fingerprintOf(makers)).not.toBe(before);
  });
});

describe('the folder of snapshots', () => {
  const cache = '/cache';
  it('has one name for a folder, which tells nothing of it, and another when it is read in another way', () => {
    const name = snapshotPath({ cache, root: '/home/x/articles', reading: {} });
    expect(name).toMatch(/^.cache.[\da-f]{32}\.lectern$/u);
    expect(snapshotPath({ cache, root: '/home/x/articles', reading: {} })).toBe(name);
    expect(snapshotPath({ cache, root: '/home/x/Articles', reading: {} })).not.toBe(name);
    expect(snapshotPath({ cache, root: '/home/x/articles', reading: { encoding: 'KOI8-R' } })).not.toBe(name);
  });

  it('is made for its owner alone', async () => {
    const file = join(temporaryFolder(), 'a', 'b', 'x.lectern');
    await makeCacheFolder(file);
    await makeCacheFolder(file);
    if (process.platform !== 'win32') expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('is rid of what is long unused or was left half-written, and of nothing else', async () => {
    const folder = temporaryFolder();
    const day = 24 * 3600_000;
    const now = Date.now();
    const aged = (name: string, age: number): void => {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), new Date(now - age), new Date(now - age));
    };
    aged('used.lectern', 100 * day);
    aged('unused.lectern', 200 * day);
    aged(temporaryName('used.lectern'), 1000);
    const left = temporaryName('used.lectern');
    aged(left, day);
    aged('notes.txt', 900 * day);
    mkdirSync(join(folder, 'odd.lectern'));
    utimesSync(join(folder, 'odd.lectern'), 1, 1);
    await tidyCache(folder, now);
    expect(existsSync(join(folder, left))).toBe(false);
    expect(
      readdirSync(folder)
        .filter((name) => !name.endsWith('.tmp'))
        .sort(),
    ).toEqual([...['notes.txt', 'odd.lectern', 'used.lectern']]);
    expect(readdirSync(folder)).toHaveLength(4);
  });
});
