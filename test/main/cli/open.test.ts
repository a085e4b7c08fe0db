/** `lectern open` with a stand-in for Electron's program, on a machine that has a display and a user who is not root. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cliFile, root, samples } from '../../program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-open-'));
  writeFileSync(join(folder, 'user.cjs'), 'process.getuid = () => 1000;');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function putElectron(code: number): void {
  const program = join(folder, 'electron');
  writeFileSync(
    program,
    `#!${process.execPath}\nrequire('node:fs').writeFileSync('${folder}/args', process.argv.slice(2).join('\\n'));\nprocess.exitCode = ${code};\n`,
  );
  chmodSync(program, 0o755);
}

function open(env: NodeJS.ProcessEnv, ...args: string[]): Promise<{ code: number | null; stderr: string }> {
  const words = ['-r', join(folder, 'user.cjs'), cliFile, 'open', ...args];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { PATH: process.env.PATH, ELECTRON_OVERRIDE_DIST_PATH: folder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, stderr });
    });
  });
}

describe('lectern open', () => {
  it('starts Electron on this program and the folder, and ends with the window', async () => {
    putElectron(0);
    expect(await open({ DISPLAY: ':9' }, 'samples')).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(join(folder, 'args'), 'utf8').split('\n')).toEqual([root, samples]);
  });

  it.each([
    ['there is no program', { DISPLAY: ':9' }, undefined, "Electron's program is not there"],
    ['it does not start', { DISPLAY: ':9' }, 3, 'Electron ended with code 3'],
    ['there is no display', {}, 0, 'there is no display'],
  ] as const)('says in one line why not: %s', async (_, env, code, why) => {
    if (code !== undefined) putElectron(code);
    writeFileSync(
      join(folder, 'user.cjs'),
      `process.getuid = () => 1000; Object.defineProperty(process, 'platform', { value: 'linux' });`,
    );
    const ended = await open(env);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe(
      `lectern: The window cannot open: try npm start, or lectern serve FOLDER for the browser (${why})\n`,
    );
  });
});
