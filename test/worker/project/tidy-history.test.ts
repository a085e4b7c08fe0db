/** What is given up of the history, by the rule that `tidy-history.ts` states, and what never is. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CoderId, SpanId, TagId } from '../../../src/shared/tagging.ts';
import { stepSays } from '../../../src/shared/step-words.ts';
import { problemsOf } from '../../../src/worker/project/check.ts';
import { Project } from '../../../src/worker/project/project.ts';
import { addSpan, deleteSpans } from '../../../src/worker/project/span-rows.ts';
import { createTag } from '../../../src/worker/project/tag-rows.ts';
import { versionOf } from '../../../src/worker/project/tagged-documents.ts';
import { stepsKept } from '../../../src/worker/project/tidy-history.ts';
import { trashCount } from '../../../src/worker/project/trash.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const day = 24 * 3600_000;
const text = 'The lake is old. Езерото е старо. البحيرة قديمة. ';

/** A project on some day; each step is said by its number. */
class Days {
  today = Date.parse('2026-01-01T00:00:00Z');
  readonly #file = join(temporaryFolder(), 'a.lectern');
  project = this.#open();

  #open(): Project {
    const project = new Project({ file: this.#file, now: () => new Date(this.today) });
    // A file is made when there is first something to keep.
    project.settle((database) => {
      database.run('INSERT OR IGNORE INTO coders VALUES (?, ?)', 'c', 'Coder');
    });
    // Thousands of steps need not each wait for the disk here.
    project.database.execute('PRAGMA synchronous = OFF');
    return project;
  }

  closeAndOpen(): void {
    this.project.close();
    this.project = this.#open();
  }

  note(number: number, length = 10): void {
    this.project.change({ says: { text: String(number) } }, (database) => {
      const row = [`n${number % 7}`, 'project', '', `${number} `.repeat(length), 'c', '2026', '2026'];
      database.run('INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)', ...row);
    });
  }

  changes(): number {
    return this.project.database.number('SELECT count(*) FROM changes');
  }

  /** How many steps can be undone, one after the other. */
  undoAll(): number {
    let steps = 0;
    for (; this.project.state.undo !== null; steps++) this.project.undo();
    return steps;
  }

  get size(): number {
    return statSync(this.#file).size;
  }
}

describe('the history of a project', () => {
  it('keeps all of the last thirty days, and the last thousand steps however old they are', () => {
    const days = new Days();
    for (let number = 0; number < stepsKept + 200; number++) days.note(number);
    days.today += 29 * day;
    days.closeAndOpen();
    expect(days.project.database.number('SELECT count(*) FROM steps WHERE dropped = 0')).toBe(stepsKept + 200);
    days.note(5000);
    days.today += 5 * day;
    days.closeAndOpen();
    const { database } = days.project;
    expect(database.number('SELECT count(*) FROM steps')).toBe(stepsKept + 201);
    expect(database.number('SELECT count(DISTINCT step) FROM changes')).toBe(stepsKept);
    expect(days.undoAll()).toBe(stepsKept);
    for (let steps = 0; steps < stepsKept; steps++) days.project.redo();
    expect(days.project.state).toMatchObject({ undo: { text: '5000' }, redo: null });
    days.project.close();
  });

  it('gives up what can no longer be redone, texts of which nothing speaks, and the room of both', () => {
    const days = new Days();
    days.note(0);
    const { project } = days;
    const pasts = 'x'
      .repeat(3_000_000)
      .replaceAll('x', () => String.fromCodePoint(97 + Math.floor(Math.random() * 26)));
    project.change({ says: stepSays('passage.tag', { count: 1 }) }, (database) => {
      const tag = createTag(database, { name: 'Tag' }, 'c' as CoderId, '2026', 't' as TagId);
      const old = versionOf(database, pasts);
      database.run("INSERT INTO documents VALUES (1, 'a.txt', ?, 'en', 'ltr')", old);
      const place = { document: 1, version: old, text: pasts };
      addSpan(database, { place, start: 0, end: 9, tags: [tag], author: 'c' as CoderId, made: '2026' });
    });
    project.undo();
    days.note(1, 2_000_000);
    project.settle((database) => {
      database.run('UPDATE documents SET version = ?', versionOf(database, text));
    });
    days.note(1);
    project.undo();
    project.undo();
    days.note(2);
    project.database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    const before = days.size;
    days.closeAndOpen();
    expect(days.project.database.number('SELECT count(*) FROM versions')).toBe(1);
    expect(days.size).toBeLessThan(before / 2);
    expect(problemsOf(days.project.database)).toEqual([]);
    expect(days.undoAll()).toBe(2);
    days.project.close();
  });

  it('empties the trash after thirty days', () => {
    const days = new Days();
    days.project.change({ says: stepSays('passage.tag', { count: 1 }) }, (database) => {
      const tag = createTag(database, { name: 'Tag' }, 'c' as CoderId, '2026', 't' as TagId);
      const version = versionOf(database, text);
      database.run("INSERT INTO documents VALUES (1, 'a.txt', ?, 'en', 'ltr')", version);
      const place = { document: 1, version, text };
      addSpan(database, { place, start: 4, end: 8, tags: [tag], author: 'c' as CoderId, made: '2026' });
    });
    days.project.change({ says: stepSays('passage.delete', { count: 1 }), kind: 'deletion' }, (database) => {
      deleteSpans(
        database,
        database.all('SELECT id FROM spans').map(([id]) => String(id) as SpanId),
      );
    });
    const inTrash = () => trashCount(days.project.database, days.project.now);
    days.today += 29 * day;
    expect(inTrash()).toBe(1);
    days.today += 2 * day;
    expect(inTrash()).toBe(0);
    for (let number = 0; number < stepsKept; number++) days.note(number);
    days.today += 31 * day;
    days.closeAndOpen();
    expect(days.project.database.number("SELECT count(*) FROM changes WHERE place = 'spans'")).toBe(0);
    days.project.close();
  });
});
