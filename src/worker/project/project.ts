/**
 * The project of a folder: what a person adds to it and never wants to lose. One SQLite file, opened when it is first
 * asked for and made when there is first something to keep. Every change is one transaction and one step of its history,
 * and is on the disk when the request that made it is answered.
 */
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { StepWords } from '../../shared/step-words.ts';
import type { CoderId } from '../../shared/tagging.ts';
import type { ProjectChange } from '../../shared/tagging.ts';
import type { BackupFile, BackupReason } from './backup-files.ts';
import { backupFiles } from './backup-files.ts';
import { makeBackup } from './backups.ts';
import type { Database } from './database.ts';
import { textIn } from './database.ts';
import { freshId } from './fresh-id.ts';
import type { StepKind, TouchedRow } from './history.ts';
import { History } from './history.ts';
import type { OpenedProject } from './open-project.ts';
import { makeProject, openProject, revisionOf } from './open-project.ts';
import { storageFailure } from './storage-failure.ts';
import { tidyHistory } from './tidy-history.ts';

export interface ProjectOptions {
  readonly file: string;
  /** Told of every change, by whatever request. */
  readonly changed?: (change: ProjectChange) => void;
  /** The time now; tests have their own. */
  readonly now?: () => Date;
}

export interface ChangeWords<Made> {
  readonly says: StepWords | ((made: Made) => StepWords);
  readonly kind?: Exclude<StepKind, 'notice'>;
  /** A backup is made first. */
  readonly bulk?: boolean;
  /** It brings back what was there before. */
  readonly back?: boolean;
}

/**
 * Told which rows are no longer what they were; all of them when undefined. `back`: they came back from an earlier time, and
 * may stand in texts of then.
 */
type RowsTouched = (touched: readonly TouchedRow[] | undefined, back: boolean) => void;

interface Written<Made> {
  readonly made: Made;
  /** Undefined: any row may be another. */
  readonly touched: readonly TouchedRow[] | undefined;
  readonly back: boolean;
}

const hour = 3600_000;

export class Project {
  readonly file: string;
  readonly #changed: (change: ProjectChange) => void;
  readonly #now: () => Date;
  readonly #touched = new Set<RowsTouched>();
  /** Who tags until somebody else is chosen; goes into the file when there is one. */
  readonly #firstCoder = { id: freshId('c'), name: nameOfUser() };
  #opened: OpenedProject | undefined;
  #version = 0;
  /** Milliseconds: when the newest backup of this session was made; 0 before the first. */
  #backedUp = 0;

  constructor({ file, changed = () => undefined, now = () => new Date() }: ProjectOptions) {
    this.file = file;
    this.#changed = changed;
    this.#now = now;
  }

  /** Where to read. What is asked of it may be read by others meanwhile, but is not changed but by `change`. */
  get database(): Database {
    return this.#open().database;
  }

  /** Why nothing can be changed, and what to do; empty when it can. */
  get problem(): string {
    return this.#open().problem;
  }

  /** Something is wrong with its file: a backup may take its place, or what can be saved of it. */
  get canBeReplaced(): boolean {
    return this.#open().atFault === true;
  }

  get standing(): OpenedProject['standing'] {
    return this.#open().standing;
  }

  get now(): string {
    return this.#now().toISOString();
  }

  get time(): Date {
    return this.#now();
  }

  get coder(): CoderId {
    const row = this.database.get(
      "SELECT id FROM coders WHERE id = (SELECT value FROM properties WHERE name = 'coder') UNION ALL SELECT min(id) FROM coders WHERE id IS NOT NULL",
    );
    return textIn(row, 0) as CoderId;
  }

  /** The one who tags takes a second look, in which nothing of the others is shown. */
  get isAlone(): boolean {
    return this.database.get("SELECT 1 FROM properties WHERE name = 'alone' AND value = 'yes'") !== undefined;
  }

  get bytes(): number {
    return this.standing === 'unmade' ? 0 : sizeOf(this.file) + sizeOf(`${this.file}-wal`);
  }

  /** What there is now to undo and redo. */
  get state(): ProjectChange {
    const { database } = this;
    return { revision: revisionOf(database), ...new History(database).next };
  }

  /** Returns the way to take it back. */
  whenTouched(told: RowsTouched): () => void {
    this.#touched.add(told);
    return () => {
      this.#touched.delete(told);
    };
  }

  /**
   * All of `work` as one step that can be undone, or nothing of it. It is on the disk when this comes back.
   * @throws ExpectedFailure `unavailable` when nothing can be changed; what `work` throws
   */
  change<Made>(
    { says, kind = 'change', bulk = false, back = false }: ChangeWords<Made>,
    work: (database: Database) => Made,
  ): Made {
    return this.#write(bulk ? 'bulk' : undefined, (database, history) => {
      const words = { says: typeof says === 'function' ? { text: '' } : says, author: this.coder, kind, at: this.now };
      const { made, step } = history.noting(words, () => work(database));
      if (step > 0 && typeof says === 'function') history.relabel(step, says(made));
      return { made, touched: step > 0 ? history.touched(step) : [], back };
    });
  }

  /** Something that nobody undoes: who tags, or that spans follow their file. With `notice` it stands in the log. */
  settle<Made>(work: (database: Database, notice: (says: StepWords) => void) => Made): Made {
    return this.#write(undefined, (database, history) => {
      const notice = (says: StepWords): void => {
        history.notice(says, this.coder, this.now);
      };
      return { made: work(database, notice), touched: undefined, back: false };
    });
  }

  /** Something beside the work, which is no step and changes nothing that others have read: how often a query was found. */
  mark(work: (database: Database) => void): void {
    this.#write(undefined, (database) => {
      work(database);
      return { made: undefined, touched: [], back: false };
    });
  }

  undo(): void {
    this.#exchange((history) => history.undo(), 'undo');
  }

  redo(): void {
    this.#exchange((history) => history.redo(), 'redo');
  }

  /** Puts other rows in the place of all, by way of `work`, which makes its own transaction. */
  replaceAll(work: (database: Database) => void): void {
    const { database, acknowledged } = this.#makeSureOfWriting();
    work(database);
    acknowledged?.note(revisionOf(database));
    this.#tell(undefined, true);
    this.#changed(this.state);
  }

  /** After its file was replaced. */
  openAgain(): void {
    this.close();
    this.#open();
    this.#tell(undefined, true);
    this.#changed(this.state);
  }

  backup(why: BackupReason): BackupFile {
    this.#makeSureOfWriting();
    return this.#backup(why);
  }

  close(): void {
    const { database, lock, acknowledged, standing } = this.#opened ?? {};
    this.#opened = undefined;
    if (database && standing === 'writing') this.#tidy(database);
    database?.close();
    acknowledged?.close();
    lock?.release();
  }

  /** Whatever the disk says: what is not given up today is tomorrow. */
  #tidy(database: Database): void {
    try {
      tidyHistory(database, this.now);
    } catch (error) {
      if (storageFailure(error) === error) throw error;
    }
  }

  #exchange(take: (history: History) => TouchedRow[] | undefined, what: string): void {
    this.#write(undefined, (_, history) => {
      const touched = take(history);
      if (!touched) throw new ExpectedFailure('bad-request', `There is nothing to ${what}.`);
      return { made: undefined, touched, back: true };
    });
  }

  #write<Made>(why: BackupReason | undefined, work: (database: Database, history: History) => Written<Made>): Made {
    try {
      const { database, acknowledged } = this.#makeSureOfWriting();
      this.#backUpIfDue(why);
      const history = new History(database);
      const { made, touched, back, revision } = database.transaction(() => {
        const done = work(database, history);
        const changes = done.touched?.length !== 0;
        if (changes) database.run("UPDATE properties SET value = value + 1 WHERE name = 'revision'");
        return { ...done, revision: changes ? revisionOf(database) : 0 };
      });
      if (revision > 0) {
        acknowledged?.note(revision);
        this.#tell(touched, back);
        this.#changed(this.state);
      }
      return made;
    } catch (error) {
      throw storageFailure(error);
    }
  }

  #tell(touched: readonly TouchedRow[] | undefined, back: boolean): void {
    for (const told of this.#touched) told(touched, back);
  }

  /** Another program may have changed what is only read here: then nothing counts that was read before. */
  lookForOthers(): void {
    const { database, standing } = this.#open();
    if (standing !== 'reading') return;
    const version = database.number('PRAGMA data_version');
    if (version !== this.#version) this.#tell(undefined, true);
    this.#version = version;
  }

  #open(): OpenedProject {
    if (this.#opened) return this.#opened;
    try {
      this.#opened = openProject(this.file);
    } catch (error) {
      throw storageFailure(error);
    }
    if (this.#opened.standing === 'unmade' || this.#opened.standing === 'unusable') this.begin(this.#opened.database);
    this.#version = this.#opened.database.number('PRAGMA data_version');
    return this.#opened;
  }

  /** The first rows of a project, as far as they are not there. */
  begin(database: Database): void {
    const { id, name } = this.#firstCoder;
    database.transaction(() => {
      if (database.number('SELECT count(*) FROM coders') === 0)
        database.run('INSERT INTO coders VALUES (?, ?)', id, name);
      const property = 'INSERT INTO properties VALUES (?, ?) ON CONFLICT DO NOTHING';
      database.run(property, 'coder', id);
      database.run(property, 'revision', '0');
      database.run(property, 'made', this.now);
    });
  }

  #makeSureOfWriting(): OpenedProject {
    const found = this.#open();
    if (found.standing === 'writing') return found;
    // Whoever had the project may have closed it meanwhile.
    if (found.standing === 'reading') this.close();
    if (found.standing === 'unmade') {
      found.database.close();
      this.#opened = makeProject(this.file, (database) => {
        this.begin(database);
      });
      this.#backedUp = this.#now().getTime();
    }
    const opened = this.#open();
    if (opened.standing !== 'writing') throw new ExpectedFailure('unavailable', opened.problem);
    this.#tell(undefined, true);
    return opened;
  }

  #backUpIfDue(why: BackupReason | undefined): void {
    const now = this.#now().getTime();
    if (why) this.#backup(why);
    else if (this.#backedUp === 0) this.#backup('opened');
    else if (now - this.#backedUp > hour) this.#backup('hour');
  }

  #backup(why: BackupReason): BackupFile {
    const now = this.#now();
    const made = makeBackup(this.#open().database, this.file, why, now);
    this.#backedUp = now.getTime();
    return made;
  }

  /** The newest first. */
  get backups(): BackupFile[] {
    return backupFiles(this.file);
  }
}

/** Bytes; 0 when there is no such file. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'me';
  }
}
