/** Changes of the project: each is saved when its answer comes, and what hangs on the project is shown as it then is. */
import type { CorpusId } from '../../../shared/model.ts';
import type { CoderId, ProjectChange } from '../../../shared/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { request } from '../request.ts';
import { stepText } from '../step-text.ts';
import { store } from '../store/store.ts';
import { currentProject } from '../store/tagging.ts';
import { asFailure, report } from './failures.ts';

const t = wordsOf('tagging');

let readings = 0;
let underway = 0;

/** Reads the project of a corpus. An answer that a newer reading has overtaken is dropped. */
export async function readProject(corpus: CorpusId): Promise<void> {
  store.getState().forgetTagged(corpus);
  const reading = ++readings;
  underway++;
  const answers = Promise.all([
    request('tags.tree', { corpus }),
    request('project.summary', { corpus }),
    request('coders.list', { corpus }),
  ]);
  const [{ tags, revision }, summary, coders] = await answers.finally(() => underway--);
  const { current, setProject } = store.getState();
  const trueAt = revision === summary.revision ? revision : null;
  if (reading === readings && current === corpus) setProject({ corpus, trueAt, tags, summary, coders });
}

/** Has everything that hangs on the project shown as it is after a change: by what the change tells, else by reading it. */
export async function takeChange(corpus: CorpusId, change: ProjectChange): Promise<void> {
  store.getState().setChange(corpus, change);
  // What is being read may be from before the change.
  const isTold = underway === 0 && currentProject(store.getState())?.trueAt === change.revision;
  if (isTold) store.getState().forgetTagged(corpus);
  else await readProject(corpus);
}

/**
 * Waits for a change of the project, and has everything that hangs on it shown as it now is.
 * @throws ExpectedFailure as the change failed
 */
export async function changeProject<Change extends ProjectChange>(
  corpus: CorpusId,
  change: Promise<Change>,
): Promise<Change> {
  const changed = await change;
  // The change stands whether its tree can be read or not.
  takeChange(corpus, changed).catch(report);
  return changed;
}

async function step(name: 'project.undo' | 'project.redo'): Promise<void> {
  const { current: corpus, project, remark } = store.getState();
  if (corpus === null || !project) return;
  const what = name === 'project.undo' ? project.summary.undo : project.summary.redo;
  if (what === null) {
    remark(name === 'project.undo' ? t('undo.none') : t('undo.noneAgain'));
    return;
  }
  await changeProject(corpus, request(name, { corpus }));
  remark(
    name === 'project.undo' ? t('undo.done', { what: stepText(what) }) : t('undo.again', { what: stepText(what) }),
  );
}

/** Takes the last change of the project back. */
export function undoProject(): void {
  step('project.undo').catch(report);
}

export function redoProject(): void {
  step('project.redo').catch(report);
}

/** `alone`: nothing that others have tagged is shown from now on, or all of it is again; as before without it. */
export async function chooseCoder(corpus: CorpusId, coder: CoderId, alone?: boolean): Promise<void> {
  await request('coders.choose', { corpus, coder, ...(alone === undefined ? {} : { alone }) });
  await readProject(corpus);
}

/** Reads the project of every corpus that comes to be looked at, until the returned function is called. */
export function followProject(): () => void {
  const read = (corpus: CorpusId) => {
    readProject(corpus).catch((error: unknown) => {
      // The folder was closed meanwhile.
      if (asFailure(error).code !== 'no-such-corpus') report(error);
    });
  };
  return store.subscribe(({ current, connection, setProject }, before) => {
    const isBack = connection.state === 'open' && before.connection.state === 'lost';
    if (current === before.current && !isBack) return;
    if (current !== before.current) setProject(null);
    if (current !== null) read(current);
  });
}
