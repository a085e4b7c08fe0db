/** `lectern tags export FOLDER -o FILE` and `lectern tags import FOLDER FILE`: tagged passages in the formats of others. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Params, Result } from '../../../../shared/contract.ts';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { TagFormat } from '../../../../shared/tag-formats.ts';
import { filePiece, largestIncomingFile } from '../../../../shared/file-pieces.ts';
import { tagFileEnding, tagFormats } from '../../../../shared/tag-formats.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import type { RecordFormat } from '../../output/record.ts';
import { renderRecord } from '../../output/record.ts';
import { job } from '../../session.ts';
import type { Session } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { findTag } from './tag-tree.ts';

export interface ExportOptions extends Omit<AnswerOptions, 'format'> {
  readonly format?: TagFormat;
  readonly tag?: string;
}

export interface ImportOptions extends Omit<AnswerOptions, 'format'> {
  readonly as?: TagFormat;
  readonly format: RecordFormat;
  readonly dryRun?: boolean;
}

type Lost = Result<'tags.export'>['lost'];
const wordsOf = (lost: Lost): string => lost.map(({ what, times }) => `${times} × ${what}`).join('; ');

export async function exportTags(folder: string, options: ExportOptions, tools: Tools): Promise<void> {
  const format = options.format ?? formatNamed(options.output) ?? 'jsonl';
  await answering({ ...options, format: 'text' }, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const question = options.tag === undefined ? {} : await questionOf(session, corpus, options.tag, folder);
    const raw = options.raw ?? false;
    let lost: Lost = [];
    for (let from: number | null = 0; from !== null;) {
      const piece: Result<'tags.export'> = await session.ask('tags.export', {
        ...{ corpus, format, raw, from, job },
        ...question,
      });
      await destination.write(Buffer.from(piece.base64, 'base64'));
      from = piece.next;
      lost = piece.lost;
    }
    destination.finish();
    if (lost.length > 0 && options.quiet !== true) tools.tell(`${format} has no place for: ${wordsOf(lost)}`);
  });
}

/** The format whose ending a file has. */
function formatNamed(file: string | undefined): TagFormat | undefined {
  const ending = extname(file ?? '').slice(1);
  return tagFormats.find((format) => tagFileEnding[format] === ending);
}

async function questionOf(
  session: Session,
  corpus: Params<'tags.tree'>['corpus'],
  words: string,
  folder: string,
): Promise<Pick<Params<'tags.export'>, 'question'>> {
  const { tags } = await session.ask('tags.tree', { corpus });
  const tag = findTag(words, tags);
  if (!tag) throw new ExpectedFailure('bad-request', `There is no tag “${words}”`, { where: folder });
  return { question: { kind: 'tag', tag: tag.tag, children: true } };
}

/** The pieces of a file, at least one. @throws ExpectedFailure when it cannot be read, or is too large */
function* piecesOf(file: string): Generator<Buffer> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    throw new ExpectedFailure('unreadable', 'The file could not be read: there is no such file that you may read', {
      where: file,
    });
  }
  try {
    const { size } = statSync(file);
    if (size > largestIncomingFile)
      throw new ExpectedFailure('unreadable', `The file is larger than ${largestIncomingFile / 1_000_000} MB`, {
        where: file,
      });
    for (let from = 0; from === 0 || from < size; from += filePiece) {
      const piece = Buffer.alloc(Math.min(filePiece, size - from));
      readSync(handle, piece, 0, piece.length, from);
      yield piece;
    }
  } finally {
    closeSync(handle);
  }
}

export async function importTags(folder: string, file: string, options: ImportOptions, tools: Tools): Promise<void> {
  await answering({ ...options }, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const pieces = [...piecesOf(file)];
    const dryRun = options.dryRun ?? false;
    const common = { corpus, name: basename(file), dryRun, job, ...(options.as ? { format: options.as } : {}) };
    let taken: Result<'tags.import'> | undefined;
    for (const [at, piece] of pieces.entries()) {
      const place = { first: at === 0, last: at === pieces.length - 1 };
      taken = await session.ask('tags.import', { ...common, ...place, base64: piece.toString('base64') });
    }
    const { tags, spans, notes, coders, known, review, orphans, lost } = taken!;
    const text = [
      `${dryRun ? 'Would import' : 'Imported'} ${counted(spans, 'passage')}, ${counted(tags, 'tag')}, ${counted(notes, 'note')}, ${counted(coders, 'coder')}; ${known} there already`,
      ...(review > 0 ? [`${review} stand elsewhere now and wait for review`] : []),
      ...(orphans > 0 ? [`${orphans} have no text here and are kept as orphans`] : []),
      ...(lost.length > 0 ? [`Not read: ${wordsOf(lost)}`] : []),
    ];
    const fields = { tags, spans, notes, coders, known, review, orphans, lost, dryRun };
    await destination.write(renderRecord({ fields, text }, options.format));
    destination.finish();
  });
}
