/** The process that reads files can be lost without losing anything else. */
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Unreadable, usualLimits } from '../../../src/worker/formats/extract.ts';
import { Corrections } from '../../../src/worker/corrections.ts';
import { nothingSaid } from '../../../src/worker/folder-record.ts';
import { readFile } from '../../../src/worker/read.ts';
import { Reading } from '../../../src/worker/formats/reading.ts';
import { readerUrl as processUrl } from '../../program.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { bytesOf, docx, options, wordParagraph } from './building.ts';

let reading: Reading;
afterEach(() => {
  reading.dispose();
});

/** One that has ended and that nobody has asked about stays in the list, as `Z`. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout.trim());
}

describe('Reading', () => {
  it('reads several files in turn, plain text and packed', async () => {
    reading = new Reading({ processUrl });
    const extractions = await Promise.all([
      reading.read(docx(wordParagraph('прв')), 'a.docx', options),
      reading.read(bytesOf('втор'), 'b.txt', options),
      reading.read(docx(wordParagraph('трет')), 'c.docx', options),
    ]);
    expect(extractions.map(({ documents }) => documents[0]!.text)).toEqual(['прв\n', 'втор', 'трет\n']);
  });

  it('hands on refusals as such', async () => {
    reading = new Reading({ processUrl });
    const refusal = reading.read(bytesOf('x'), 'a.docx', options);
    await expect(refusal).rejects.toThrow(Unreadable);
    await expect(refusal).rejects.toThrow(/damaged/);
  });

  it('survives a file that fills the heap, and reads the next one', async () => {
    reading = new Reading({ processUrl, heapMegabytes: 64 });
    const heavy = bytesOf(`[${Array(1_500_000).fill('{"a":[1,{}],"b":{}}').join(',')}]`);
    await expect(reading.read(heavy, 'a.json', options)).rejects.toThrow(/more memory/);
    expect((await reading.read(docx(wordParagraph('still here')), 'b.docx', options)).documents[0]!.text).toBe(
      'still here\n',
    );
  });

  it('ends a reader that does not look at the clock, each time anew', async () => {
    const hanging = new URL('../../fixtures/formats/hanging-reader.mjs', import.meta.url);
    reading = new Reading({ processUrl: hanging, grace: 200 });
    const limits = { ...usualLimits, milliseconds: 100 };
    for (const name of ['a.html', 'b.pdf']) {
      await expect(reading.read(bytesOf('x'), name, { ...options, limits })).rejects.toThrow(/took longer than 0.1 s/);
    }
  });

  it('says of a file whose reader was killed that another try may be worth it', async () => {
    reading = new Reading({ processUrl: new URL('../../fixtures/formats/killed-reader.mjs', import.meta.url) });
    const file = join(temporaryFolder({ 'a.html': '<p>x' }), 'a.html');
    const usual = new Corrections(nothingSaid, {}).forFile('a.html');
    const outcome = await readFile({ file, path: 'a.html' }, reading, usual);
    expect(outcome).toMatchObject({ ok: false, slow: true });
    expect(!outcome.ok && outcome.reason).toMatch(/the system ended its reader: refresh/);
  });

  /** Has `code` read a file that its reader never comes to the end of: `start` runs it. Gives the reader's id. */
  async function hangingReader(start: (code: string) => void): Promise<number> {
    reading = new Reading({ processUrl });
    const [hanging, readingUrl, extractUrl] = [
      '../../fixtures/formats/hanging-reader.mjs',
      '../../../src/worker/formats/reading.ts',
      '../../../src/worker/formats/extract.ts',
    ].map((path) => JSON.stringify(new URL(path, import.meta.url).href));
    const report = join(temporaryFolder(), 'pid');
    start(`Promise.all([import(${readingUrl}), import(${extractUrl})]).then(([r, e]) => {
      process.env.LECTERN_TEST_REPORT = ${JSON.stringify(report)};
      const reading = new r.Reading({ processUrl: new URL(${hanging}) });
      return reading.read(new Uint8Array(1), 'a.html', { html: 'main', limits: e.usualLimits });
    })`);
    const pid = Number(await vi.waitUntil(() => existsSync(report) && readFileSync(report, 'utf8'), 20_000));
    expect(pid).toBeGreaterThan(0);
    expect(isAlive(pid)).toBe(true);
    return pid;
  }

  it('ends with the thread that started it, even in a loop of its own', async () => {
    let thread: Worker | undefined;
    const pid = await hangingReader((code) => (thread = new Worker(code, { eval: true })));
    await thread?.terminate();
    await vi.waitUntil(() => !isAlive(pid), 20_000);
  });

  it('ends with the program that started it, though that was killed and it is in a loop of its own', async () => {
    let program: ChildProcess | undefined;
    const pid = await hangingReader((code) => (program = spawn(process.execPath, ['-e', code], { stdio: 'ignore' })));
    program?.kill('SIGKILL');
    await vi.waitUntil(() => !isAlive(pid), 20_000);
  });

  it('refuses what still waits when it is closed', async () => {
    reading = new Reading({ processUrl });
    const waiting = reading.read(docx(wordParagraph('a')), 'a.docx', options);
    const refused = expect(waiting).rejects.toThrow(/closed meanwhile/);
    reading.dispose();
    await refused;
  });
});
