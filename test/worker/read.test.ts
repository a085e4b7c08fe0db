import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentText, Unread } from '../../src/worker/read.ts';
import { readDocument, whyNotRead } from '../../src/worker/read.ts';
import { reasonInWords } from '../../src/worker/reason.ts';
import { temporaryFolder } from './temporary-folder.ts';

const read = (file: string): DocumentText | Unread => readDocument({ file, path: basename(file) });
const readNew = (name: string, content: string | Uint8Array): DocumentText | Unread =>
  read(join(temporaryFolder({ [name]: content }), name));

describe('readDocument', () => {
  it('gives canonical text: no mark, newlines as \\n, NFC', () => {
    expect(readNew('a.txt', '\ufeffcafe\u0301\r\nд\u0438\u0306\n')).toMatchObject({
      ok: true,
      text: 'caf\u00e9\nд\u0439\n',
      format: 'txt',
      encoding: 'UTF-8',
      title: undefined,
    });
  });

  it('counts bytes of the file and dates it', () => {
    const document = readNew('a.txt', 'ќе');
    expect(document.ok && document.bytes).toBe(4);
    expect(document.ok && Date.parse(document.modified)).toBeGreaterThan(Date.parse('2020-01-01'));
  });

  it('reads Markdown after its front matter and takes the first heading as title', () => {
    expect(readNew('A.MD', '---\ntitle: in yaml\n---\n\n# Вистински наслов\n\nText.\n')).toMatchObject({
      ok: true,
      text: '\n# Вистински наслов\n\nText.\n',
      format: 'md',
      title: 'Вистински наслов',
    });
  });

  it.each(['', '  \n\t\r\n', '\ufeff', '\u00a0\u3000'])('refuses %j as empty', (content) => {
    expect(readNew('a.txt', content)).toEqual({ ok: false, reason: 'empty' });
  });

  it('refuses what is not UTF-8, with the place', () => {
    expect(readNew('a.txt', Buffer.from('Caf\xe9', 'latin1'))).toEqual({
      ok: false,
      reason: 'not valid UTF-8 at byte 3 (line 1): save it as UTF-8',
    });
  });

  it('refuses a file too large for one string without reading it', () => {
    const file = join(temporaryFolder({ 'huge.txt': '' }), 'huge.txt');
    truncateSync(file, 600 * 2 ** 20);
    expect(read(file)).toEqual({ ok: false, reason: 'too large (600 MB): split it into files under 512 MB' });
  });

  it('says so when the file vanished, is a folder by now, or has an impossible name', () => {
    const root = temporaryFolder();
    expect(read(join(root, 'gone.txt'))).toEqual({
      ok: false,
      reason: 'gone: it was moved or deleted while the folder was read',
    });
    mkdirSync(join(root, 'folder.txt'));
    expect(read(join(root, 'folder.txt'))).toEqual({ ok: false, reason: 'a folder where a file was expected' });
    expect(read(join(root, 'bad\ufffd.txt'))).toEqual({ ok: false, reason: 'its name is not valid UTF-8: rename it' });
    writeFileSync(join(root, 'fine.txt'), 'fine');
    expect(read(join(root, 'fine.txt'))).toMatchObject({ ok: true });
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
    ['letter.docx', 'docx files are not read'],
    ['README', 'files without an extension are not read'],
    ['archive.tar.gz', 'gz files are not read'],
  ])('%s: %j', (name, reason) => {
    expect(whyNotRead(name)).toBe(reason);
  });
});
