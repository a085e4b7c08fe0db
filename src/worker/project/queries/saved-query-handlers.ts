/** Requests about saved queries. */
import type { StepWords } from '../../../shared/step-words.ts';
import { stepSays } from '../../../shared/step-words.ts';
import type { savedQueryRequests } from '../../../shared/saved-queries.ts';
import { IncomingFiles, OutgoingFiles } from '../../file-pieces.ts';
import type { Handlers } from '../../handler.ts';
import { inProject } from '../corpus-project.ts';
import type { Project } from '../project.ts';
import { formatOfName, readSavedQueries, savedQueryMediaTypes, writeSavedQueries } from './saved-query-file.ts';
import type { BroughtIn, NamedQuestion } from './saved-query-rows.ts';
import {
  bringIn,
  changeSavedQuery,
  deleteSavedQueries,
  noteCount,
  savedQueries,
  savedQueryOf,
  saveQuery,
  wholeQuestion,
} from './saved-query-rows.ts';

const going = new OutgoingFiles<null>();
const coming = new IncomingFiles();
const nothing: BroughtIn = { added: 0, renamed: 0, known: 0 };

/** Property of a project that has what the window kept before. */
const takenOver = 'queries-taken-over';

export const savedQueryHandlers: Handlers<keyof typeof savedQueryRequests> = {
  'queries.saved': inProject(({ project }) => ({
    revision: project.state.revision,
    queries: savedQueries(project.database),
  })),

  'queries.save': inProject(({ project, state }, { name, note, ...question }) => {
    const given = { name, note, ...wholeQuestion(question) };
    const saved = project.change({ says: stepSays('query.save', { name }) }, (database) =>
      saveQuery(database, given, project.coder, project.now),
    );
    return { ...state(), saved };
  }),

  'queries.change': inProject(({ project, state }, { saved, name, note }) => {
    const { name: was } = savedQueryOf(project.database, saved);
    const says =
      name === undefined || name === was
        ? stepSays('query.note', { name: was })
        : stepSays('query.rename', { name: was, to: name });
    project.change({ says }, (database) => {
      changeSavedQuery(database, saved, { name, note }, project.now);
    });
    return state();
  }),

  'queries.delete': inProject(({ project, state }, { saved }) => {
    const [first] = saved;
    const { name } = savedQueryOf(project.database, first!);
    const says =
      saved.length === 1 ? stepSays('query.delete', { name }) : stepSays('query.deleteSome', { count: saved.length });
    project.change({ says, kind: 'deletion' }, (database) => {
      deleteSavedQueries(database, saved);
    });
    return state();
  }),

  'queries.ran': inProject(({ project, corpus }, { saved, result }) => {
    const { hits, documents } = corpus.results.get(result);
    savedQueryOf(project.database, saved);
    project.mark((database) => {
      noteCount(database, saved, { lines: hits.total, documents, at: project.now });
    });
    return savedQueryOf(project.database, saved);
  }),

  'queries.takeOver': inProject(({ project, state }, { queries }) => {
    if (project.database.get('SELECT 1 FROM properties WHERE name = ?', takenOver)) return { ...state(), ...nothing };
    const incoming = queries.map((query) => ({ ...query, note: '' }));
    return broughtIn(project, incoming, 'kept before', false, true);
  }),

  'queries.export': inProject(async ({ project, corpus }, { format, saved, raw, from, job }) => {
    const wanted = saved && new Set(saved);
    const make = async () => {
      const queries = savedQueries(project.database).filter((query) => wanted?.has(query.saved) ?? true);
      return { bytes: await writeSavedQueries(queries, format, raw), extra: null };
    };
    const { bytes, base64, next } = await going.piece(project, job, from, make);
    const name = `${corpus.summary().name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-queries.${format}`;
    return { name, mediaType: savedQueryMediaTypes[format], bytes, base64, next };
  }),

  'queries.import': inProject(({ project, state }, { format, dryRun, ...piece }) => {
    const bytes = coming.add(project, piece);
    if (!bytes) return { ...state(), ...nothing };
    const { name } = piece;
    return broughtIn(project, readSavedQueries(bytes, format ?? formatOfName(name), name), name, dryRun, false);
  }),
};

/** Thrown to leave a change that was only tried. */
class Tried extends Error {
  readonly brought: BroughtIn;
  constructor(brought: BroughtIn) {
    super('tried');
    this.brought = brought;
  }
}

function broughtIn(project: Project, incoming: readonly NamedQuestion[], from: string, dryRun: boolean, once: boolean) {
  const says = ({ added }: BroughtIn): StepWords => stepSays('query.import', { count: added, name: from });
  try {
    const brought = project.change({ says }, (database) => {
      const made = bringIn(database, incoming, project.coder, project.now);
      if (dryRun) throw new Tried(made);
      if (once) database.run('INSERT INTO properties VALUES (?, ?)', takenOver, project.now);
      return made;
    });
    return { ...project.state, ...brought };
  } catch (error) {
    if (error instanceof Tried) return { ...project.state, ...error.brought };
    throw error;
  }
}
