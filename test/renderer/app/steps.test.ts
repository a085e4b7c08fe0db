import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, searchFor, setWhere } from '../../../src/renderer/app/actions/ask.ts';
import { correctDocument, refreshCorpus } from '../../../src/renderer/app/actions/corrections.ts';
import { countEachStoryOnce } from '../../../src/renderer/app/actions/each-story-once.ts';
import { flushPreferences } from '../../../src/renderer/app/actions/preferences.ts';
import { addStep, changeOrder, changeSteps, redoSteps, undoSteps } from '../../../src/renderer/app/actions/steps.ts';
import { receive } from '../../../src/renderer/app/events.ts';
import { readDocuments } from '../../../src/renderer/app/documents.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import type { Step } from '../../../src/shared/terms.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import type { DocId } from '../../../src/shared/model.ts';
import {
  corpusA,
  corpusSummary,
  documentSummary,
  folderA,
  resultSummary,
  type StandIn,
  standInBridge,
  wordQuery,
} from './stand-in-bridge.ts';

const thin: Step = { kind: 'thin', every: 2 };
const sample: Step = { kind: 'sample', size: 5, seed: 1 };
let main: StandIn;
let opened = 0;

const chainOf = (steps: readonly Step[] = []) => ({ chain: steps.map((step) => ({ step, total: 1 })) });
const shownSteps = () => store.getState().result?.chain.map(({ step }) => step);

beforeEach(() => {
  opened = 0;
  store.setState(store.getInitialState(), true);
  store.getState().put(corpusSummary(corpusA, folderA));
  store.getState().choose(corpusA);
  main = standInBridge({
    'concordance.open': ({ query, steps }) =>
      resultSummary(`r${++opened}`, query.text, corpusA, { query, ...chainOf(steps) }),
    'concordance.steps': ({ result, steps }) => resultSummary(result, 'river', corpusA, chainOf(steps)),
    'concordance.close': () => ({}),
    'preferences.write': () => store.getState().preferences,
    'corpus.documents': () => ({ total: 1, documents: [documentSummary(0, 'one')] }),
    'corpus.refresh': () => corpusSummary(corpusA, folderA, { documents: 4 }),
  });
});

afterEach(flushPreferences);

describe('the chain of steps', () => {
  it('grows, goes back and forth, and forgets what was undone once something else is done', async () => {
    await searchFor(wordQuery('river'));
    await addStep(thin);
    await addStep(sample);
    expect(shownSteps()).toEqual([thin, sample]);
    undoSteps();
    await expect.poll(shownSteps).toEqual([thin]);
    redoSteps();
    await expect.poll(shownSteps).toEqual([thin, sample]);
    undoSteps();
    await expect.poll(shownSteps).toEqual([thin]);
    await changeSteps([sample]);
    expect(store.getState().chainFuture).toEqual([]);
    expect(main.named('concordance.open')).toHaveLength(1);
  });

  it('takes back the order of the lines in its turn', async () => {
    main.answer({
      'concordance.sort': ({ result, sort }) => ({ ...store.getState().result!, result, sort: [...sort] }),
    });
    const sorted = () => store.getState().result?.sort;
    await searchFor(wordQuery('river'));
    await addStep(thin);
    await changeOrder(['A1']);
    await changeOrder(['B1', 'A1']);
    undoSteps();
    await expect.poll(sorted).toEqual(['A1']);
    undoSteps();
    await expect.poll(sorted).toEqual([]);
    expect(shownSteps()).toEqual([thin]);
    redoSteps();
    await expect.poll(sorted).toEqual(['A1']);
    expect(store.getState().chainPast).toHaveLength(2);
    expect(store.getState().chainFuture).toHaveLength(1);
  });

  it('stays with the same query and not with another', async () => {
    await searchFor(wordQuery('river'));
    await addStep(thin);
    await ask({ ...wordQuery('river'), case: true });
    expect(shownSteps()).toEqual([thin]);
    await searchFor(wordQuery('lake'));
    expect(shownSteps()).toEqual([]);
    expect(store.getState().chainPast).toEqual([]);
  });

  it('stays as it was when a step cannot be done', async () => {
    await searchFor(wordQuery('river'));
    await addStep(thin);
    main.answer({
      'concordance.steps': () => {
        throw new ExpectedFailure('bad-query', 'No such field.', { step: 1 });
      },
    });
    await expect(addStep(sample)).rejects.toThrow('No such field.');
    expect(store.getState()).toMatchObject({ asking: false, asked: { steps: [thin] } });
    expect(shownSteps()).toEqual([thin]);
    expect(store.getState().chainPast).toHaveLength(1);
  });

  it('is asked anew when the result is gone with its worker', async () => {
    await searchFor(wordQuery('river'));
    main.answer({
      'concordance.steps': () => {
        throw new ExpectedFailure('no-such-result', 'Gone.');
      },
    });
    await addStep(thin);
    expect(store.getState().result?.result).toBe('r2');
    expect(shownSteps()).toEqual([thin]);
  });

  it('begins with the step that counts each story once, until that is taken away', async () => {
    await searchFor(wordQuery('river'));
    countEachStoryOnce(true);
    await expect.poll(shownSteps).toEqual([{ kind: 'once-per-story' }]);
    await searchFor(wordQuery('lake'));
    expect(shownSteps()).toEqual([{ kind: 'once-per-story' }]);
    await changeSteps([]);
    expect(store.getState().eachStoryOnce).toBe(false);
    await searchFor(wordQuery('sea'));
    expect(shownSteps()).toEqual([]);
  });
});

describe('a condition on documents', () => {
  it('goes with the query, and its refusal is not the query’s', async () => {
    await searchFor(wordQuery('river'));
    setWhere('language=mk');
    await expect.poll(() => main.named('concordance.open').at(-1)).toMatchObject({ where: 'language=mk' });
    const refuse = () => {
      throw new ExpectedFailure('bad-query', 'No such field.', { at: 0, until: 3 });
    };
    main.answer({ 'concordance.open': refuse, 'corpus.documents': refuse });
    setWhere('abc=mk');
    await expect.poll(() => store.getState().whereRefusal?.at).toBe(0);
    expect(store.getState().refusal).toBeNull();
    store.getState().typeWhere('abcd=mk');
    expect(store.getState().whereRefusal).toBeNull();
  });
});

describe('files that changed', () => {
  it('are told of, and forgotten once they are read and asked again', async () => {
    await searchFor(wordQuery('river'));
    receive({ type: 'corpus-stale', corpus: corpusA, added: 3, changed: 1, gone: 1 });
    expect(store.getState().stale[corpusA]).toEqual({ added: 3, changed: 1, gone: 1 });
    expect(store.getState().spoken.text).toContain('3 new, 1 changed, 1 gone');
    await refreshCorpus(corpusA);
    expect(store.getState()).toMatchObject({ stale: {}, jobs: [], result: { result: 'r2' } });
    receive({ type: 'corpus-stale', corpus: corpusA, added: 1, changed: 0, gone: 0 });
    receive({ type: 'corpus-stale', corpus: corpusA, added: 0, changed: 0, gone: 0 });
    expect(store.getState().stale).toEqual({});
  });
});

describe('a correction', () => {
  it('finds the document in the reading pane again, whatever its number is now', async () => {
    await readDocuments(corpusA);
    store.getState().read({ corpus: corpusA, doc: 0 as DocId, focus: null });
    main.answer({
      'document.correct': () => ({ summary: corpusSummary(corpusA, folderA), doc: 1 as DocId }),
      'corpus.documents': () => ({
        total: 2,
        documents: [documentSummary(7, 'new'), { ...documentSummary(1, 'one'), path: 'folder/0.txt' }],
      }),
    });
    expect(await correctDocument(corpusA, 0 as DocId, { language: 'mk' })).toBe(1);
    expect(store.getState().reading).toMatchObject({ doc: 1, edition: 1 });
    expect(main.named('document.correct')).toMatchObject([{ doc: 0, language: 'mk' }]);
  });
});
