/**
 * The report on disk: a small list that is written at every change, and beside it a file an entry, written once. What is
 * taken out of the list keeps its file for a day, so that it can be brought back.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Listed, ReportChange, ReportEntry } from '../../shared/report.ts';
import { changedReport, reportEntry, reportList } from '../../shared/report.ts';
import { StoredJson, writeWhole } from './stored-json.ts';

const aDay = 86_400_000;

export class ReportStore {
  readonly #folder: string;
  readonly #list: StoredJson<readonly Listed[]>;

  constructor(userData: string) {
    this.#folder = join(userData, 'report');
    const parse = (stored: unknown): readonly Listed[] => reportList.parse(stored);
    this.#list = new StoredJson(join(this.#folder, 'list.json'), parse, (): readonly Listed[] => []);
  }

  /** In their order. An entry whose file is gone or damaged is passed over; the file stays where it is. */
  read(): ReportEntry[] {
    const list = this.#list.read();
    this.#tidy(list);
    return list.flatMap(({ id, comment }) => {
      const entry = this.#entry(id);
      return entry ? [{ ...entry, comment }] : [];
    });
  }

  /** At the end of the list. */
  add(entry: ReportEntry): void {
    const { id, comment } = entry;
    writeWhole(this.#file(id), JSON.stringify(entry));
    this.#list.update((list) => [...list.filter((listed) => listed.id !== id), { id, comment }]);
  }

  change(change: ReportChange): void {
    const known = (id: string): Listed | undefined => (existsSync(this.#file(id)) ? { id, comment: '' } : undefined);
    this.#list.update((list) => changedReport(list, change, known));
  }

  #file(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  #entry(id: string): ReportEntry | undefined {
    try {
      return reportEntry.parse(JSON.parse(readFileSync(this.#file(id), 'utf8')));
    } catch {
      return undefined;
    }
  }

  /** Ends what was taken out long ago. */
  #tidy(list: readonly Listed[]): void {
    if (!existsSync(this.#folder)) return;
    const listed = new Set(list.map(({ id }) => `${id}.json`));
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (!/^[0-9a-f-]{36}\.json$/u.test(name) || listed.has(name)) continue;
      if (Date.now() - statSync(path).mtimeMs > aDay) rmSync(path, { force: true });
    }
  }
}
