/** The way of one query: typed → asked → shown. */
import type { Params } from '../../../shared/contract.ts';
import type { Context, Query, SortKey } from '../../../shared/terms.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { CorpusId, ResultId } from '../../../shared/model.ts';
import { firstPage, summaryOf } from '../line-pages.ts';
import { request } from '../request.ts';
import type { Steps } from '../store/chain.ts';
import type { Question } from '../store/asked.ts';
import { store } from '../store/store.ts';
import { tableTabs } from '../store/tables.ts';
import { formatCount } from '../../ui/format.ts';
import { comparing } from './comparing.ts';
import { asFailure, report, start } from './failures.ts';
import { prefer, rememberQuery } from './preferences.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

/** Ends a result set that nobody will look at again. Its worker may have died with it: that is as good. */
function release(corpus: CorpusId, result: ResultId): void {
  request('concordance.close', { corpus, result }).catch((error: unknown) => {
    const { code } = asFailure(error);
    if (code !== 'no-such-result' && code !== 'no-such-corpus' && code !== 'unavailable') report(error);
  });
}

/**
 * What goes with a query. Absent: the order that stands, the documents that the bar names, and the steps as long as the
 * query is the same.
 */
export interface Terms {
  readonly sort?: readonly SortKey[];
  readonly where?: string;
  readonly steps?: Steps;
  /** The lines behind a row of a table: what the tables are about stays. */
  readonly isBehind?: boolean;
}

/** Asks the current corpus. An answer that a newer question has overtaken is closed unseen. */
export async function ask(query: Query, terms: Terms = {}): Promise<void> {
  const { current: corpus, result: before, typedWhere, asked, ...state } = store.getState();
  if (query.text.trim() === '') {
    clearResult();
    return;
  }
  if (corpus === null) {
    report(new ExpectedFailure('no-such-corpus', t('ask.noFolder')));
    return;
  }
  const sort = terms.sort ?? (before?.corpus === corpus ? before.sort : []);
  const where = (terms.where ?? typedWhere).trim();
  const isSame = asked?.corpus === corpus && asked.query.text === query.text && asked.query.mode === query.mode;
  const steps = terms.steps ?? (isSame ? asked.steps : firstSteps(state.eachStoryOnce));
  if (!isSame) state.rememberChain([], []);
  const question = { corpus, query, sort, where, steps };
  if (terms.isBehind !== true) {
    state.setSubject({ query, where });
    state.setBehind(null);
  }
  const sequence = state.ask(question);
  const job = comparing(steps);
  try {
    const first = firstPage();
    const answer = await request('concordance.open', { ...asParams(question), ...job, ...first });
    const result = summaryOf(answer, first);
    if (!state.settle(sequence)) {
      release(corpus, result.result);
      return;
    }
    const last = store.getState().result;
    state.show(result);
    if (last && last.result !== result.result) release(last.corpus, last.result);
    state.say(t('ask.found', { lines: formatCount(result.total, 'line'), text: query.text }));
    rememberQuery(query);
  } catch (error) {
    await refuse(question, sequence, error);
  } finally {
    state.end(job.job);
  }
}

/** Asks the same once more, when its answer was lost or is of what was read before. */
export function askAgain({ query, sort, where, steps }: Question): Promise<void> {
  return ask(query, { sort, where, steps, isBehind: store.getState().behind !== null });
}

function firstSteps(eachStoryOnce: boolean): Steps {
  return eachStoryOnce ? [{ kind: 'once-per-story' }] : [];
}

function asParams({ corpus, query, sort, where, steps }: Question): Params<'concordance.open'> {
  return { corpus, query: { ...query }, sort: [...sort], steps: [...steps], ...(where === '' ? {} : { where }) };
}

/** A query or a condition that cannot be read is shown at its place; anything else is a notice. */
async function refuse({ corpus, where }: Question, sequence: number, error: unknown): Promise<void> {
  const { settle, say } = store.getState();
  const failure = asFailure(error);
  // A step is not in the bar: what is wrong with it is told as a notice.
  const isBad = failure.code === 'bad-query' && failure.step === undefined;
  // Both are refused in the same words: whether it is the condition shows when that is asked alone.
  const part = isBad && where !== '' && (await isRefused(corpus, where)) ? 'where' : 'query';
  if (!settle(sequence, isBad ? { part, failure } : undefined)) return;
  if (!isBad) report(error);
  else say(t(part === 'where' ? 'ask.badWhere' : 'ask.badQuery', { message: failure.message }));
}

async function isRefused(corpus: CorpusId, where: string): Promise<boolean> {
  try {
    await request('corpus.documents', { corpus, where, from: 0, count: 1 });
    return false;
  } catch (error) {
    return asFailure(error).code === 'bad-query';
  }
}

/** Whose tables are about the query; the others lead to its lines. */
function goWhereQueryIsShown(): void {
  const { tab, preferences, goTo } = store.getState();
  const takesQuery = tab === 'collocates' || tab === 'dispersion' || tab === 'trend';
  const table = tableTabs.find((known) => known === tab);
  if (!takesQuery && (!table || preferences.tables[table]?.matching !== true)) goTo('concordance');
}

/** Asks what stands in the query bar. */
export function search(): Promise<void> {
  goWhereQueryIsShown();
  return ask(store.getState().typed);
}

/** Puts a query into the bar and asks it. */
export function searchFor(query: Query): Promise<void> {
  // A switch that the query does not name is off.
  store.getState().type({ clitics: false, stems: false, ...query });
  goWhereQueryIsShown();
  return ask(query);
}

/** A switch of the bar: what is shown follows it, as long as the bar still holds what was asked. */
export function setSwitch(change: Partial<Pick<Query, 'case' | 'marks' | 'mode' | 'clitics' | 'stems'>>): void {
  const { asked, typed } = store.getState();
  store.getState().type(change);
  if (asked?.query.text === typed.text) start(search());
}

/** Another condition on documents: what is shown follows it, as long as the bar still holds what was asked. */
export function setWhere(where: string): void {
  const { asked, typed, typeWhere, subject, setSubject } = store.getState();
  typeWhere(where);
  if (asked?.query.text === typed.text) start(search());
  else setSubject({ ...subject, where: where.trim() });
}

/** Puts the result into another order. */
/** False when the lines did not come into that order: they are gone, or a newer question has overtaken this one. */
export async function resort(sort: readonly SortKey[]): Promise<boolean> {
  const { result, asked, ...state } = store.getState();
  if (!result) return false;
  const { corpus, query } = result;
  const { where, steps } = asked ?? { where: '', steps: [] };
  const sequence = state.ask({ corpus, query, sort, where, steps });
  try {
    const first = firstPage();
    const sorted = await request('concordance.sort', { corpus, result: result.result, sort: [...sort], ...first });
    if (!state.settle(sequence)) return false;
    state.show(summaryOf(sorted, first));
    state.say(sort.length === 0 ? t('ask.orderCorpus') : t('ask.sortedBy', { sort: sort.join(', ') }));
    return true;
  } catch (error) {
    if (!state.settle(sequence)) return false;
    // The result set is gone (the worker was restarted, or the connection was): asking anew brings it back.
    const isGone = asFailure(error).code === 'no-such-result';
    if (isGone) await askAgain({ corpus, query, sort, where, steps });
    else report(error);
    return isGone;
  }
}

export function setContext(context: Context): void {
  prefer({ context });
}

/** Takes a sheet off the desk and lets the worker forget its result. */
export function closeSheet(id: number): void {
  const gone = store.getState().closeSheet(id);
  if (gone?.result) release(gone.result.corpus, gone.result.result);
}

/** Asks what stands in the query bar on a new sheet, so that the result before it stays. */
export function searchBeside(): Promise<void> {
  if (store.getState().result !== null) store.getState().openSheet();
  return search();
}

/** Takes the result off the page and lets the worker forget it. */
export function clearResult(): void {
  const { result, withdraw, show } = store.getState();
  withdraw();
  show(null);
  if (result) release(result.corpus, result.result);
}
