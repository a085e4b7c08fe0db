import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nothingSaid, readRecord, updateRecord } from '../../src/worker/folder-record.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the record of a folder', () => {
  it('is nothing at first, and then what was written', () => {
    const file = join(temporaryFolder(), 'folders', 'f.json');
    expect(readRecord(file)).toEqual(nothingSaid);
    const said = updateRecord(file, (record) => ({ ...record, reading: { encoding: 'KOI8-R' } }));
    expect(readRecord(file)).toEqual(said);
    expect(said).toEqual({ ...nothingSaid, reading: { encoding: 'KOI8-R' } });
    expect(readdirSync(join(file, '..'))).toEqual(['f.json']);
  });

  it('is left alone by a change that fails', () => {
    const file = join(temporaryFolder(), 'f.json');
    updateRecord(file, (record) => ({ ...record, reading: { html: 'all' } }));
    expect(() =>
      updateRecord(file, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(readRecord(file).reading).toEqual({ html: 'all' });
  });

  it.each(['', '{', '[]', '{"reading":{"html":"some"}}'])('that reads %j is set aside', (content) => {
    const folder = temporaryFolder({ 'f.json': content });
    expect(readRecord(join(folder, 'f.json'))).toEqual(nothingSaid);
    const [aside] = readdirSync(folder);
    expect(aside).toMatch(/^f\.json\.unreadable-\d+$/);
    expect(readFileSync(join(folder, aside!), 'utf8')).toBe(content);
  });

  it.each([0, 7, 40])(
    'cut after %i bytes, or filled with zeros, gives way to what was said before the last change',
    (length) => {
      for (const damaged of [(whole: string) => whole.slice(0, length), (whole: string) => '\0'.repeat(whole.length)]) {
        const folder = temporaryFolder();
        const file = join(folder, 'f.json');
        updateRecord(file, (record) => ({ ...record, reading: { html: 'all' } }));
        const said = readRecord(file);
        updateRecord(file, (record) => ({ ...record, subcorpora: [{ name: 'a', where: 'language=ar' }] }));
        const last = damaged(readFileSync(file, 'utf8'));
        writeFileSync(file, last);
        expect(readRecord(file)).toEqual(said);
        expect(readRecord(file)).toEqual(said);
        const aside = readdirSync(folder).find((name) => name.includes('unreadable'));
        expect(readFileSync(join(folder, aside!), 'utf8')).toBe(last);
      }
    },
  );

  it('says so when it cannot be kept', () => {
    const folder = temporaryFolder({ taken: '' });
    const file = join(folder, 'taken', 'f.json');
    expect(() => updateRecord(file, (record) => record)).toThrow(/cannot be (?:read|written)/);
  });
});
