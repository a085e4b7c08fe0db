/** One command's talk with the workbench: a folder opened, requests asked, failures thrown, progress shown. */
import { resolve } from 'node:path';
import type { CorpusSummary, ReadingChange } from '../../shared/answers.ts';
import type { Params, RequestName, Result } from '../../shared/contract.ts';
import { longestPage } from '../../shared/terms.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CorpusId } from '../../shared/model.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { createWorkbench } from '../workbench/workbench.ts';
import type { Ending } from './ending.ts';
import { findInstallation, userFolders } from '../installation.ts';
import { type LemmaFile, lemmaPieces } from './lemma-files.ts';
import { ProgressBar } from './progress.ts';
import { readingOf, type ReadingOptions } from './reading-options.ts';

/** The one job of a command. */
export const job = 'command';

export interface SessionOptions extends ReadingOptions {
  readonly cache?: string;
  readonly project?: string;
  readonly lemmas?: readonly LemmaFile[];
}

export class Session {
  readonly #workbench: Workbench;
  readonly #bar: ProgressBar;
  readonly #reading: ReadingChange;
  readonly #lemmas: readonly LemmaFile[];
  /** Corpora that were opened, as they were then, until they are known to be kept. */
  readonly #opened = new Map<CorpusId, CorpusSummary>();

  /** `options`: how the folders of the command are read, and where their snapshots live. */
  constructor(options: SessionOptions, quiet: boolean, ending: Ending) {
    this.#reading = readingOf(options);
    this.#lemmas = options.lemmas ?? [];
    const { workerUrl, readerUrl, resources, samples, version } = findInstallation();
    const { userData, snapshots } = userFolders();
    const cache = options.cache === undefined ? snapshots : resolve(options.cache);
    const program = { workerUrl, readerUrl, resources, samples, version };
    const project = options.project === undefined ? undefined : resolve(options.project);
    this.#workbench = createWorkbench({ ...program, userData, cache, project, door: 'cli' });
    this.#bar = new ProgressBar(process.stderr, quiet);
    ending.own(async () => {
      this.#bar.clear();
      await this.#workbench.dispose();
    });
    this.#workbench.listen((event) => {
      if (event.type === 'progress') this.#bar.show(event);
    });
  }

  /** @throws ExpectedFailure with what the workbench answered */
  async ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
    const outcome = await this.#workbench.dispatch(name, params);
    this.#bar.clear();
    if (!outcome.ok) {
      const { code, message, ...more } = outcome.error;
      throw new ExpectedFailure(code, message, more);
    }
    return outcome.value as Result<Name>;
  }

  /**
   * Reads and indexes a folder or a single file.
   * @throws ExpectedFailure when there is none, or it cannot be read
   */
  async open(path: string): Promise<CorpusSummary> {
    const folder = this.#workbench.admit(path);
    const summary = await this.ask('corpus.open', { folder, job, reading: this.#reading });
    this.#opened.set(summary.corpus, summary);
    for (const file of this.#lemmas)
      for (const piece of lemmaPieces(file, summary)) await this.ask('lemmas.save', piece);
    return summary;
  }

  /** Waits until what was read of a corpus is on disk for the next command, or is known not to get there. */
  async keep({ corpus }: CorpusSummary): Promise<CorpusSummary> {
    const summary = this.#opened.get(corpus);
    if (summary && summary.snapshotBytes > 0) return summary;
    const kept = await this.ask('corpus.refresh', { corpus, job, untilKept: true });
    this.#opened.delete(corpus);
    return kept;
  }

  /** As `keep`, for all that was opened. */
  async keepAll(): Promise<void> {
    for (const summary of [...this.#opened.values()]) await this.keep(summary);
  }
}

/** Rows that are all there already. */
export async function* onePage<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[], void, undefined> {
  yield await Promise.resolve(rows);
}

/** Pages of at most `longest` rows, from row `from` up to row `until`, while `read` gives any. */
export async function* pages<Row>(
  from: number,
  until: number,
  read: (from: number, count: number) => Promise<readonly Row[]>,
  longest: number = longestPage,
): AsyncGenerator<readonly Row[], void, undefined> {
  for (let at = from; at < until;) {
    const rows = await read(at, Math.min(longest, until - at));
    if (rows.length === 0) return;
    yield rows;
    at += rows.length;
  }
}
