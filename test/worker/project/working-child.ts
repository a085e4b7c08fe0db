/**
 * A program that works on a project until it is killed. It says on its standard output what it was answered: a line after
 * each step that came back. The last argument says what it does.
 */
import { writeSync } from 'node:fs';
import { stepSays } from '../../../src/shared/step-words.ts';
import type { CoderId, TagId } from '../../../src/shared/tagging.ts';
import type { Database } from '../../../src/worker/project/database.ts';
import { Project } from '../../../src/worker/project/project.ts';
import { restoreBackup } from '../../../src/worker/project/recovery.ts';
import { addSpan } from '../../../src/worker/project/span-rows.ts';
import { createTag, deleteTag } from '../../../src/worker/project/tag-rows.ts';
import { versionOf } from '../../../src/worker/project/tagged-documents.ts';
import { batch } from './working-child-batch.ts';

const text = 'Езерото е старо. البحيرة قديمة. The lake is old. '.repeat(400);

const [, , file = '', doing = ''] = process.argv;

const said = (line: string): void => {
  writeSync(1, `${line}\n`);
};

function place(database: Database): { document: number; version: number; text: string } {
  const version = versionOf(database, text);
  database.run("INSERT INTO documents VALUES (1, 'a.txt', ?, 'mk', 'ltr') ON CONFLICT DO NOTHING", version);
  return { document: 1, version, text };
}

/** A tag with a batch of spans, which never stand where others do. */
function tagBatch(database: Database, project: Project, round: number): void {
  const author = project.coder;
  const made = project.now;
  const tag = createTag(database, { name: `Tag ${round}` }, author, made, `t${round}` as TagId);
  for (let at = 0; at < batch; at++) {
    const start = (round * batch + at) % (text.length - 60);
    const end = start + 1 + Math.floor((round * batch + at) / (text.length - 60));
    addSpan(database, { place: place(database), start, end, tags: [tag], author: author satisfies CoderId, made });
  }
}

function work(): void {
  const project = new Project({ file });
  let round = project.database.number('SELECT count(*) FROM tags');
  said('ready');
  for (; ; round++) {
    project.change({ says: stepSays('passage.tag', { count: batch }), bulk: doing === 'backing up' }, (database) => {
      tagBatch(database, project, round);
    });
    said(`done ${project.state.revision}`);
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
