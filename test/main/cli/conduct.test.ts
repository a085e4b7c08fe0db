/** How the command line behaves as a process: exit codes, pipes, files, and being stopped. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryModes } from '../../../src/shared/terms.ts';
import { samples } from '../../program.ts';
import { lectern, start } from './lectern.ts';

let folder: string;
/** A text that takes far longer to index than a signal takes to arrive. */
let large: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-conduct-'));
  large = join(folder, 'large.txt');
  const words = Array.from({ length: 5000 }, (_, at) => `word${at} and куќа${at} ثم`).join(' ');
  writeFileSync(large, `${words}.\n\n`.repeat(150));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a wrong command line', () => {
  it.each([
    [[], /^Usage: lectern/u],
    [['nonsense'], /^lectern: unknown command 'nonsense'.*\n$/u],
    [['kwic', samples], /^lectern: missing required argument 'query' \(see lectern kwic --help\)\n$/u],
    [['kwic', samples, 'x', '--nonsense'], /^lectern: unknown option '--nonsense'.*\n$/u],
    [['kwic', samples, 'x', '--sort', 'B11'], /B1…B10.*found "B11"/u],
    [['kwic', samples, 'x', '--limit', '-1'], /whole number/u],
    [['kwic', samples, 'x', '--json', '--format', 'csv'], /cannot be used with/u],
    [['find', samples, 'x', '--limit', '501'], /1 to 500/u],
    [['kwic', samples, 'x', 'y'], /too many arguments/u],
  ])('%j ends with code 2', async (args, said) => {
    const { code, stdout, stderr } = await lectern(...args);
    expect(stderr).toMatch(said);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('names the query modes that there are', async () => {
    const { code, stderr } = await lectern('kwic', samples, 'x', '--mode', 'nonsense');
    expect(code).toBe(2);
    for (const mode of queryModes) expect(stderr).toContain(mode);
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['kwic', '--help']], [['--version']]])('%j is printed, and done', async (args) => {
    const { code, stdout, stderr } = await lectern(...args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });
});

describe('a failure', () => {
  it('is one line that says what and where', async () => {
    const missing = join(folder, 'missing');
    const { code, stdout, stderr } = await lectern('index', missing, '--json');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^lectern: [^\n]+\n$/u);
    expect(stderr).toContain(`(${missing})`);
  });

  it('is told of a single file that cannot be read as text', async () => {
    const binary = join(folder, 'binary.txt');
    writeFileSync(
      binary,
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 256),
    );
    const { code, stderr } = await lectern('kwic', binary, 'x');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^lectern: [^\n]+\n$/u);
    expect(stderr).toContain('(binary.txt)');
  });

  it('comes before the work when the file to write cannot be one', async () => {
    const { code, stdout, stderr } = await lectern('kwic', samples, 'the', '-o', join(folder, 'no', 'x.csv'));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^lectern: The file could not be written: its folder does not exist \(.*\)\n$/u);
  });
});

describe('a file written with -o', () => {
  it('holds what would have been printed, and only that', async () => {
    const file = join(folder, 'lines.csv');
    const args = ['kwic', samples, 'the', '--format', 'csv', '--limit', 'all'];
    const printed = await lectern(...args);
    const written = await lectern(...args, '-o', file);
    expect([written.code, written.stdout, written.stderr]).toEqual([0, '', '']);
    expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
    expect(readdirSync(folder).filter((name) => name.includes('lines.csv'))).toEqual(['lines.csv']);
  });

  it('is left as it was when the query is wrong', async () => {
    const file = join(folder, 'kept.csv');
    writeFileSync(file, 'kept');
    expect((await lectern('kwic', samples, '(', '-o', file)).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect(readdirSync(folder).filter((name) => name.includes('kept.csv'))).toEqual(['kept.csv']);
  });
});

describe('being stopped', () => {
  it('leaves neither a file nor half of one, and dies of the signal', async () => {
    const file = join(folder, 'stopped.csv');
    const { child, ended } = start('kwic', large, 'and', '--limit', 'all', '--format', 'csv', '-o', file);
    const begun = () => readdirSync(folder).some((name) => name.includes('stopped.csv'));
    while (!begun()) await pause(5);
    child.kill('SIGINT');
    const { signal, stderr } = await ended;
    expect([signal, stderr]).toEqual(['SIGINT', 'lectern: stopped (Ctrl-C)\n']);
    expect(begun()).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  it('by a reader that has seen enough is no failure', async () => {
    const { child, ended } = start('kwic', large, 'and', '--limit', 'all');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const { code, signal, stderr } = await ended;
    expect([code, signal, stderr]).toEqual([0, null, '']);
  });
});
