/** Requests about who tags. */
import { stepSays } from '../../shared/step-words.ts';
import type { CoderId } from '../../shared/tagging.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Handlers } from '../handler.ts';
import { inProject } from './corpus-project.ts';
import { textIn } from './database.ts';
import { freshId } from './fresh-id.ts';
import { coderAnswers } from './tag-answers.ts';

export const coderHandlers: Handlers<'coders.list' | 'coders.save' | 'coders.choose'> = {
  'coders.list': inProject(({ own, project }) => ({
    ...{ coder: project.coder, coders: coderAnswers(own), alone: own.only !== null },
  })),

  'coders.save': inProject(({ project, state }, { coder, name }) => {
    const saved = project.change({ says: stepSays('coder.name', { name }) }, (database) => {
      const named = database.get('SELECT id FROM coders WHERE name = ?', name);
      if (named && textIn(named, 0) !== coder)
        throw new ExpectedFailure('bad-request', `There is a coder “${name}” already: choose another name.`);
      if (coder === undefined) {
        const fresh = freshId('c') as CoderId;
        database.run('INSERT INTO coders VALUES (?, ?)', fresh, name);
        return fresh;
      }
      if (database.run('UPDATE coders SET name = ? WHERE id = ?', name, coder) === 0) throw unknown();
      return coder;
    });
    return { ...state(), coder: saved };
  }),

  'coders.choose': inProject(({ project }, { coder, alone }) => {
    project.settle((database) => {
      if (alone !== undefined)
        database.run("INSERT OR REPLACE INTO properties VALUES ('alone', ?)", alone ? 'yes' : 'no');
      if (!database.get('SELECT 1 FROM coders WHERE id = ?', coder)) throw unknown();
      database.run("UPDATE properties SET value = ? WHERE name = 'coder'", coder);
    });
    return {};
  }),
};

function unknown(): ExpectedFailure {
  return new ExpectedFailure('bad-request', 'There is no such coder in this project: choose one of the list.');
}
