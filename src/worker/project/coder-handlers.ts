/** Requests about who tags. */
import type { CoderId } from '../../shared/tagging.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Handlers } from '../handlers.ts';
import { inProject } from './corpus-project.ts';
import { numberIn, textIn } from './database.ts';
import { freshId } from './fresh-id.ts';

export const coderHandlers: Handlers<'coders.list' | 'coders.save' | 'coders.choose'> = {
  'coders.list': inProject(({ project }) => {
    const rows = project.database.all(
      'SELECT id, name, (SELECT count(*) FROM spans WHERE author = coders.id) FROM coders ORDER BY name, id',
    );
    const coders = rows.map((row) => ({
      coder: textIn(row, 0) as CoderId,
      name: textIn(row, 1),
      spans: numberIn(row, 2),
    }));
    return { coder: project.coder, coders };
  }),

  'coders.save': inProject(({ project }, { coder, name }) => {
    const saved = project.change({ label: `Name the coder “${name}”` }, (database) => {
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
    return { ...project.state, coder: saved };
  }),

  'coders.choose': inProject(({ project }, { coder }) => {
    project.settle((database) => {
      if (!database.get('SELECT 1 FROM coders WHERE id = ?', coder)) throw unknown();
      database.run("UPDATE properties SET value = ? WHERE name = 'coder'", coder);
    });
    return {};
  }),
};

function unknown(): ExpectedFailure {
  return new ExpectedFailure('bad-request', 'There is no such coder in this project: choose one of the list.');
}
