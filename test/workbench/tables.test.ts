/** Tables of numbers as a door gets them, held against plain counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { Result } from '../../src/shared/contract.ts';
import {
  associationMeasures,
  dispersionMeasures,
  givenBy,
  keynessMeasures,
  parityTools,
} from '../../src/shared/measures.ts';
import type { CorpusId } from '../../src/shared/model.ts';
import type { Cell, Counting, TableRequest, TableView } from '../../src/shared/tables.ts';
import { naiveHits } from '../main/cli/naive.ts';
import type { OwnedFolder } from '../worker/temporary-folder.ts';
import { makeFolder, temporaryFolder } from '../worker/temporary-folder.ts';
import { samples as sampleArticles } from '../program.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';

const usual = { unit: 'marks', numbers: true, minCount: 1, minDocuments: 1, oncePerStory: false } as const;
const simple = (text: string) => ({ text, mode: 'simple', case: false, marks: false }) as const;

const allScores: ReadonlySet<string> = new Set([...associationMeasures, ...keynessMeasures]);

let userData: OwnedFolder;
let workbench: Workbench;
let samples: CorpusId;

beforeAll(async () => {
  userData = makeFolder();
  workbench = nativeWorkbench({ userData: userData.path });
  samples = await opened(sampleArticles);
});

afterAll(async () => {
  await workbench.dispose();
  userData.remove();
});

async function opened(path: string): Promise<CorpusId> {
  return (await ask(workbench, 'corpus.open', { folder: workbench.admit(path), job: 'open' })).corpus;
}

type Row = Readonly<Record<string, Cell>>;

async function tableOf(corpus: CorpusId, table: TableRequest): Promise<Result<'tables.open'>> {
  return ask(workbench, 'tables.open', { corpus, table, job: 'table' });
}

async function rowsOf(corpus: CorpusId, request: TableRequest, view: TableView = {}): Promise<Row[]> {
  const { table, columns } = await tableOf(corpus, request);
  const { rows } = await ask(workbench, 'tables.page', { corpus, table, ...view, from: 0, count: 500 });
  return rows.map(({ cells }) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]!])));
}

const words = (counting: Partial<Counting> = {}): TableRequest => ({
  kind: 'words',
  counting: { ...usual, ...counting },
});

describe('the word list', () => {
  it('counts each word as a plain look does, in three scripts', async () => {
    const byForm = new Map((await rowsOf(samples, words())).map((row) => [row.form, row]));
    for (const form of ['the', 'water', 'градот', 'مدينه']) {
      const hits = naiveHits(sampleArticles, form);
      const documents = new Set(hits.map(({ path }) => path)).size;
      expect(byForm.get(form), form).toMatchObject({ count: hits.length, documents });
    }
    expect(byForm.get('مدينه')?.written).toBe('مدينة');
  });

  it('tells apart what it is told to, and leaves out what it is told to', async () => {
    const corpus = await opened(temporaryFolder({ 'a.txt': 'Lake lake LAKE куќа кука 12 مدينة مدينه the' }));
    const forms = async (request: TableRequest) =>
      (await rowsOf(corpus, request)).map(({ form, count }) => `${form} ${count}`).sort();
    expect(await forms(words({ unit: 'surface' }))).toEqual(
      ['12 1', 'LAKE 1', 'Lake 1', 'lake 1', 'the 1', 'кука 1', 'куќа 1', 'مدينة 1', 'مدينه 1'].sort(),
    );
    expect(await forms(words({ unit: 'case', minCount: 2 }))).toEqual(['lake 3']);
    const stop = { languages: ['en'], words: ['Кука'] };
    expect(await forms(words({ numbers: false, stop }))).toEqual(['lake 3', 'куќа 1', 'مدينه 2']);
    expect(await forms({ ...words(), match: simple('(la*|12)') } as TableRequest)).toEqual(['12 1', 'lake 3']);
  });

  it('leads from a row to as many lines as it counts, by every unit', async () => {
    for (const unit of ['surface', 'case', 'marks', 'stem'] as const) {
      const { table } = await tableOf(samples, words({ unit, where: 'language!=en' }));
      const { rows } = await ask(workbench, 'tables.page', { corpus: samples, table, from: 0, count: 500 });
      for (const { row, cells } of [rows[0]!, rows[40]!, rows[300]!]) {
        const lines = await ask(workbench, 'tables.lines', { corpus: samples, table, row });
        const { total } = await ask(workbench, 'concordance.open', { corpus: samples, sort: [], ...lines });
        expect(total, `${unit} ${cells[0]}`).toBe(cells[2]);
      }
    }
  });

  it('has a curve, intervals that hold the figure, and files', async () => {
    const { table } = await tableOf(samples, words());
    const inTable = { corpus: samples, table };
    const { points } = await ask(workbench, 'tables.curve', { ...inTable, column: 'count', points: 20 });
    expect(points[0]).toMatchObject({ rank: 1, text: 'the' });
    const whole = await ask(workbench, 'tables.curve', { ...inTable, column: 'count', points: 2_000 });
    expect(whole.points.map(({ text }) => text)).toContain('على');
    expect(points.map(({ value }) => value)).toEqual([...points.map(({ value }) => value)].sort((a, b) => b - a));
    const { rows } = await ask(workbench, 'tables.page', { ...inTable, from: 0, count: 3 });
    const { intervals } = await ask(workbench, 'tables.intervals', {
      ...{ ...inTable, rows: rows.map(({ row }) => row), resampling: { samples: 200, seed: 7 }, job: 'intervals' },
    });
    for (const [at, { low, high }] of intervals.entries()) {
      expect(low).toBeLessThanOrEqual(rows[at]!.cells[3] as number);
      expect(high).toBeGreaterThanOrEqual(rows[at]!.cells[3] as number);
    }
    const file = await ask(workbench, 'tables.export', { ...inTable, format: 'tsv', raw: false, limit: 2 });
    const [head, first] = Buffer.from(file.base64, 'base64').toString('utf8').split('\n');
    expect([file.name, head, first!.split('\t').slice(0, 3)]).toEqual([
      'words-samples.tsv',
      'form\twritten\tcount\tperMillion\tdocuments\tdispersion',
      ['the', 'the', String(rows[0]!.cells[2])],
    ]);
    const book = await ask(workbench, 'tables.export', { ...inTable, format: 'xlsx', raw: false });
    expect(Buffer.from(book.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('is gone when it is closed', async () => {
    const { table } = await tableOf(samples, words());
    await ask(workbench, 'tables.close', { corpus: samples, table });
    const outcome = await workbench.dispatch('tables.page', { corpus: samples, table, from: 0, count: 1 });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'no-such-result' } });
  });
});

describe('n-grams', () => {
  const grams = (more: Partial<TableRequest & { kind: 'ngrams' }>): TableRequest => ({
    ...{ kind: 'ngrams', counting: usual, n: 2, slots: false, bounds: 'paragraph' },
    ...more,
  });

  it.each(['paragraph', 'sentence'] as const)('lead to as many lines as they count, within a %s', async (bounds) => {
    const { table } = await tableOf(samples, grams({ bounds }));
    const { rows } = await ask(workbench, 'tables.page', { corpus: samples, table, from: 0, count: 100 });
    for (const { row, cells } of [rows[0]!, rows[20]!, rows[99]!]) {
      const lines = await ask(workbench, 'tables.lines', { corpus: samples, table, row });
      const { total } = await ask(workbench, 'concordance.open', { corpus: samples, sort: [], ...lines });
      expect(total, String(cells[0])).toBe(cells[2]);
    }
  });

  it('leave a word open, keep to sentences, and go round a query', async () => {
    const corpus = await opened(temporaryFolder({ 'a.txt': 'the end of it. The top of it. The end' }));
    const forms = async (request: TableRequest) =>
      (await rowsOf(corpus, request)).map(({ form, count }) => `${form} ${count}`).sort();
    const counting = { ...usual, minCount: 2 };
    expect(await forms(grams({ n: 3, slots: true, counting }))).toEqual(['of * the 2', 'the * of 2']);
    expect(await forms(grams({ around: simple('it'), bounds: 'sentence' }))).toEqual(['of it 2']);
    expect(await forms(grams({ around: simple('it') }))).toEqual(['it the 2', 'of it 2']);
    await expect(tableOf(corpus, grams({ slots: true }))).rejects.toThrow(/at least three words/u);
  });
});

describe('collocates', () => {
  const near = (more: Partial<TableRequest & { kind: 'collocates' }> = {}): TableRequest => ({
    ...{ kind: 'collocates', counting: usual, query: simple('lake'), before: 1, after: 1 },
    ...{ sentence: false, marginals: 'tokens', ...more },
  });
  const folder = { 'a.txt': 'old lake near old town\nnew lake near sea', 'b.txt': 'old sea, old lake' };

  it('have the cells of a plain count, the places, and the lines', async () => {
    const corpus = await opened(temporaryFolder(folder));
    const rows = await rowsOf(corpus, near());
    expect(rows.map(({ form }) => form).sort()).toEqual(['near', 'new', 'old']);
    const found = rows.find(({ form }) => form === 'near')!;
    expect(found).toMatchObject({ observed: 2, before: 0, after: 2, nodeCount: 3, windowCount: 5, collocateCount: 2 });
    expect(found).toMatchObject({ documents: 1 });
    expect(found.expected).toBeCloseTo((5 * 2) / 13, 12);
    expect(found.mi).toBeCloseTo(Math.log2(2 / (10 / 13)), 12);
    expect(found.logDice).toBeCloseTo(14 + Math.log2((2 * 2) / (5 + 2)), 12);
    const { table } = await tableOf(corpus, near());
    const row = rows.indexOf(found);
    const { offsets } = await ask(workbench, 'tables.offsets', { corpus, table, row });
    expect(offsets).toEqual([
      { offset: -1, count: 0 },
      { offset: 1, count: 2 },
    ]);
    const lines = await ask(workbench, 'tables.lines', { corpus, table, row });
    expect(await ask(workbench, 'concordance.open', { corpus, sort: [], ...lines })).toMatchObject({ total: 2 });
  });

  it('take the marginals and the number of documents that are asked for', async () => {
    const corpus = await opened(temporaryFolder(folder));
    const r1 = async (marginals: 'none' | 'times') => (await rowsOf(corpus, near({ marginals })))[0]!.windowCount;
    expect([await r1('none'), await r1('times')]).toEqual([3, 6]);
    const common = await rowsOf(corpus, near({ counting: { ...usual, minDocuments: 2 } }));
    expect(common.map(({ form }) => form)).toEqual(['old']);
  });
});

describe('keywords', () => {
  const key = (reference: (TableRequest & { kind: 'keywords' })['reference'], more: Partial<Counting> = {}) =>
    ({ kind: 'keywords', counting: { ...usual, ...more }, reference }) as const;

  it('put a word that the reference lacks first, by every measure, in another folder', async () => {
    const target = await opened(temporaryFolder({ 'a.txt': 'lake lake lake sea the the' }));
    const other = await opened(temporaryFolder({ 'b.txt': 'sea the the the town '.repeat(20) }));
    for (const column of ['ll', 'logRatio', 'percentDiff', 'oddsRatio', 'relativeRisk']) {
      const rows = await rowsOf(target, key({ kind: 'corpus', corpus: other }), { sort: { column, descending: true } });
      expect(rows[0], column).toMatchObject({ form: 'lake', target: 3, reference: 0 });
      expect(rows).toHaveLength(4);
    }
    const last = (await rowsOf(target, key({ kind: 'corpus', corpus: other }))).at(-1);
    expect(last).toMatchObject({ form: 'town', target: 0, reference: 20 });
  });

  it('compare with the rest, with other documents, and with a word list', async () => {
    const first = async (...request: Parameters<typeof key>) => (await rowsOf(samples, key(...request)))[0]!.form;
    expect(await first({ kind: 'rest' }, { where: 'language=mk' })).toBe('на');
    expect(await first({ kind: 'where', where: 'language=en' }, { where: 'language=ar' })).toBe('في');
    const text = 'the\t900\nна\t1\n';
    const { request } = await tableOf(samples, key({ kind: 'file', name: 'my.tsv', text }));
    expect(request).toMatchObject({ reference: { name: 'my.tsv', text: '' } });
    await expect(tableOf(samples, key({ kind: 'rest' }))).rejects.toThrow(/reference has no words/u);
  });

  it('have intervals of the log ratio by documents, where both sides are documents here', async () => {
    const { table, columns } = await tableOf(samples, key({ kind: 'rest' }, { where: 'language=mk' }));
    const asked = { corpus: samples, table, rows: [0, 30], resampling: { samples: 100, seed: 5 }, job: 'intervals' };
    const { intervals } = await ask(workbench, 'tables.intervals', asked);
    const { rows } = await ask(workbench, 'tables.page', { corpus: samples, table, from: 0, count: 31 });
    const at = columns.findIndex(({ name }) => name === 'logRatio');
    for (const { row, low, high } of intervals) {
      expect(low).toBeLessThanOrEqual(Number(rows[row]!.cells[at]));
      expect(high).toBeGreaterThanOrEqual(Number(rows[row]!.cells[at]));
    }
  });

  it('against the rest leave near-duplicates out of the rest, too, when each story counts once', async () => {
    const story = 'the lake was calm and the boats lay still under the long grey sky of that morning '.repeat(3);
    const files = { 'a.txt': story, 'b.txt': `${story}again`, 'c.txt': 'the town slept' };
    const corpus = await opened(temporaryFolder(files));
    const request = (oncePerStory: boolean) => key({ kind: 'rest' }, { where: 'path=a.txt', oncePerStory });
    expect((await tableOf(corpus, request(true))).whole).toMatchObject({ targetTokens: 51, referenceTokens: 3 });
    expect((await tableOf(corpus, request(false))).whole).toMatchObject({ targetTokens: 51, referenceTokens: 55 });
  });

  it('say when documents are on both sides', async () => {
    const { remarks } = await tableOf(samples, key({ kind: 'where', where: 'tokens>0' }, { where: 'language=mk' }));
    expect(remarks).toEqual(['4 documents are on both sides, so the differences look smaller than they are.']);
  });
});

describe('scores as another program gives them', () => {
  it.each(parityTools)('%s: only those, each the one that the arithmetic names', async (as) => {
    const company = { before: 5, after: 5, sentence: false, marginals: 'times', as } as const;
    const requests = [
      [{ kind: 'collocates', counting: usual, query: simple('the'), ...company }, givenBy[as].association],
      [
        { kind: 'keywords', counting: { ...usual, where: 'language=en' }, reference: { kind: 'rest' }, as },
        givenBy[as].keyness,
      ],
    ] as const;
    for (const [request, given] of requests) {
      const { table, columns } = await tableOf(samples, request);
      const scores = columns.filter(({ name }) => allScores.has(name)).map(({ name }) => name);
      expect(new Set(scores)).toEqual(new Set(given));
      const { rows } = await ask(workbench, 'tables.page', { corpus: samples, table, from: 0, count: 500 });
      const at = columns.findIndex(({ name }) => name === given[0]);
      // The list begins with the highest of the scores that it shows, not with those of Lectern.
      const falling = rows.map(({ cells }) => Number(cells[at] ?? -Infinity));
      if (given.length > 0) expect(falling).toEqual(falling.toSorted((a, b) => b - a));
      for (const measure of given) {
        const asked = { corpus: samples, table, row: rows[2]!.row, measure };
        const { parity } = await ask(workbench, 'tables.arithmetic', asked);
        const shown = rows[2]!.cells[columns.findIndex(({ name }) => name === measure)];
        expect(shown, measure).toBe(parity.find(({ tool }) => tool === as)!.value);
      }
    }
  });
});

describe('a table that is read by page', () => {
  const counting = { ...usual, where: 'language=en' };
  const near = { query: simple('the'), before: 2, after: 2, sentence: false, marginals: 'tokens' } as const;
  it.each<TableRequest>([
    { kind: 'words', counting },
    { kind: 'ngrams', counting: { ...counting, minCount: 2 }, n: 3, slots: true, bounds: 'paragraph' },
    { kind: 'ngrams', counting: { ...counting, minDocuments: 2 }, n: 2, slots: false, bounds: 'sentence' },
    { kind: 'collocates', counting, ...near },
    { kind: 'keywords', counting, reference: { kind: 'rest' } },
  ])('is sorted and filtered by any column as its rows say: %j', async (request) => {
    const { table, columns, total } = await tableOf(samples, request);
    const shown = (view: TableView, count = 500) =>
      ask(workbench, 'tables.page', { corpus: samples, table, ...view, from: 0, count });
    const numbered = columns.flatMap(({ name, holds }, at) =>
      holds === 'count' || holds === 'number' ? [{ name, at }] : [],
    );
    for (const { name, at } of numbered) {
      const { rows } = await shown({ sort: { column: name, descending: true } });
      const values = rows.flatMap(({ cells }) => (cells[at] === null ? [] : [Number(cells[at])]));
      expect(values, name).toEqual([...values].sort((a, b) => b - a));
      const least = values[Math.floor(values.length / 2)];
      if (least === undefined || total > 500) continue;
      const kept = await shown({ filter: { between: { [name]: { least } } } });
      expect(kept.total, name).toBe(
        kept.rows.filter(({ cells }) => cells[at] === null || Number(cells[at]) >= least).length,
      );
    }
    const { rows } = await shown({});
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, row) => row));
    const { rows: last } = await shown({ sort: { column: 'documents', descending: false } }, 5);
    for (const { row } of last) expect(row).toBeLessThan(total);
    const alone = await ask(workbench, 'tables.page', { corpus: samples, table, from: last[0]!.row, count: 1 });
    expect(alone.rows[0]).toEqual(last[0]);
  });
});

describe('the arithmetic', () => {
  const query = simple('the');
  const company = { before: 5, after: 5, sentence: false, marginals: 'tokens' } as const;
  it.each<[TableRequest, readonly string[]]>([
    [{ kind: 'collocates', counting: usual, query, ...company }, associationMeasures],
    [{ kind: 'keywords', counting: { ...usual, where: 'language=en' }, reference: { kind: 'rest' } }, keynessMeasures],
    [{ kind: 'dispersion', query, oncePerStory: false }, dispersionMeasures],
    [words(), ['dispersion']],
  ])('of %j ends in the number that the table shows', async (request, measures) => {
    const { table, columns, whole } = await tableOf(samples, request);
    const { rows } = await ask(workbench, 'tables.page', { corpus: samples, table, from: 0, count: 3 });
    for (const measure of measures) {
      const opened = await ask(workbench, 'tables.arithmetic', { corpus: samples, table, row: rows[1]!.row, measure });
      const at = columns.findIndex(({ name }) => name === measure);
      const cell: Cell = (at === -1 ? whole[measure] : rows[1]!.cells[at]) ?? null;
      if (cell === null) expect(opened.value, measure).toBeNull();
      else expect(opened.value, measure).toBeCloseTo(Number(cell), 8);
      expect(opened.source).not.toBe('');
    }
    const asked = workbench.dispatch('tables.arithmetic', { corpus: samples, table, row: 0, measure: 'none' });
    await expect(asked).resolves.toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

describe('dispersion, trend and profile', () => {
  it('say where the hits lie', async () => {
    const hits = naiveHits(sampleArticles, 'lake');
    const request = { kind: 'dispersion', query: simple('lake'), oncePerStory: false } as const;
    const { table, whole } = await tableOf(samples, request);
    expect(whole).toMatchObject({ hits: hits.length, range: new Set(hits.map(({ path }) => path)).size });
    const view = { sort: { column: 'count', descending: true } };
    const { stripes } = await ask(workbench, 'tables.stripes', {
      ...{ corpus: samples, table, ...view, from: 0, count: 2, most: 3 },
    });
    expect(stripes[0]).toMatchObject({ path: 'lake-ohrid.en.txt', direction: 'ltr' });
    expect(stripes[0]!.places.length).toBeLessThanOrEqual(3);
    const lines = await ask(workbench, 'tables.lines', { corpus: samples, table, row: stripes[0]!.row });
    expect(await ask(workbench, 'concordance.open', { corpus: samples, sort: [], ...lines })).toMatchObject({
      total: hits.length,
    });
  });

  it('group by a field and by the year of a date, the same with the same seed', async () => {
    const folder = temporaryFolder({
      ...{ 'a.txt': 'lake lake sea', 'b.txt': 'sea lake', 'c.txt': 'sea' },
      'metadata.csv': 'file,date\na.txt,2021-05-01\nb.txt,2022-01-01\n',
    });
    const corpus = await opened(folder);
    const request = (by: { field: string; part?: 'year' }): TableRequest => ({
      ...{ kind: 'trend', queries: [simple('lake'), simple('sea')], by, oncePerStory: false },
      resampling: { samples: 100, seed: 3 },
    });
    const rows = await rowsOf(corpus, request({ field: 'date', part: 'year' }));
    expect(rows.map(({ group, term, count }) => [group, term, count])).toEqual([
      ['2021', 'lake', 2],
      ['2021', 'sea', 1],
      ['2022', 'lake', 1],
      ['2022', 'sea', 1],
      ['', 'lake', 0],
      ['', 'sea', 1],
    ]);
    const { table, remarks } = await tableOf(corpus, request({ field: 'date', part: 'year' }));
    expect(remarks).toEqual(['1 documents have no “date” that is a date.']);
    for (const [row, total] of [2, 1, 1, 1, 0, 1].entries()) {
      const lines = await ask(workbench, 'tables.lines', { corpus, table, row });
      expect(await ask(workbench, 'concordance.open', { corpus, sort: [], ...lines })).toMatchObject({ total });
    }
    await expect(tableOf(corpus, request({ field: 'nothing' }))).rejects.toThrow(/No document has the field/u);
  });

  it('profile each document and the whole', async () => {
    const request = { kind: 'profile', oncePerStory: false } as const;
    const { whole } = await tableOf(samples, request);
    const rows = await rowsOf(samples, request);
    expect(whole).toMatchObject({ documents: rows.length });
    expect(rows.reduce((sum, { tokens }) => sum + Number(tokens), 0)).toBe(whole.tokens);
    for (const { ttr, types, tokens } of rows) expect(ttr).toBe(Number(types) / Number(tokens));
  });
});
