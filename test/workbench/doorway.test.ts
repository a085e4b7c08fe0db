import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CorpusId, FolderId, ResultId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, nextEvent, opened, simple } from './bench.ts';
import { samples as sampleArticles } from '../program.ts';
import { ask } from './native-workbench.ts';

describe('failures', () => {
  it('name the unknown', async () => {
    const { workbench } = bench();
    expect(await workbench.dispatch('corpus.destroy', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-request', message: 'There is no request called "corpus.destroy".' },
    });
    const { corpus } = await opened(workbench);
    const codes = [
      await workbench.dispatch('corpus.open', { folder: 'f-unknown' as FolderId, job: 'j' }),
      await workbench.dispatch('document.text', { corpus, doc: 999 }),
      await workbench.dispatch('concordance.sort', { corpus, result: 'r-x' as ResultId, sort: [] }),
      await workbench.dispatch('corpus.summary', { corpus: 'c-x' as CorpusId }),
      await workbench.dispatch('library.forget', { folder: 'f-unknown' as FolderId }),
      await workbench.dispatch('library.choose', {}),
      await workbench.dispatch('corpus.open', { folder: '../../etc', job: 'j' }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.error.code));
    expect(codes).toEqual([
      'no-such-folder',
      'no-such-document',
      'no-such-result',
      'no-such-corpus',
      'no-such-folder',
      'unavailable',
      'bad-request',
    ]);
  });

  it('keep their place in the query', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    const outcome = await workbench.dispatch('concordance.open', { corpus, query: simple('(a|b'), sort: [] });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-query', at: expect.any(Number) as number } });
  });

  it('of our own are reported and become data', async () => {
    const reported: unknown[] = [];
    const mistake = new Error('dialog is broken');
    const { workbench } = bench({
      chooseFolder: () => Promise.reject(mistake),
      report: (error) => reported.push(error),
    });
    expect(await workbench.dispatch('library.choose', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    workbench.listen(() => {
      throw mistake;
    });
    const heard = nextEvent(workbench, 'library-changed');
    workbench.emit({ type: 'library-changed' });
    await heard;
    expect(reported).toEqual([mistake, mistake]);
  });
});

describe('folders', () => {
  it('come from the dialog and are remembered once they were opened', async () => {
    const userData = temporaryFolder();
    const folderPath = temporaryFolder({ 'a.txt': 'one word' });
    const { workbench, events } = bench({ userData, chooseFolder: () => Promise.resolve(folderPath) });
    const { folder } = await ask(workbench, 'library.choose', {});
    expect(events).toContainEqual({ type: 'library-changed' });
    await ask(workbench, 'corpus.open', { folder: folder!, job: 'j' });
    const { folders, canChoose, samples } = await ask(workbench, 'library.folders', {});
    expect([canChoose, samples]).toEqual([true, null]);
    expect(folders).toMatchObject([{ folder, missing: '' }]);
    expect(Date.parse(folders[0]!.opened)).not.toBeNaN();
    const next = bench({ userData }).workbench;
    expect((await ask(next, 'library.folders', {})).folders).toEqual(folders);
    expect(await ask(next, 'corpus.open', { folder: folder!, job: 'j' })).toMatchObject({ documents: 1 });
    await ask(next, 'library.forget', { folder: folder! });
    expect((await ask(bench({ userData }).workbench, 'library.folders', {})).folders).toEqual([]);
  });

  it('are not chosen when the dialog is cancelled', async () => {
    const { workbench, events } = bench({ chooseFolder: () => Promise.resolve(null) });
    expect(await ask(workbench, 'library.choose', {})).toEqual({ folder: null });
    expect(events).toEqual([]);
  });

  it('are not remembered by the browser and the command line', async () => {
    const userData = temporaryFolder();
    for (const door of ['web', 'cli'] as const) await opened(bench({ userData, door }).workbench);
    const { folders } = await ask(bench({ userData }).workbench, 'library.folders', {});
    expect(folders).toEqual([]);
  });

  it('include the samples when there are some', async () => {
    const { workbench } = bench({ samples: sampleArticles });
    const { samples, folders, canChoose } = await ask(workbench, 'library.folders', {});
    expect([folders, canChoose]).toEqual([[], false]);
    expect(await ask(workbench, 'corpus.open', { folder: samples!, job: 'j' })).toMatchObject({ name: 'samples' });
    expect((await ask(workbench, 'library.folders', {})).folders).toMatchObject([{ folder: samples }]);
    const without = bench({ samples: join(sampleArticles, 'absent') }).workbench;
    expect((await ask(without, 'library.folders', {})).samples).toBeNull();
  });
});
