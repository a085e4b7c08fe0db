/** Every request of the contract, answered by the real workbench and worker, parsed by its own schema. */
import { cpSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { Params, Result } from '../../src/shared/contract.ts';
import type { LecternEvent } from '../../src/shared/wire.ts';
import { corpusRequests, requests } from '../../src/shared/contract.ts';
import { event } from '../../src/shared/wire.ts';
import { failureCodes } from '../../src/shared/failure.ts';
import type { CharOffset, DocId, FolderId } from '../../src/shared/model.ts';
import { samples as sampleArticles } from '../program.ts';
import { ask, nativeWorkbench } from '../workbench/native-workbench.ts';
import type { OwnedFolder } from '../worker/temporary-folder.ts';
import { makeFolder } from '../worker/temporary-folder.ts';
import type { Place } from './samples.ts';
import { counting, samples } from './samples.ts';

const names = Object.keys(requests) as (keyof typeof requests)[];

let userData: OwnedFolder;
let articles: OwnedFolder;
let workbench: Workbench;
const events: LecternEvent[] = [];

beforeAll(() => {
  userData = makeFolder();
  articles = makeFolder({ 'broken.txt': Buffer.from([0xff, 0x00]), 'notes.docx': '' });
  cpSync(sampleArticles, articles.path, { recursive: true });
  workbench = nativeWorkbench({ userData: userData.path, chooseFolder: () => Promise.resolve(articles.path) });
  workbench.listen((said) => events.push(said));
});

afterAll(async () => {
  await workbench.dispose();
  userData.remove();
  articles.remove();
});

/** A folder that may be opened, its corpus, and a result in it, whatever the test before did to them. */
/** Requests that may use up what was tagged for them. */
const taggingRooms = /^(?:tags|spans|notes|verdicts|queries|rules|coders|project|trash|review)\./u;

async function freshPlace(name = ''): Promise<Place> {
  const folder: FolderId = workbench.admit(articles.path);
  const { corpus } = await ask(workbench, 'corpus.open', { folder, job: 'place' });
  const query = { text: '*', mode: 'simple', case: false, marks: false } as const;
  const { result } = await ask(workbench, 'concordance.open', { corpus, query, sort: [] });
  const whole = { context: { unit: 'tokens', size: 3 }, format: 'csv', raw: false } as const;
  const { file } = await ask(workbench, 'concordance.export', { corpus, result, ...whole, job: 'place' });
  return {
    ...{ folder, other: workbench.admit(sampleArticles), corpus, result, file, tables: await freshTables(corpus) },
    // Before what is undone there, so that it can be redone.
    ...(await freshWords(corpus)),
    tagging: await taggingFor(name, corpus),
    ...(await freshPair(corpus)),
  };
}

let known: Promise<Place> | undefined;
/** One for all tests that only name what is in it. */
const anyPlace = (): Promise<Place> => (known ??= freshPlace());

let places = 0;

let lastTagging: Place['tagging'] | undefined;
async function taggingFor(name: string, corpus: Place['corpus']): Promise<Place['tagging']> {
  if (!lastTagging || taggingRooms.test(name)) lastTagging = await freshTagging(corpus);
  return lastTagging;
}

async function freshTagging(corpus: Place['corpus']): Promise<Place['tagging']> {
  const place = ++places;
  const create = async (name: string) =>
    (await ask(workbench, 'tags.create', { corpus, name: `${name} ${place}` })).tag;
  const tags = [await create('Lakes'), await create('Rivers')] as const;
  const ends = { start: (2 * place) as CharOffset, end: (2 * place + 5) as CharOffset };
  const { span } = await ask(workbench, 'spans.add', { corpus, doc: 0 as DocId, ...ends, tags: [tags[0]] });
  const target = { kind: 'span', span: span.span } as const;
  const { note } = await ask(workbench, 'notes.save', { corpus, target, text: 'Look here.' });
  const query = { text: 'lake', mode: 'simple', case: false, marks: false } as const;
  const { saved } = await ask(workbench, 'queries.save', { corpus, name: 'kept query', query });
  const words = { name: `Lakes ${place}`, query, unit: 'match' } as const;
  const { rule } = await ask(workbench, 'rules.save', { corpus, ...words, tags: [tags[0]] });
  const { tag: deleted } = await ask(workbench, 'tags.create', { corpus, name: `Deleted ${place}` });
  await ask(workbench, 'tags.delete', { corpus, tag: deleted });
  const { discarded } = await ask(workbench, 'trash.list', { corpus, from: 0, count: 1 });
  const { backup } = await ask(workbench, 'project.backup', { corpus, job: 'place' });
  await create('Undone');
  await ask(workbench, 'project.undo', { corpus });
  const { coder } = await ask(workbench, 'coders.list', { corpus });
  return { tags, span: span.span, note, rule, coder, saved, discarded: discarded[0]!.step, backup };
}

/** Two versions of one story, accepted as a pair, and a question over it. */
async function freshPair(corpus: Place['corpus']): Promise<Pick<Place, 'alignment' | 'parallel'>> {
  const pair = { a: 0 as DocId, b: 1 as DocId };
  const asked = { ...pair, mode: 'auto', granularity: 'sentence', job: 'place' } as const;
  await ask(workbench, 'alignment.settle', { corpus, pairs: [pair], state: 'accepted' });
  const { alignment } = await ask(workbench, 'alignment.open', { corpus, ...asked });
  const find = { text: '*', mode: 'simple', case: false, marks: false } as const;
  const question = { here: 'ar', there: 'en', find, without: false };
  const { parallel } = await ask(workbench, 'parallel.open', { corpus, question, sort: 'place', job: 'place' });
  return { alignment, parallel };
}

/** A dictionary and a term of the glossary. */
async function freshWords(corpus: Place['corpus']): Promise<Pick<Place, 'dictionary' | 'term'>> {
  const file = { name: 'place.tsv', base64: Buffer.from('езеро\tlake\n').toString('base64'), first: true, last: true };
  const languages: [string, string] = ['mk', 'en'];
  const { taken } = await ask(workbench, 'dictionaries.take', { corpus, ...file, languages, job: 'place' });
  const { term } = await ask(workbench, 'glossary.save', { corpus, languages, words: ['град', `city ${++places}`] });
  return { dictionary: taken!.dictionary, term };
}

async function freshTables(corpus: Place['corpus']): Promise<Place['tables']> {
  const query = { text: 'lake', mode: 'simple', case: false, marks: false } as const;
  const window = { before: 5, after: 5, sentence: false, marginals: 'tokens' } as const;
  const open = async (table: Params<'tables.open'>['table']) =>
    (await ask(workbench, 'tables.open', { corpus, table, job: 'place' })).table;
  return {
    words: await open({ kind: 'words', counting }),
    collocates: await open({ kind: 'collocates', counting, query, ...window }),
    dispersion: await open({ kind: 'dispersion', query, oncePerStory: false }),
  };
}

describe('the contract', () => {
  it.each(names)('%s: its sample is valid, and its answer has the shape it promises', async (name) => {
    const params = samples[name](await freshPlace(name));
    expect(requests[name].params.safeParse(params)).toMatchObject({ success: true });
    const outcome = await workbench.dispatch(name, params);
    expect(outcome).toMatchObject({ ok: true });
    const value: unknown = outcome.ok ? outcome.value : undefined;
    // Equal, not only parseable: nothing is sent that the contract does not name.
    expect(requests[name].result.parse(value)).toEqual(value);
  });

  it.each(names)('%s: refuses parameters that are no object', async (name) => {
    for (const params of [undefined, null, 'x', 3, []]) {
      const outcome = await workbench.dispatch(name, params);
      expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
  });

  it.each(Object.keys(corpusRequests))('%s: refuses a corpus that is not open', async (name) => {
    const place: Place = { ...(await anyPlace()), corpus: 'c-nobody' as Place['corpus'] };
    const outcome = await workbench.dispatch(name, samples[name as keyof typeof corpusRequests](place));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'no-such-corpus' } });
  });

  it('answers anything with an outcome', async () => {
    const codes = new Set<string>(failureCodes);
    const anyName = fc.oneof(
      fc.constantFrom(...names),
      fc.string(),
      fc.constantFrom('constructor', '__proto__'),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(anyName, fc.anything({ maxDepth: 3 }), async (name, params) => {
        const outcome = await workbench.dispatch(name, params);
        expect(outcome.ok || codes.has(outcome.error.code)).toBe(true);
        expect(!outcome.ok && outcome.error.code).not.toBe('internal');
      }),
      { numRuns: 1000 },
    );
  });

  it('answers a damaged sample with an outcome that is no mistake of ours', async () => {
    const place = await freshPlace();
    const damaging = fc.tuple(fc.constantFrom(...names), fc.nat(10), fc.anything({ maxDepth: 1 }));
    await fc.assert(
      fc.asyncProperty(damaging, async ([name, at, value]) => {
        if (name === 'corpus.close' || name === 'library.forget') return;
        const params: Record<string, unknown> = { ...samples[name](place) };
        const keys = Object.keys(params);
        const key = keys[at % Math.max(keys.length, 1)];
        if (key !== undefined) params[key] = value;
        const outcome = await workbench.dispatch(name, params);
        expect(!outcome.ok && outcome.error.code).not.toBe('internal');
      }),
      { numRuns: 500 },
    );
  });

  it('says only events that the contract names', async () => {
    const { corpus } = await freshPlace();
    await ask(workbench, 'corpus.close', { corpus });
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['progress', 'corpus-changed', 'corpus-closed', 'library-changed', 'project-changed']),
    );
    for (const said of events) expect(event.parse(said)).toEqual(said);
  });

  it('reads the samples of this project as a newcomer would see them', async () => {
    const { corpus } = await freshPlace();
    const { documents }: Result<'corpus.documents'> = await ask(workbench, 'corpus.documents', {
      corpus,
      from: 0,
      count: 500,
    });
    expect(documents.length).toBeGreaterThanOrEqual(12);
    for (const { path, language, languageConfidence, direction, title, metadata, tokens, sentences } of documents) {
      expect([path, language]).toEqual([path, path.split('.').at(-2)]);
      expect(languageConfidence).toBe(1);
      expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(title).toBe(metadata.title);
      expect(tokens).toBeGreaterThan(100);
      expect(sentences).toBeGreaterThanOrEqual(12);
    }
    const { skipped } = await ask(workbench, 'corpus.skipped', { corpus, from: 0, count: 500 });
    expect(skipped).toEqual([
      { path: 'broken.txt', reason: expect.stringContaining('not a text') as string, kind: 'skipped' },
      { path: 'notes.docx', reason: expect.stringContaining('damaged') as string, kind: 'skipped' },
    ]);
  });
});
