/** Chains of steps, groups, batches and near-duplicates, asked of the real worker. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { ConcordanceSummary } from '../../src/shared/answers.ts';
import type { Params } from '../../src/shared/contract.ts';
import type { Step } from '../../src/shared/terms.ts';
import type { CorpusId } from '../../src/shared/model.ts';
import { makeFolder } from '../worker/temporary-folder.ts';
import { bench, largeFolder, nextEvent, opened, simple } from './bench.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';

const story = 'The minister met the press in Skopje on Monday and spoke about the lake, the road and the new library.';
const files = {
  'a.txt': `${story} The river rose.`,
  'b.txt': 'A cat sat by the river. The dog saw the cat, and the cat saw the river bank.',
  'c.txt': `${story} The river rose!`,
  'd.txt': 'وصلوا إلى مدينتهم. زاروا المدينة. للمدينة سوق.',
  'metadata.csv': 'file,source\na.txt,Times\nb.txt,Times\nc.txt,Herald\n',
};

interface Place {
  readonly workbench: Workbench;
  readonly corpus: CorpusId;
  readonly open: (text: string, more?: Partial<Params<'concordance.open'>>) => Promise<ConcordanceSummary>;
  readonly matches: (found: ConcordanceSummary) => Promise<string[]>;
}

const articles = makeFolder(files);
const user = makeFolder();
let workbench: Workbench;
let corpus: CorpusId;

// One corpus for all tests: none of them changes it, and each thread that is started loads the program anew.
beforeAll(async () => {
  workbench = nativeWorkbench({ userData: user.path });
  ({ corpus } = await opened(workbench, articles.path));
});
afterAll(async () => {
  await workbench.dispose();
  articles.remove();
  user.remove();
});

function place(): Place {
  return {
    workbench,
    corpus,
    open: (text, more) => ask(workbench, 'concordance.open', { corpus, query: simple(text), sort: [], ...more }),
    matches: async ({ result }) => {
      const context = { unit: 'tokens', size: 2 } as const;
      const page = { corpus, result, context, from: 0, count: 500 };
      const { lines } = await ask(workbench, 'concordance.page', page);
      return lines.map(({ path, before, match, after }) => `${path} ${(before + match + after).trim()}`);
    },
  };
}

const near = (text: string, keep = true): Step => ({
  kind: 'filter',
  query: simple(text),
  before: 4,
  after: 4,
  sentence: true,
  keep,
});

describe('a chain of steps', () => {
  it('is done in its order, tells what each step left, and is replayed under the same id', async () => {
    const { workbench, corpus, open, matches } = place();
    const steps: Step[] = [near('cat'), { kind: 'thin', every: 2 }];
    const found = await open('the', { sort: ['-pos'], steps });
    const { found: before } = found;
    expect(found.chain.map(({ step }) => step)).toEqual(steps);
    expect(found.chain.map(({ total }) => total)).toEqual([5, 3]);
    expect(found).toMatchObject({ total: 3, documents: 1 });
    expect(await matches(found)).toEqual([
      'b.txt cat saw the river bank.',
      'b.txt dog saw the cat, and',
      'b.txt sat by the river. The',
    ]);

    const { result } = found;
    const other = await ask(workbench, 'concordance.steps', { corpus, result, steps: [near('cat', false)] });
    expect(other).toMatchObject({ result, found: before, total: before - 5, sort: ['-pos'] });
    const none = await ask(workbench, 'concordance.steps', { corpus, result, steps: [] });
    expect(none).toMatchObject({ result, total: before, chain: [] });
    expect(await matches(none)).toHaveLength(before);
  });

  it('leaves the result as it was when a step cannot be done, and names the step', async () => {
    const { workbench, corpus, open } = place();
    const found = await open('the', { steps: [{ kind: 'first-in-document' }] });
    const steps: Step[] = [{ kind: 'thin', every: 3 }, near('(cat')];
    const failing = await workbench.dispatch('concordance.steps', { corpus, result: found.result, steps });
    expect(failing).toMatchObject({ ok: false, error: { code: 'bad-query', at: 0, until: 1, step: 2 } });
    const sorted = await ask(workbench, 'concordance.sort', { corpus, result: found.result, sort: [] });
    expect(sorted).toMatchObject({ chain: found.chain, total: found.total });
    const opening = { corpus, query: simple('the'), sort: [], steps: [{ kind: 'where', where: 'colour=red' }] };
    expect(await workbench.dispatch('concordance.open', opening)).toMatchObject({
      ok: false,
      error: { code: 'bad-query', at: 0, until: 6, step: 1 },
    });
  });

  it('lets the steps asked for last win over slower ones', async () => {
    const { workbench, corpus, open } = place();
    const { result } = await open('the');
    // An expression is run in a thread of its own, which takes longer than anything here.
    const query = { ...simple('cat'), mode: 'regex' } as const;
    const slow = workbench.dispatch('concordance.steps', { corpus, result, steps: [{ ...near('cat'), query }] });
    const steps: Step[] = [{ kind: 'first-in-document' }];
    const quick = await ask(workbench, 'concordance.steps', { corpus, result, steps });
    expect(await slow).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await ask(workbench, 'concordance.sort', { corpus, result, sort: [] })).toMatchObject({
      chain: quick.chain,
    });
  });

  it('counts the tokens of the documents that are left', async () => {
    const { workbench, corpus, open } = place();
    const all = await open('river');
    expect(all).toMatchObject({ total: 4, documents: 3 });
    const tokensOf = async (where: string): Promise<number> => {
      const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 500, where });
      return documents.reduce((sum, { tokens }) => sum + tokens, 0);
    };
    const once = await open('river', { steps: [{ kind: 'once-per-story' }] });
    expect(once).toMatchObject({ total: 3, documents: 2, tokens: await tokensOf('path!=c.txt') });
    expect(once.perMillion).toBeCloseTo((3 / once.tokens) * 1e6);
    const narrower = await open('river', {
      where: 'language!=ar',
      steps: [
        { kind: 'once-per-story' },
        { kind: 'where', where: 'source=Times' },
        { kind: 'where', where: 'path=a.txt' },
      ],
    });
    expect(narrower).toMatchObject({ total: 1, tokens: await tokensOf('path=a.txt') });
    expect(narrower.chain.map(({ total }) => total)).toEqual([3, 3, 1]);
  });

  it('combines two results and drops repeated lines', async () => {
    const { open, matches } = place();
    const or = await open('cat', { steps: [{ kind: 'combine', with: { query: simple('dog') }, operation: 'union' }] });
    expect(await matches(or)).toEqual([
      'b.txt A cat sat by',
      'b.txt river. The dog saw the',
      'b.txt saw the cat, and the',
      'b.txt and the cat saw the',
    ]);
    const unique = await open('minister', { steps: [{ kind: 'unique-lines', before: 3, after: 8 }] });
    expect(unique).toMatchObject({ found: 2, total: 1 });
    const sampled = await open('*', { steps: [{ kind: 'sample', size: 7, seed: 3 }] });
    expect(sampled.total).toBe(7);
    expect(await matches(await open('*', { steps: [{ kind: 'sample', size: 7, seed: 3 }] }))).toEqual(
      await matches(sampled),
    );
  });
});

describe('groups', () => {
  it('are by match, neighbour, document and field', async () => {
    const { workbench, corpus, open } = place();
    const { result } = await open('the (river|cat)');
    const by = async (key: Params<'concordance.group'>['by']) => {
      const { groups, total } = await ask(workbench, 'concordance.group', {
        corpus,
        result,
        by: key,
        from: 0,
        count: 9,
      });
      expect(groups).toHaveLength(total);
      return groups.map(({ value, written, lines, documents }) => [value, written, lines, documents]);
    };
    expect(await by('match')).toEqual([
      ['the river', 'The river', 4, 3],
      ['the cat', 'the cat', 2, 1],
    ]);
    expect(await by('A1')).toEqual([
      ['rose', 'rose', 2, 2],
      ['the', 'The', 1, 1],
      ['and', 'and', 1, 1],
      ['saw', 'saw', 1, 1],
      ['bank', 'bank', 1, 1],
    ]);
    expect(await by('document')).toEqual([
      ['b.txt', 'b.txt', 4, 1],
      ['a.txt', 'a.txt', 1, 1],
      ['c.txt', 'c.txt', 1, 1],
    ]);
    expect(await by({ field: 'Source' })).toEqual([
      ['Times', 'Times', 5, 2],
      ['Herald', 'Herald', 1, 1],
    ]);
    expect(await by({ field: 'nothing' })).toEqual([[null, null, 6, 3]]);
  });

  it('keep apart what the query keeps apart', async () => {
    const { workbench, corpus } = place();
    const query = { ...simple('the|The'), case: true };
    const { result } = await ask(workbench, 'concordance.open', { corpus, query, sort: [] });
    const group = { corpus, result, by: 'match', from: 0, count: 9 } as const;
    const { groups } = await ask(workbench, 'concordance.group', group);
    expect(groups.map(({ value }) => value).sort()).toEqual(['The', 'the']);
  });
});

describe('a batch', () => {
  it('is one row a query, with the failure of one that cannot be read', async () => {
    const { workbench, corpus, open } = place();
    const queries = ['river', 'nowhere', 'cat)', 'the cat'].map(simple);
    const { rows, tokens } = await ask(workbench, 'query.batch', { corpus, queries, job: 'batch' });
    expect(rows.map(({ query }) => query)).toEqual(queries);
    expect(rows.map(({ total, documents, complete }) => [total, documents, complete])).toEqual([
      [4, 3, true],
      [0, 0, true],
      [0, 0, false],
      [2, 1, true],
    ]);
    expect(rows.map(({ error }) => error?.code)).toEqual([undefined, undefined, 'bad-query', undefined]);
    const single = await open('river');
    expect([rows[0]!.perMillion, tokens]).toEqual([single.perMillion, single.tokens]);
    const inTimes = await ask(workbench, 'query.batch', { corpus, queries, where: 'source=Times', job: 'batch' });
    expect(inTimes.rows[0]).toMatchObject({ total: 3, documents: 2 });
    expect(inTimes.tokens).toBeLessThan(tokens);
  });

  const large = largeFolder();
  it('and the search for near-duplicates report and can be stopped, and the corpus lives on', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, large());
    const queries = Array.from({ length: 1_000 }, () => simple('says *{0,30} number'));
    const page = { from: 0, count: 5 };
    const work = [
      ['query.batch', { corpus, queries, job: 'long' }, 'queries'],
      ['corpus.duplicates', { corpus, threshold: 0.5, shingle: 3, job: 'long', ...page }, 'duplicates'],
    ] as const;
    for (const [name, params, stage] of work) {
      const progress = nextEvent(workbench, 'progress', (event) => event.stage === stage);
      const outcome = workbench.dispatch(name, params);
      const { done, total, job } = await progress;
      expect(done).toBeLessThan(total);
      expect(job).toBe('long');
      await ask(workbench, 'job.cancel', { job: 'long' });
      expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ corpus });
    }
  });
});

describe('near-duplicates', () => {
  it('are groups with how alike their documents are, in pages', async () => {
    const { workbench, corpus } = place();
    const params = { corpus, threshold: 0.6, shingle: 5, job: 'copies', from: 0, count: 10 };
    const found = await ask(workbench, 'corpus.duplicates', params);
    expect(found).toMatchObject({ total: 1, documents: 2 });
    expect(found.groups[0]!.map(({ path, similarity }) => [path, similarity])).toEqual([
      ['a.txt', 1],
      ['c.txt', 1],
    ]);
    expect(await ask(workbench, 'corpus.duplicates', { ...params, from: 1 })).toMatchObject({ total: 1, groups: [] });
    const loose = await ask(workbench, 'corpus.duplicates', { ...params, threshold: 0.05, shingle: 1 });
    expect(loose.groups[0]!.map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(loose.groups[0]![1]!.similarity).toBeLessThan(0.6);
  });
});

describe('a query that finds nothing', () => {
  it('is explained by its words, in the documents that are meant', async () => {
    const { workbench, corpus } = place();
    const query = { ...simple('The rivre'), case: true };
    const { words } = await ask(workbench, 'query.explain', { corpus, query });
    expect(words.map(({ at, until, text, count }) => [at, until, text, count])).toEqual([
      [0, 3, 'The', 5],
      [4, 9, 'rivre', 0],
    ]);
    expect(words[0]!.looser).toEqual([{ ignoring: ['case'], count: 17 }]);
    expect(words[1]!.near).toEqual([{ form: 'river', count: 4, why: 'typing', distance: 1 }]);
    const herald = await ask(workbench, 'query.explain', { corpus, query, where: 'source=Herald' });
    expect(herald.words.map(({ near }) => near[0]?.count)).toEqual([undefined, 1]);
    expect(await workbench.dispatch('query.explain', { corpus, query: simple(')') })).toMatchObject({
      ok: false,
      error: { code: 'bad-query', at: 0 },
    });
  });

  it('finds its words with clitics when asked to, each in the form that stands there', async () => {
    const { workbench, corpus, matches } = place();
    const query = { ...simple('مدينة'), clitics: true };
    const found = await ask(workbench, 'concordance.open', { corpus, query, sort: [] });
    expect(found).toMatchObject({ total: 3, query });
    expect(await matches(found)).toEqual([
      expect.stringContaining('مدينتهم'),
      expect.stringContaining('المدينة'),
      expect.stringContaining('للمدينة'),
    ]);
    const { words } = await ask(workbench, 'query.explain', { corpus, query: simple('مدينة') });
    expect(words[0]).toMatchObject({
      count: 0,
      attached: [
        { form: 'مدينتهم', before: '', after: 'هم', count: 1 },
        { form: 'المدينة', before: 'ال', after: '', count: 1 },
        { form: 'للمدينة', before: 'لل', after: '', count: 1 },
      ],
    });
  });

  it('remembers in the history how it was asked', async () => {
    const { workbench } = bench();
    const history = [{ ...simple('مدينة'), clitics: true }, simple('lake')];
    await ask(workbench, 'preferences.write', { preferences: { history } });
    expect(await ask(workbench, 'preferences.read', {})).toMatchObject({ history });
  });
});
