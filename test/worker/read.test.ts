import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Corrections } from '../../src/worker/corrections.ts';
import { nothingSaid } from '../../src/worker/folder-record.ts';
import { Reading } from '../../src/worker/formats/reading.ts';
import type { ReadFile, Unread } from '../../src/worker/read.ts';
import { readFile, whyNotRead } from '../../src/worker/read.ts';
import { reasonInWords } from '../../src/worker/reason.ts';
import { readerUrl } from '../program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const reading = new Reading({ processUrl: readerUrl });
afterAll(() => {
  reading.dispose();
});

const read = (file: string): Promise<ReadFile | Unread> =>
  readFile({ file, path: basename(file) }, reading, new Corrections(nothingSaid, {}).forFile(basename(file)));
const readNew = (name: string, content: string | Uint8Array): Promise<ReadFile | Unread> =>
  read(join(temporaryFolder({ [name]: content }), name));

describe('readFile', () => {
  it('gives canonical text: no mark, newlines as \\n, NFC', async () => {
    expect(await readNew('a.txt', '\ufeffcafe\u0301\r\nд\u0438\u0306\n')).toMatchObject({
      ok: true,
      format: 'txt',
      documents: [{ part: '', text: 'caf\u00e9\nд\u0439\n', encoding: 'UTF-8' }],
      notes: [],
    });
  });

  it('stamps the file with its size and time', async () => {
    const file = await readNew('a.txt', 'ќе');
    expect(file.ok && file.stamp.size).toBe(4);
    expect(file.ok && file.stamp.mtimeMs).toBeGreaterThan(Date.parse('2020-01-01'));
  });

  it('gives the rows of a table that have text, in another process', async () => {
    const file = await readNew('a.csv', 'id,text\n1,прв\n2,\u00a0\n3,"трет\r\nред"\n');
    expect(file).toMatchObject({
      ok: true,
      format: 'csv',
      documents: [
        { part: 'row 2', text: 'прв', metadata: { id: '1' } },
        { part: 'row 4', text: 'трет\nред', metadata: { id: '3' } },
      ],
    });
  });

  it.each(['', '  \n\t\r\n', '\ufeff', '\u00a0\u3000'])('refuses %j as empty', async (content) => {
    expect(await readNew('a.txt', content)).toEqual({ ok: false, reason: 'empty' });
  });

  it('says of a file that takes too long that another try may be worth it', async () => {
    const hanging = new URL('../fixtures/formats/hanging-reader.mjs', import.meta.url);
    const stuck = new Reading({ processUrl: hanging, grace: 100 });
    const file = join(temporaryFolder({ 'a.html': '<p>x' }), 'a.html');
    const usual = new Corrections(nothingSaid, {}).forFile('a.html');
    const options = { ...usual.options, limits: { ...usual.options.limits, milliseconds: 100 } };
    const outcome = await readFile({ file, path: 'a.html' }, stuck, { ...usual, options });
    stuck.dispose();
    expect(outcome).toMatchObject({ ok: false, slow: true });
    expect(!outcome.ok && outcome.reason).toMatch(/^took longer than 0.1 s/);
  });

  it('refuses a file too large for one string without reading it', async () => {
    const file = join(temporaryFolder({ 'huge.txt': '' }), 'huge.txt');
    truncateSync(file, 600 * 2 ** 20);
    expect(await read(file)).toEqual({ ok: false, reason: 'too large (600 MB): split it into files under 512 MB' });
  });

  it('says so when the file vanished, is a folder by now, or has an impossible name', async () => {
    const root = temporaryFolder();
    expect(await read(join(root, 'gone.txt'))).toMatchObject({
      ok: false,
      reason: 'gone: it was moved or deleted while the folder was read',
    });
    mkdirSync(join(root, 'folder.txt'));
    expect(await read(join(root, 'folder.txt'))).toMatchObject({
      ok: false,
      reason: 'a folder where a file was expected',
    });
    const impossible = await read(join(root, 'bad\ufffd.txt'));
    expect(impossible).toMatchObject({ ok: false, reason: 'its name is not valid UTF-8: rename it' });
    writeFileSync(join(root, 'fine.txt'), 'fine');
    expect(await read(join(root, 'fine.txt'))).toMatchObject({ ok: true });
  });
});

describe('reasons', () => {
  it.each([
    ['EACCES', 'you are not allowed to read it'],
    ['EBUSY', 'another program holds it: close it there and open the folder again'],
    ['EWEIRD', 'it cannot be read (EWEIRD)'],
  ])('%s', (code, reason) => {
    expect(reasonInWords(Object.assign(new Error(), { code }))).toBe(reason);
  });

  it.each([
    ['a.txt', ''],
    ['A.Markdown', ''],
    ['letter.DOCX', ''],
    ['photo.jpg', 'jpg files are not read'],
    ['README', 'files without an extension are not read'],
    ['archive.tar.gz', 'gz files are not read'],
  ])('%s: %j', (name, reason) => {
    expect(whyNotRead(name)).toBe(reason);
  });
});
