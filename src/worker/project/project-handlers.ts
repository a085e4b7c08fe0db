/** Requests about the project as a whole: what it holds, and what can be undone. */
import { basename } from 'node:path';
import type { Result } from '../../shared/contract.ts';
import type { CoderId } from '../../shared/tagging.ts';
import type { Handlers } from '../handlers.ts';
import { inProject } from './corpus-project.ts';
import type { Row } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { trashSteps } from './trash.ts';

export const projectHandlers: Handlers<'project.summary' | 'project.undo' | 'project.redo' | 'project.log'> = {
  'project.summary': inProject(({ project }) => {
    const { database } = project;
    return {
      ...project.state,
      name: basename(project.file),
      tags: database.number('SELECT count(*) FROM tags'),
      spans: database.number('SELECT count(*) FROM spans'),
      review: database.number("SELECT count(*) FROM spans WHERE state = 'review'"),
      orphans: database.number("SELECT count(*) FROM spans WHERE state = 'orphan'"),
      trash: trashSteps(database, project.now).length,
      bytes: project.bytes,
      readOnly: project.problem,
      backup: project.backups[0]?.made ?? '',
    };
  }),

  'project.undo': inProject(({ project, own, opened }) => {
    project.undo();
    own.follow(opened);
    return project.state;
  }),

  'project.redo': inProject(({ project, own, opened }) => {
    project.redo();
    own.follow(opened);
    return project.state;
  }),

  'project.log': inProject(({ project: { database } }, { from, count }) => ({
    total: database.number('SELECT count(*) FROM steps'),
    steps: database
      .all(
        'SELECT id, at, label, author, changes, undone FROM steps ORDER BY id DESC LIMIT ? OFFSET ?',
        ...[count, from],
      )
      .map(stepIn),
  })),
};

function stepIn(row: Row): Result<'project.log'>['steps'][number] {
  return {
    ...{ step: numberIn(row, 0), at: textIn(row, 1), label: textIn(row, 2) },
    ...{ author: textIn(row, 3) as CoderId, changes: numberIn(row, 4), undone: row[5] === 1 },
  };
}
