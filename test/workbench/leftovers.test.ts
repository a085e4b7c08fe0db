/** Whatever a corpus had started is gone when it is closed: threads, handles, processes. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { docx, wordParagraph } from '../worker/formats/building.ts';
import { age } from '../worker/opening.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import type { Bench } from './bench.ts';
import { bench, opened, simple } from './bench.ts';
import { ask } from './native-workbench.ts';

/** Processes that this one started and that the system still lists, dead ones that nobody saw off among them. */
function children(): string[] {
  const { stdout, pid } = spawnSync('ps', ['-o', 'pid=,stat=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith(`${pid} `));
}

/** Open files, pipes and watches, and threads of the system, as Linux lists them. */
const listed = (what: 'fd' | 'task'): number => readdirSync(`/proc/self/${what}`).length;

function left(): Record<string, number> {
  const resources = process.getActiveResourcesInfo().filter((name) => /MessagePort|Worker|Process|FSEvent/u.test(name));
  return { resources: resources.length, files: listed('fd'), threads: listed('task'), children: children().length };
}

/** Plain files, and where `packed` one that is read in a process of its own. */
function articles(packed: boolean): string {
  const plain = { 'b.txt': 'Another library.', 'c/d.txt': 'A third library.' };
  return temporaryFolder(packed ? { ...plain, 'a.docx': docx(wordParagraph('One library.')) } : plain);
}

async function openAndClose({ workbench }: Bench, folder: string): Promise<void> {
  const { corpus } = await opened(workbench, folder);
  const { total } = await ask(workbench, 'concordance.open', { corpus, query: simple('library'), sort: ['A1'] });
  expect(total).toBeGreaterThanOrEqual(2);
  await ask(workbench, 'corpus.close', { corpus });
}

describe.runIf(process.platform === 'linux')('what is left of closed corpora', () => {
  it('is nothing, of ten', { timeout: 120_000 }, async () => {
    const own = bench({ cache: temporaryFolder() });
    const folders = Array.from({ length: 10 }, (_, at) => articles(at % 5 === 0));
    folders.forEach(age);
    await openAndClose(own, folders[0]!);
    const before = left();
    // The first one from its snapshot now, which is read by position.
    for (let from = 0; from < folders.length; from += 5)
      await Promise.all(folders.slice(from, from + 5).map((folder) => openAndClose(own, folder)));
    await vi.waitFor(() => {
      expect(left()).toEqual(before);
    }, 10_000);
    expect(own.threads).toHaveLength(11);
    for (const thread of own.threads) expect(thread.threadId).toBe(-1);
  });

  it('is no reading process, though it was in the middle of a file', { timeout: 60_000 }, async () => {
    const readerUrl = new URL('../fixtures/formats/hanging-reader.mjs', import.meta.url);
    const { workbench } = bench({ readerUrl });
    const opening = workbench.dispatch('corpus.open', { folder: workbench.admit(articles(true)), job: 'open' });
    await vi.waitUntil(() => children().length > 0, 30_000);
    await ask(workbench, 'job.cancel', { job: 'open' });
    expect(await opening).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await vi.waitFor(() => {
      expect(children()).toEqual([]);
    }, 10_000);
  });
});
