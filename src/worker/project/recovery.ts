/** Ways back to a project that can be used: from a backup, or from what can be read of a damaged file. */
import { stepSays } from '../../shared/step-words.ts';
import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ExpectedFailure } from '../../shared/failure.ts';
import { lookInto } from './backups.ts';
import type { Problem } from './check.ts';
import { problemsOf } from './check.ts';
import { otherProgram } from './open-project.ts';
import type { Project } from './project.ts';
import { acknowledgeAgain, fillFrom, putInPlace, readied, setAside } from './restore.ts';
import { salvaged } from './salvage.ts';
import { WriterLock } from './writer-lock.ts';

/** @throws ExpectedFailure when there is no such backup, it is damaged itself, or another program has the project */
export function restoreBackup(project: Project, name: string): void {
  const backup = project.backups.find((one) => one.name === name);
  if (!backup) throw new ExpectedFailure('bad-request', 'There is no such backup any more: choose another one.');
  const { problem } = lookInto(backup, true);
  if (problem !== '') throw new ExpectedFailure('unreadable', problem);
  const copy = readied(backup.path, project.file);
  try {
    if (project.standing === 'writing') {
      project.backup('restore');
      project.replaceAll((database) => {
        fillFrom(database, copy);
      });
    } else if (project.canBeReplaced)
      replaceFile(project, (file) => {
        if (existsSync(file)) setAside(file, project.time);
        putInPlace(copy, file);
      });
    else throw new ExpectedFailure('unavailable', project.problem);
  } finally {
    rmSync(copy, { force: true });
  }
  project.settle((_, notice) => {
    notice(stepSays('backup.restore', { made: backup.made }));
  });
}

export interface CheckedProblem {
  readonly problem: string;
  readonly where: string;
  readonly repaired: boolean;
}

/** Looks the project over; with `repair`, after a backup, puts right what can be, as one step that can be undone. */
export function checkProject(project: Project, repair: boolean): CheckedProblem[] {
  const found: CheckedProblem[] = [];
  if (project.canBeReplaced) {
    const repaired = repair ? repairFile(project) : '';
    found.push({ problem: project.problem || repaired, where: basename(project.file), repaired: repair });
    if (!repair) return found;
  }
  const problems = problemsOf(project.database);
  if (repair && problems.some((problem) => problem.repair)) repairAll(project, problems);
  return [
    ...found,
    ...problems.map(({ problem, where, repair: way }) => ({ problem, where, repaired: repair && way !== undefined })),
  ];
}

function repairAll(project: Project, problems: readonly Problem[]): void {
  project.change({ says: stepSays('project.repair'), bulk: true, back: true }, (database) => {
    const by = { author: project.coder, made: project.now };
    for (const { repair } of problems) repair?.(database, by);
  });
}

/** What was done, in words. */
function repairFile(project: Project): string {
  const was = project.problem;
  if (project.standing === 'reading') {
    // Only the last changes are missing: what there is stands.
    replaceFile(project, (file) => {
      acknowledgeAgain(file);
    });
    return was;
  }
  replaceFile(project, (file) => {
    const { copy } = salvaged(file, (database) => {
      project.begin(database);
    });
    if (existsSync(file)) setAside(file, project.time);
    putInPlace(copy, file);
  });
  return was;
}

/** Does something to the file while nobody has it open, not even this program. */
function replaceFile(project: Project, work: (file: string) => void): void {
  project.close();
  const lock = WriterLock.take(project.file);
  if (!lock) throw new ExpectedFailure('unavailable', otherProgram);
  try {
    work(project.file);
  } finally {
    lock.release();
  }
  project.openAgain();
}
