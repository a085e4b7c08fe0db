/**
 * SQLite FTS5, the one in Node, in a file: the texts as they are, a row a document, `unicode61 remove_diacritics 2`. It cuts and
 * folds words by itself. Asked for the number of documents and the beginnings of the first 100 with the match marked.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Measurement, Times } from '../measure.ts';
import { peakBytes, stopwatch, timed } from '../measure.ts';
import { textFiles, textOf } from '../texts.ts';
import type { Task, TaskInput } from './task.ts';
import { questionsOf } from './task.ts';

function build({ folder }: TaskInput, file: string, times: { wall: number[]; cpu: number[] }): DatabaseSync {
  const files = textFiles(folder);
  const database = new DatabaseSync(file);
  let wall = 0;
  let cpu = 0;
  const measured = (work: () => void) => {
    const stop = stopwatch();
    work();
    const time = stop();
    wall += time.wall;
    cpu += time.cpu;
  };
  measured(() => {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
    database.exec(`CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')`);
    database.exec('BEGIN');
  });
  const insert = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)');
  files.forEach((path, doc) => {
    const text = textOf(path);
    measured(() => insert.run(doc, text));
  });
  measured(() => {
    database.exec('COMMIT');
  });
  times.wall.push(wall);
  times.cpu.push(cpu);
  return database;
}

export const sqlite: Task = (input) => {
  const { frequent, second, usual, rare, prefix } = questionsOf(input);
  const by = 'SQLite FTS5';
  const times: Times & { wall: number[]; cpu: number[] } = { wall: [], cpu: [] };
  let database: DatabaseSync | undefined;
  let file = '';
  for (let run = 0; run < input.runs; run++) {
    database?.close();
    file = join(input.scratch, `texts-${run}.sqlite`);
    database = build(input, file, times);
  }
  const open = database!;
  const total = open.prepare('SELECT count(*) AS n FROM texts WHERE texts MATCH ?');
  const lines = open.prepare(
    `SELECT snippet(texts, 0, '[', ']', '…', 20) AS line FROM texts WHERE texts MATCH ? ORDER BY rowid LIMIT 100`,
  );
  const ask = (key: string, match: string): Measurement => {
    let gave = '';
    const asked = timed(input.runs, () => {
      const { n } = total.get(match) as { n: number };
      gave = `${n} documents, ${lines.all(match).length} lines`;
    });
    return { key, task: `${key}: documents and 100 beginnings`, by, times: asked, gave };
  };
  const bytes = { 'on disk': statSync(file).size, 'peak memory': peakBytes() };
  const measurements = [
    { key: 'index', task: 'index texts into a file', by, times, bytes },
    ask('frequent', `"${frequent}"`),
    ask('usual', `"${usual}"`),
    ask('rare', `"${rare}"`),
    ask('phrase', `"${frequent} ${second}"`),
    ask('prefix', `"${prefix}"*`),
  ];
  open.close();
  return { measurements };
};
