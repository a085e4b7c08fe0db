/** What SQLite and the disk refuse, in a sentence that says what to do. */
import { ExpectedFailure } from '../../shared/failure.ts';

/** SQLite's primary result code of an error that it threw; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

const sentences: Readonly<Record<number, string>> = {
  5: 'another program is using the project: close it, or wait until it is done',
  6: 'another program is using the project: close it, or wait until it is done',
  8: 'the project can only be read here: check the permissions of its file and folder',
  10: 'the disk reported an error: check the disk, then open the folder again',
  11: 'its file is damaged: restore a backup, or let “lectern project check --repair” save what can be read',
  13: 'the disk is full: make room and do it again',
  14: 'its file cannot be opened: check the permissions of the folder where it lies',
  26: 'its file is damaged: restore a backup, or let “lectern project check --repair” save what can be read',
};

/** Codes that say that the file itself is not what it should be. */
export function saysDamaged(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 11 || code === 26;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: sentences[13]!,
  EDQUOT: sentences[13]!,
  EROFS: sentences[8]!,
  EACCES: sentences[8]!,
  EPERM: sentences[8]!,
  EIO: sentences[10]!,
};

/** Errors that are no fault of SQLite or of the disk come back as they are: they are mistakes of ours. */
export function storageFailure(error: unknown): unknown {
  const code = sqliteCode(error);
  const reason =
    code === undefined ? reasons[(error as NodeJS.ErrnoException).code ?? ''] : (sentences[code] ?? undefined);
  return reason === undefined ? error : new ExpectedFailure('unavailable', `Nothing was changed: ${reason}.`);
}
