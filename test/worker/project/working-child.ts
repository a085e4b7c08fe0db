/**
 * A program that works on a project until it is killed. It says on its standard output what it was answered: a line after
 * each step that came back. The last argument says what it does.
 */
import { writeSync } from 'node:fs';
import { stepSays } from '../../../src/shared/step-words.ts';
import type { DocId } from '../../../src/shared/model.ts';
import type { CoderId, TagId } from '../../../src/shared/tagging.ts';
import type { Database } from '../../../src/worker/project/database.ts';
import { Project } from '../../../src/worker/project/project.ts';
import { restoreBackup } from '../../../src/worker/project/recovery.ts';
import { addSpan } from '../../../src/worker/project/span-rows.ts';
import { createTag, deleteTag } from '../../../src/worker/project/tag-rows.ts';
import type { TextFolder } from '../../../src/worker/project/tagged-documents.ts';
import { placeOf } from '../../../src/worker/project/tagged-documents.ts';
import { takeOver } from '../../../src/worker/project/taken-over.ts';
import { asOfFormatFive } from './older-project.ts';
import { batch } from './working-child-batch.ts';

const text = 'Езерото е старо. البحيرة قديمة. The lake is old. '.repeat(400);

const path = 'a.txt';
const folder: TextFolder = {
  documents: [{ doc: 0 as DocId, path, language: 'mk', direction: 'ltr' }],
  texts: { text: () => text },
  index: {},
};

const [, , file = '', doing = ''] = process.argv;

const said = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** A tag with a batch of spans, which never stand where others do. */
function tagBatch(database: Database, project: Project, round: number): void {
  const author = project.coder;
  const made = project.now;
  const tag = createTag(database, { name: `Tag ${round}` }, author, made, `t${round}` as TagId);
  const place = placeOf(database, folder, 0 as DocId);
  for (let at = 0; at < batch; at++)
    addSpan(database, { place, ...endsOf(round, at), tags: [tag], author: author satisfies CoderId, made });
}

function endsOf(round: number, at: number): { start: number; end: number } {
  const start = (round * batch + at) % (text.length - 60);
  return { start, end: start + 1 + Math.floor((round * batch + at) / (text.length - 60)) };
}

/** The same by way of a file of passages that somebody else made. */
function importBatch(database: Database, project: Project, round: number): void {
  const tag = `t${round}`;
  const by = { author: 'c-other', made: project.now };
  const tags = [
    {
      id: tag,
      parent: null,
      name: `Tag ${round}`,
      colour: '#6b7280',
      description: '',
      shortcut: null,
      retired: false,
      ...by,
    },
  ];
  const spans = Array.from({ length: batch }, (_, at) => {
    const { start, end } = endsOf(round, at);
    const quote = text.slice(start, end);
    const state = 'held' as const;
    return { id: `s${round}-${at}`, path, start, end, quote, before: '', after: '', tags: [tag], state, ...by };
  });
  const exchange = { name: 'Other', coders: [{ id: 'c-other', name: 'Other' }], tags, spans, notes: [] };
  takeOver(database, { exchange, lost: new Map(), texts: new Map() }, folder, { textOf: () => text });
}

function work(): void {
  let project = new Project({ file });
  let round = project.database.number('SELECT count(*) FROM tags');
  said('ready');
  for (; ; round++) {
    project.change({ says: stepSays('passage.tag', { count: batch }), bulk: doing === 'backing up' }, (database) => {
      if (doing === 'importing') importBatch(database, project, round);
      else tagBatch(database, project, round);
    });
    said(`done ${project.state.revision}`);
    if (doing === 'migrating') {
      // What was answered for must outlive being opened by a newer program, which makes it one of today.
      project.close();
      asOfFormatFive(file);
      project = new Project({ file });
      said(`done ${project.state.revision}`);
    }
    if (doing === 'undoing') {
      project.undo();
      said(`done ${project.state.revision}`);
      project.redo();
      said(`done ${project.state.revision}`);
    }
    if (doing === 'deleting' && round % 3 === 2) {
      project.change({ says: stepSays('passage.delete', { count: batch }), kind: 'deletion' }, (database) => {
        deleteTag(database, `t${round}` as TagId);
      });
      said(`done ${project.state.revision}`);
      round--;
    }
    if (doing === 'restoring' && round % 2 === 1) {
      restoreBackup(project, (project.backups[0] ?? project.backup('asked')).name);
      said(`done ${project.state.revision}`);
      round = project.database.number('SELECT count(*) FROM tags') - 1;
    }
  }
}

work();
