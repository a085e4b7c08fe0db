/** One command's talk with the workbench: a folder opened, requests asked, failures thrown, progress shown. */
import type { CorpusSummary, Params, ReadingChange, RequestName, Result } from '../../shared/contract.ts';
import { longestPage } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { createWorkbench } from '../workbench/workbench.ts';
import type { Ending } from './ending.ts';
import { findInstallation, userFolders } from '../installation.ts';
import { ProgressBar } from './progress.ts';
import { readingOf, type ReadingOptions } from './reading-options.ts';

/** The one job of a command. */
export const job = 'command';

export class Session {
  readonly #workbench: Workbench;
  readonly #bar: ProgressBar;
  readonly #reading: ReadingChange;

  /** `options`: how the folders of the command are read. */
  constructor(options: ReadingOptions, quiet: boolean, ending: Ending) {
    this.#reading = readingOf(options);
    const { workerUrl, readerUrl, resources, samples, version } = findInstallation();
    const { userData } = userFolders();
    this.#workbench = createWorkbench({ workerUrl, readerUrl, resources, samples, version, userData, door: 'cli' });
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
  open(path: string): Promise<CorpusSummary> {
    return this.ask('corpus.open', { folder: this.#workbench.admit(path), job, reading: this.#reading });
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
