/** Requests that keep what was done safe, and bring it back: backups, the check, the trash, the review of what moved. */
import { stepSays } from '../../shared/step-words.ts';
import { quotation } from '../../corpus/tagging/quotation.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Handlers } from '../handler.ts';
import { lookInto } from './backups.ts';
import { inProject } from './corpus-project.ts';
import { numberIn, textIn } from './database.ts';
import { sizeOf } from './project.ts';
import { checkProject, restoreBackup } from './recovery.ts';
import { settleSpans } from './settle-spans.ts';
import { deleteSpans } from './span-rows.ts';
import { textOfVersion } from './tagged-documents.ts';
import { restoreFromTrash, trashSteps } from './trash.ts';

export const trustHandlers: Handlers<
  | 'project.backups'
  | 'project.backup'
  | 'project.restore'
  | 'project.check'
  | 'trash.list'
  | 'trash.restore'
  | 'review.settle'
  | 'review.compare'
> = {
  'project.backups': inProject(({ project }) => ({
    backups: project.backups.map((file) => ({
      ...{ backup: file.name, made: file.made, why: file.why, bytes: sizeOf(file.path) },
      ...lookInto(file),
    })),
  })),

  'project.backup': inProject(({ project }) => ({ backup: project.backup('asked').name })),

  'project.restore': inProject(({ project, own, opened, state }, { backup }) => {
    restoreBackup(project, backup);
    own.follow(opened);
    return state();
  }),

  'project.check': inProject(({ project, own, opened }, { repair }) => {
    const problems = checkProject(project, repair);
    own.follow(opened);
    const sound = problems.every(({ repaired }) => repaired);
    return { sound, spans: project.database.number('SELECT count(*) FROM spans'), problems };
  }),

  'trash.list': inProject(({ project }, { from, count }) => {
    const discarded = trashSteps(project.database, project.now);
    return { total: discarded.length, discarded: discarded.slice(from, from + count) };
  }),

  'trash.restore': inProject(({ project, own, opened, state }, { step }) => {
    const of = trashSteps(project.database, project.now).find((one) => one.step === step)?.says;
    project.change({ says: stepSays('trash.restore', {}, of), back: true }, (database) => {
      restoreFromTrash(database, step, project.now);
    });
    own.follow(opened);
    return state();
  }),

  'review.settle': inProject((room, { spans, how, doc, start, end }) => {
    const { project } = room;
    const place =
      doc === undefined || start === undefined || end === undefined || spans.length > 1
        ? undefined
        : { doc, start, end };
    if (how === 'place' && !place)
      throw new ExpectedFailure('bad-request', 'A single passage is placed, in a document, from a start to an end.');
    const kind = how === 'delete' ? 'deletion' : 'change';
    const says = stepSays('passage.settle', { count: spans.length });
    project.change({ says, kind }, (database) => {
      if (how === 'delete') deleteSpans(database, spans);
      else settleSpans(database, room, spans, how === 'place' ? place! : how);
    });
    return room.state();
  }),

  'review.compare': inProject(({ project: { database } }, { span }) => {
    const row = database.get(
      'SELECT origin, origin_start, origin_end, version, start, "end", state, quote FROM spans WHERE id = ?',
      span,
    );
    if (!row) throw new ExpectedFailure('bad-request', 'This passage is not there any more: it was deleted.');
    const was = quotation(textOfVersion(database, numberIn(row, 0)), numberIn(row, 1), numberIn(row, 2), shown);
    const gone = textIn(row, 6) === 'orphan';
    const is = gone
      ? null
      : quotation(textOfVersion(database, numberIn(row, 3)), numberIn(row, 4), numberIn(row, 5), shown);
    return { was, is };
  }),
};

/** UTF-16 units shown on either side. */
const shown = 200;
