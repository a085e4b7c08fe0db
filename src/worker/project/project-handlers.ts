/** Requests about the project as a whole: what it holds, and what can be undone. */
import { basename } from 'node:path';
import type { Result } from '../../shared/contract.ts';
import type { CoderId } from '../../shared/tagging.ts';
import type { Handlers } from '../handler.ts';
import { inProject } from './corpus-project.ts';
import type { Row } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { wordsIn } from './history.ts';
import { projectCounts } from './project-touched.ts';

export const projectHandlers: Handlers<'project.summary' | 'project.undo' | 'project.redo' | 'project.log'> = {
  'project.summary': inProject(({ project, own, state }) => {
    return {
      ...state(),
      name: basename(project.file),
      ...projectCounts(own),
      readOnly: project.problem,
      backup: project.backups[0]?.made ?? '',
    };
  }),

  'project.undo': inProject(({ project, own, opened, state }) => {
    project.undo();
    own.follow(opened);
    return state();
  }),

  'project.redo': inProject(({ project, own, opened, state }) => {
    project.redo();
    own.follow(opened);
    return state();
  }),

  'project.log': inProject(({ project: { database } }, { from, count }) => ({
    total: database.number('SELECT count(*) FROM steps'),
    steps: database
      .all(
        'SELECT id, at, label, said, author, changes, undone FROM steps ORDER BY id DESC LIMIT ? OFFSET ?',
        ...[count, from],
      )
      .map(stepIn),
  })),
};

function stepIn(row: Row): Result<'project.log'>['steps'][number] {
  return {
    ...{ step: numberIn(row, 0), at: textIn(row, 1), says: wordsIn(row, 2) },
    ...{ author: textIn(row, 4) as CoderId, changes: numberIn(row, 5), undone: row[6] === 1 },
  };
}
