import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputFile } from '../../../src/main/cli/output/destination.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-destination-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file that is written to', () => {
  it('appears under its name only when it is whole', async () => {
    const path = join(folder, 'lines.csv');
    writeFileSync(path, 'old');
    const destination = outputFile(path);
    await destination.write('né');
    await destination.write(new Uint8Array([0x77]));
    expect(readFileSync(path, 'utf8')).toBe('old');
    destination.finish();
    expect(readFileSync(path, 'utf8')).toBe('néw');
    expect(readdirSync(folder)).toEqual(['lines.csv']);
  });

  it('leaves the old one alone when abandoned, and nothing beside it', async () => {
    const path = join(folder, 'lines.csv');
    writeFileSync(path, 'old');
    const destination = outputFile(path);
    await destination.write('half');
    destination.abandon();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['lines.csv']);
  });

  it('is not undone by being abandoned after it was finished', async () => {
    const path = join(folder, 'lines.csv');
    const destination = outputFile(path);
    await destination.write('new');
    destination.finish();
    destination.abandon();
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('is the one that a link points to', async () => {
    const path = join(folder, 'real.csv');
    writeFileSync(path, 'old');
    symlinkSync(path, join(folder, 'link.csv'));
    const destination = outputFile(join(folder, 'link.csv'));
    await destination.write('new');
    destination.finish();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'real.csv']);
  });

  it('is refused before any work when it cannot be one', () => {
    expect(() => outputFile(folder)).toThrow(/a folder has that name/);
    expect(() => outputFile(join(folder, 'missing', 'lines.csv'))).toThrow(/its folder does not exist/);
  });
});
