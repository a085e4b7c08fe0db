/** Requests about the glossary: words of two languages that a person says answer each other. */
import { stepSays } from '../../../shared/step-words.ts';
import { fold } from '../../../corpus/text/fold.ts';
import type { GlossaryTermId } from '../../../shared/dictionaries.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { Handlers } from '../../handlers.ts';
import { inProject } from '../../project/corpus-project.ts';
import { freshId } from '../../project/fresh-id.ts';
import { glossary } from './kept-dictionaries.ts';

export const glossaryHandlers: Handlers<'glossary.list' | 'glossary.save' | 'glossary.delete'> = {
  'glossary.list': inProject(({ project }, { text, from, count }) => {
    const sought = fold(text ?? '').trim();
    const terms = glossary(project.database).filter(({ words }) => fold(words.join('\t')).includes(sought));
    return { total: terms.length, terms: terms.slice(from, from + count) };
  }),

  'glossary.save': inProject(({ project, state }, { term, languages, words: written }) => {
    const words = written.map((word) => word.normalize('NFC').replace(/\s+/gu, ' ').trim());
    const [a = '', b = ''] = words;
    if (a === '' || b === '')
      throw new ExpectedFailure(
        'bad-request',
        'A term of the glossary needs words on both sides: write the missing ones.',
      );
    if (languages[0] === languages[1])
      throw new ExpectedFailure('bad-request', 'A term of the glossary is in two languages: choose another one.');
    const saved = project.change({ says: stepSays('term.save', { a, b }) }, (database) => {
      if (term !== undefined) {
        const update = 'UPDATE terms SET a_language = ?, a = ?, b_language = ?, b = ? WHERE id = ?';
        if (database.run(update, languages[0], a, languages[1], b, term) === 0) throw unknown();
        return term;
      }
      const same = 'SELECT id FROM terms WHERE a_language = ? AND a = ? AND b_language = ? AND b = ?';
      const known = database.get(same, languages[0], a, languages[1], b)?.[0];
      if (typeof known === 'string') return known as GlossaryTermId;
      const fresh = freshId('g') as GlossaryTermId;
      database.run(
        'INSERT INTO terms (id, a_language, a, b_language, b, author, made) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[fresh, languages[0], a, languages[1], b, project.coder, project.now],
      );
      return fresh;
    });
    return { ...state(), term: saved };
  }),

  'glossary.delete': inProject(({ project, state }, { terms }) => {
    project.change({ says: stepSays('term.delete', { count: terms.length }) }, (database) => {
      let gone = 0;
      for (const term of terms) gone += database.run('DELETE FROM terms WHERE id = ?', term);
      if (gone === 0) throw unknown();
    });
    return state();
  }),
};

function unknown(): ExpectedFailure {
  return new ExpectedFailure('bad-request', 'This term is not in the glossary any more: look at the list.');
}
