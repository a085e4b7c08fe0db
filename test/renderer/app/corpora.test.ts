import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchFor } from '../../../src/renderer/app/actions/ask.ts';
import {
  cancelJob,
  chooseCorpus,
  chooseFolder,
  closeCorpus,
  forgetFolder,
  loadLibrary,
  openFolder,
  openOnlyFolder,
  openSamples,
} from '../../../src/renderer/app/actions/corpora.ts';
import { flushPreferences } from '../../../src/renderer/app/actions/preferences.ts';
import { followEvents, resume } from '../../../src/renderer/app/events.ts';
import { currentCorpus } from '../../../src/renderer/app/store/library.ts';
import { store } from '../../../src/renderer/app/store/store.ts';
import { share } from '../../../src/renderer/app/store/work.ts';
import type { CorpusSummary, Folder } from '../../../src/shared/answers.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import type { FolderId } from '../../../src/shared/model.ts';
import {
  corpusA,
  corpusB,
  corpusSummary,
  documentSummary,
  folderA,
  folderB,
  later,
  resultSummary,
  type StandIn,
  standInBridge,
  wordQuery,
} from './stand-in-bridge.ts';

function folder(id: FolderId): Folder {
  return { folder: id, name: `name of ${id}`, label: id, opened: '', missing: '' };
}

let main: StandIn;
let stopListening: () => void;

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  main = standInBridge({
    'library.folders': () => ({ folders: [folder(folderA), folder(folderB)], canChoose: true, samples: folderB }),
    'library.forget': () => ({}),
    'corpus.list': () => ({ corpora: [] }),
    'corpus.open': ({ folder: id }) => corpusSummary(id === folderA ? corpusA : corpusB, id),
    'corpus.close': () => ({}),
    'corpus.documents': () => ({ total: 1, documents: [documentSummary(0, 'A title')] }),
    'concordance.open': ({ corpus, query, sort }) => resultSummary(`of ${corpus}`, query.text, corpus, { query, sort }),
    'concordance.close': () => ({}),
    'job.cancel': () => ({ found: true }),
    'preferences.write': () => store.getState().preferences,
  });
  stopListening = followEvents();
});

afterEach(async () => {
  stopListening();
  await flushPreferences();
});

describe('opening a folder', () => {
  it('shows progress of its own job until the folder is open', async () => {
    await loadLibrary();
    const opening = later<CorpusSummary>();
    main.answer({ 'corpus.open': () => opening.promise });
    const opened = openFolder(folderA);
    const [job] = store.getState().jobs;
    expect(job).toMatchObject({ label: `Opening name of ${folderA}`, folder: folderA, progress: null });
    main.emit({ type: 'progress', job: 'of another page', stage: 'reading', done: 1, total: 2, what: '' });
    expect(store.getState().jobs).toEqual([job]);
    main.emit({ type: 'progress', job: job?.job ?? '', stage: 'indexing', done: 1, total: 4, what: 'a.txt' });
    expect(share(store.getState().jobs[0]?.progress ?? null)).toBe(0.25);
    opening.give(corpusSummary(corpusA, folderA));
    await opened;
    expect(store.getState()).toMatchObject({ jobs: [], current: corpusA });
  });

  it('tells a screen reader each quarter of the way, and nothing between', async () => {
    await loadLibrary();
    const opening = later<CorpusSummary>();
    main.answer({ 'corpus.open': () => opening.promise });
    const opened = openFolder(folderA);
    const job = store.getState().jobs[0]?.job ?? '';
    const heard = new Set<string>();
    for (let done = 0; done <= 100; done++) {
      main.emit({ type: 'progress', job, stage: 'reading', done, total: 100, what: '' });
      heard.add(store.getState().spoken.text);
    }
    const label = `Opening name of ${folderA}`;
    expect([...heard]).toEqual([label, `${label}: reading, 25%`, `${label}: reading, 50%`, `${label}: reading, 75%`]);
    opening.give(corpusSummary(corpusA, folderA));
    await opened;
  });

  it('is not begun twice, and goes to a folder that is open', async () => {
    const opening = later<CorpusSummary>();
    main.answer({ 'corpus.open': () => opening.promise });
    const first = openFolder(folderA);
    expect(await openFolder(folderA)).toBeNull();
    opening.give(corpusSummary(corpusA, folderA));
    await first;
    main.answer({ 'corpus.open': () => corpusSummary(corpusB, folderB) });
    await openFolder(folderB);
    await openFolder(folderA);
    expect(store.getState().current).toBe(corpusA);
    expect(main.named('corpus.open')).toHaveLength(2);
  });

  it('ends quietly when cancelled, and loudly when it failed', async () => {
    const opening = later<CorpusSummary>();
    main.answer({ 'corpus.open': () => opening.promise });
    const opened = openFolder(folderA);
    const job = store.getState().jobs[0]?.job ?? '';
    await cancelJob(job);
    expect(store.getState().jobs[0]?.cancelling).toBe(true);
    expect(main.named('job.cancel')).toEqual([{ job }]);
    opening.fail(new ExpectedFailure('cancelled', 'Cancelled.'));
    expect(await opened).toBeNull();
    expect(store.getState().jobs).toEqual([]);
    main.answer({
      'corpus.open': () => {
        throw new ExpectedFailure('no-such-folder', 'Not there.');
      },
    });
    await expect(openFolder(folderA)).rejects.toThrow('Not there.');
    expect(store.getState().jobs).toEqual([]);
  });

  it('opens the samples by their folder, and says when there are none', async () => {
    await expect(openSamples()).rejects.toThrow(/not installed/);
    await loadLibrary();
    await openSamples();
    expect(store.getState().current).toBe(corpusB);
  });

  it('opens what the dialog chose, and nothing when it was cancelled', async () => {
    main.answer({ 'library.choose': () => ({ folder: null }) });
    await chooseFolder();
    expect(store.getState().corpora).toEqual([]);
    main.answer({ 'library.choose': () => ({ folder: folderA }) });
    await chooseFolder();
    expect(store.getState()).toMatchObject({ current: corpusA, folders: [{ folder: folderA }, { folder: folderB }] });
  });

  it('lists the folders anew when one is taken off', async () => {
    main.answer({ 'library.folders': () => ({ folders: [folder(folderB)], canChoose: true, samples: null }) });
    await forgetFolder(folderA);
    expect(store.getState().folders.map((entry) => entry.folder)).toEqual([folderB]);
  });
});

describe('the start of the page', () => {
  it('looks at what is open already', async () => {
    main.answer({ 'corpus.list': () => ({ corpora: [corpusSummary(corpusB, folderB)] }) });
    await loadLibrary();
    await openOnlyFolder();
    expect(store.getState().current).toBe(corpusB);
    expect(main.named('corpus.open')).toEqual([]);
  });

  it('opens the one folder of the command line in the browser, and none of several', async () => {
    await loadLibrary();
    await openOnlyFolder();
    expect(store.getState().current).toBeNull();
    main.answer({ 'library.folders': () => ({ folders: [folder(folderA)], canChoose: false, samples: null }) });
    await loadLibrary();
    await openOnlyFolder();
    expect(store.getState().current).toBe(corpusA);
  });
});

describe('several open folders', () => {
  it('asks the same query in the folder that one goes to, and shows nothing of the other', async () => {
    await openFolder(folderA);
    await searchFor(wordQuery('river'));
    store.getState().read({ corpus: corpusA, doc: documentSummary(0, '').doc, focus: null });
    await openFolder(folderB);
    expect(store.getState()).toMatchObject({ reading: null, result: { corpus: corpusB, query: { text: 'river' } } });
    expect(main.named('concordance.close')).toEqual([{ corpus: corpusA, result: `of ${corpusA}` }]);
    await chooseCorpus(corpusB);
    expect(main.named('concordance.open')).toHaveLength(2);
  });

  it('goes to another open folder when the current one is closed', async () => {
    await openFolder(folderA);
    await openFolder(folderB);
    await closeCorpus(corpusB);
    main.emit({ type: 'corpus-closed', corpus: corpusB });
    expect(store.getState()).toMatchObject({ current: corpusA, corpora: [{ corpus: corpusA }] });
    await closeCorpus(corpusA);
    expect(currentCorpus(store.getState())).toBeUndefined();
  });
});

describe('what the main side tells', () => {
  it('brings the lines back after a crash, once the folder is open again', async () => {
    await openFolder(folderA);
    await searchFor(wordQuery('river'));
    main.emit({
      type: 'worker-crashed',
      corpus: corpusA,
      error: { code: 'worker-crashed', message: 'It ended.' },
      reopening: true,
    });
    expect(store.getState()).toMatchObject({ result: null, asking: false, current: corpusA });
    expect(store.getState().notices).toHaveLength(1);
    main.emit({ type: 'corpus-changed', summary: corpusSummary(corpusA, folderA) });
    await expect.poll(() => store.getState().result?.query.text).toBe('river');
  });

  it('closes a folder whose worker does not come back', async () => {
    await openFolder(folderA);
    main.emit({
      type: 'worker-crashed',
      corpus: corpusA,
      error: { code: 'worker-crashed', message: 'It ended.' },
      reopening: false,
    });
    expect(store.getState()).toMatchObject({ current: null, corpora: [] });
  });

  it('takes new totals, and asks again only when the text changed', async () => {
    await openFolder(folderA);
    await searchFor(wordQuery('river'));
    const before = currentCorpus(store.getState());
    main.emit({ type: 'corpus-changed', summary: corpusSummary(corpusA, folderA, { passagesReady: 0.5 }) });
    expect(store.getState().passagesReady[corpusA]).toBe(0.5);
    // The summary stays the same object: nothing that shows it is drawn anew while the passage index grows.
    expect(currentCorpus(store.getState())).toBe(before);
    expect(main.named('concordance.open')).toHaveLength(1);
    main.emit({ type: 'corpus-changed', summary: corpusSummary(corpusA, folderA, { documents: 4 }) });
    await expect.poll(() => main.named('concordance.open').length).toBe(2);
  });

  it('does not list a folder that another page opened', () => {
    main.emit({ type: 'corpus-changed', summary: corpusSummary(corpusB, folderB) });
    expect(store.getState().corpora).toEqual([]);
  });

  it('does what the menu says', async () => {
    main.emit({ type: 'command', command: 'open-folder', folder: folderB });
    await expect.poll(() => store.getState().current).toBe(corpusB);
    main.emit({ type: 'command', command: 'help' });
    expect(store.getState().dialog).toBe('help');
    main.emit({ type: 'command', command: 'theme' });
    expect(store.getState().preferences.theme).toBe('light');
    main.emit({ type: 'command', command: 'close-corpus' });
    await expect.poll(() => store.getState().current).toBeNull();
  });

  it('trusts nothing it knew after the connection came back', async () => {
    await openFolder(folderA);
    await openFolder(folderB);
    await searchFor(wordQuery('river'));
    store.getState().read({ corpus: corpusB, doc: documentSummary(0, '').doc, focus: null });
    main.answer({ 'corpus.list': () => ({ corpora: [corpusSummary(corpusB, folderB)] }) });
    await resume();
    expect(store.getState()).toMatchObject({
      current: corpusB,
      result: { corpus: corpusB },
      reading: { corpus: corpusB },
    });
    expect(main.named('concordance.open')).toHaveLength(2);
    main.answer({ 'corpus.list': () => ({ corpora: [] }) });
    await resume();
    expect(store.getState()).toMatchObject({ current: null, result: null, reading: null, corpora: [] });
  });
});
