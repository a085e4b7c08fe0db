/** The built program as people start it: the command line of out/, on a home folder of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { cliFile } from '../program.ts';

export interface Served {
  /** With the token. */
  readonly url: string;
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Ends it; the exit code and what it said on standard error. */
  stop(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts the web door on `folders` and waits for its link. */
export function serve(env: NodeJS.ProcessEnv, ...folders: string[]): Promise<Served> {
  return startDoor(env, 'serve', ...folders);
}

/** Runs a command that ends in an open web door. */
export async function startDoor(env: NodeJS.ProcessEnv, ...words: string[]): Promise<Served> {
  const child = spawn(process.execPath, [cliFile, ...words, '--no-browser'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const url = await new Promise<string>((found, fail) => {
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) found(stdout.slice(0, stdout.indexOf('\n')));
    });
    void ended.then((code) => {
      fail(new Error(`lectern ${words[0]} ended with ${code}: ${stderr}`));
    });
  });
  return {
    url,
    process: child,
    stop: async () => {
      child.kill('SIGINT');
      return { code: await ended, stderr };
    },
  };
}
