/**
 * Programs that work on a project are killed at any moment, over and over: what they were answered for is there, nothing
 * half-done is, and the project can be worked on at once.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { backupFiles } from '../../../src/worker/project/backup-files.ts';
import { lookInto } from '../../../src/worker/project/backups.ts';
import { problemsOf } from '../../../src/worker/project/check.ts';
import { Project } from '../../../src/worker/project/project.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { batch } from './working-child-batch.ts';

interface Killed {
  /** The last revision that was answered for. */
  readonly revision: number;
  readonly lines: number;
}

interface Moment {
  /** Answers that are waited for: a slow machine must not kill everybody before they begin. */
  readonly answers: number;
  readonly milliseconds: number;
}

/** Runs a child and kills it so long after so many of its answers. */
async function killedAt(child: string, file: string, doing: string, moment: Moment): Promise<Killed> {
  const running = spawn(process.execPath, [child, file, doing], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: `${child}.compiled` },
  });
  let said = '';
  const reached = Promise.withResolvers<undefined>();
  running.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    if (said.split('\n').length - 1 > moment.answers) reached.resolve(undefined);
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    running.on('close', (_, signal) => {
      resolve(signal);
    }),
  );
  await Promise.race([reached.promise, ended]);
  await pause(moment.milliseconds);
  running.kill('SIGKILL');
  // One that ended by itself has failed at something.
  expect(await ended).toBe('SIGKILL');
  // A line that was cut off was not answered.
  const lines = said.slice(0, said.lastIndexOf('\n') + 1).match(/^done \d+$/gmu) ?? [];
  return { revision: Number(lines.at(-1)?.slice(5) ?? 0), lines: lines.length };
}

/** Everything that must be true of a project whoever was killed while working on it. */
function checked(file: string, { revision }: Killed): number {
  const project = new Project({ file });
  try {
    expect(project.problem).toBe('');
    expect(project.state.revision).toBeGreaterThanOrEqual(revision);
    const { database } = project;
    expect(problemsOf(database).map(({ problem }) => problem)).toEqual([]);
    const sizes = database.all('SELECT count(*) FROM span_tags GROUP BY tag').map(([size]) => size);
    expect(sizes.filter((size) => size !== batch)).toEqual([]);
    const tags = database.number('SELECT count(*) FROM tags');
    expect(sizes).toHaveLength(tags);
    expect(database.number('SELECT count(*) FROM spans')).toBe(batch * tags);
    // A step that can be undone or done again has all its rows; those of one that was dropped are given up on closing.
    const half =
      'SELECT count(*) FROM steps WHERE dropped = 0 AND changes <> (SELECT count(*) FROM changes WHERE step = steps.id)';
    expect(database.number(half)).toBe(0);
    return project.state.revision;
  } finally {
    project.close();
  }
}

const lanes = [
  { doing: 'tagging', kills: 40 },
  { doing: 'undoing', kills: 30 },
  { doing: 'importing', kills: 30 },
  { doing: 'migrating', kills: 40 },
  { doing: 'backing up', kills: 30 },
  { doing: 'restoring', kills: 30 },
  { doing: 'deleting', kills: 20 },
];

/** The program in one file: starting it two hundred times is most of what this costs, and reading fifty files most of that. */
async function oneFile(folder: string): Promise<string> {
  await build({
    ...{ configFile: false, logLevel: 'error', ssr: { noExternal: true } },
    build: { ssr: join(import.meta.dirname, 'working-child.ts'), outDir: folder, emptyOutDir: false },
  });
  return join(folder, 'working-child.js');
}

describe('programs that are killed', () => {
  it('at any moment of their work, two hundred times', { timeout: 300_000 }, async () => {
    const folder = temporaryFolder();
    const child = await oneFile(folder);
    let kills = 0;
    let answered = 0;
    const run = async ({ doing, kills: wanted }: (typeof lanes)[number], lane: number): Promise<void> => {
      for (let kill = 0; kill < wanted; kill++) {
        // Every now and then a project that is only now made, since that can be cut short too.
        const file = join(folder, `${lane}-${Math.floor(kill / 10)}.lectern`);
        const number = (kill * 7919 + lane * 104_729) % 997;
        // Without an answer it may not even have begun to make the file.
        const moment = { answers: number % 5, milliseconds: number % 23 };
        const killed = await killedAt(child, file, doing, moment);
        kills++;
        answered += killed.lines;
        if (killed.revision > 0) expect(existsSync(file)).toBe(true);
        if (existsSync(file)) checked(file, killed);
        if (kill % 10 < 9) continue;
        for (const backup of backupFiles(file)) expect(lookInto(backup, true).problem).toBe('');
      }
    };
    // Several at a time: some start while the others work or wait for the disk.
    const waiting = [...lanes.entries()];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await run(next[1], next[0]);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(kills).toBeGreaterThanOrEqual(200);
    // They were killed at work, and not before.
    expect(answered).toBeGreaterThan(kills);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
