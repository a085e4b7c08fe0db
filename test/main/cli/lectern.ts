/** Runs the command line as it is built, in a process of its own, as a script would. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { cliFile, root } from '../../program.ts';
import { temporaryHome } from './home.ts';

const home = temporaryHome();
process.on('exit', () => {
  home.remove();
});

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
}

/** Starts it and leaves it running. */
export function start(...args: string[]): Started {
  const child = spawn(process.execPath, [cliFile, ...args], {
    cwd: root,
    env: home.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
    });
  }
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code, signal) => {
      done({ code, signal, ...printed });
    });
  });
  return { child, ended };
}

/** Runs it to its end. */
export function lectern(...args: string[]): Promise<Ended> {
  return start(...args).ended;
}

/** What `--json` printed; fails on anything else on standard output or any line on standard error. */
export async function answerOf<Answer>(...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await lectern(...args, '--json', '--quiet');
  if (code !== 0 || stderr !== '') throw new Error(`lectern ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
