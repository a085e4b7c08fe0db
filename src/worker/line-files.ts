/** Files of lines on their way: each is written as far as somebody asks for its bytes, so that none is held whole. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import type { AboutResult } from '../export/about.ts';
import { factsOf } from '../export/about.ts';
import { renderExercise } from '../export/exercise.ts';
import { renderFile } from '../export/file.ts';
import type { Answer } from '../export/layout.ts';
import { lineLayout } from '../export/line-layout.ts';
import { renderPlain } from '../export/plain.ts';
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import type { ConcordanceLine } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { FileId, LineFormat } from '../shared/lines.ts';
import { writeLink } from '../shared/link.ts';
import type { Context } from '../shared/terms.ts';
import type { Corpus } from './corpus.ts';
import type { ShownLines } from './line-columns.ts';
import { linesOf, verdictsOf } from './line-columns.ts';

export const lineMediaTypes: Readonly<Record<LineFormat, string>> = {
  txt: 'text/plain;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  tsv: 'text/tab-separated-values;charset=utf-8',
  json: 'application/json',
  jsonl: 'application/jsonl',
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export interface LineFileOptions {
  readonly format: LineFormat;
  readonly raw: boolean;
  readonly context: Context;
  readonly fields: readonly string[];
  readonly gaps: boolean;
  /** 0-based lines, `until` exclusive. */
  readonly from: number;
  readonly until: number;
  readonly about: AboutResult;
}

/** Lines read between two turns of the worker. */
const linesAtOnce = 500;
/** Bytes of one piece, before base64. */
const pieceBytes = 600_000;
/** Files that are begun and not taken to their end: a page that went away leaves some. */
const mostOpen = 8;

interface OpenFile {
  readonly index: CorpusIndex;
  readonly chunks: AsyncIterator<string | Uint8Array>;
  /** Lines so far. */
  readonly progress: { readonly written: number };
  /** Bytes of a chunk that was larger than a piece. */
  rest: Buffer;
}

const open = new Map<FileId, OpenFile>();

/** Begins a file of a result's lines. @throws ExpectedFailure when the format has no room for them */
export async function beginLineFile(corpus: Corpus, held: ShownLines, options: LineFileOptions): Promise<FileId> {
  const id = `f-${randomBytes(9).toString('base64url')}` as FileId;
  const progress = { written: 0 };
  const answer = answerOf(corpus, held, options, progress);
  const chunks = (await chunksOf(answer, options))[Symbol.asyncIterator]();
  const file: OpenFile = {
    index: corpus.opened.index,
    chunks,
    rest: Buffer.alloc(0),
    progress,
  };
  open.set(id, file);
  for (const [oldest] of open) if (open.size > mostOpen) closeLineFile(oldest);
  return id;
}

function chunksOf(
  answer: Answer<ConcordanceLine>,
  { format, raw, gaps }: LineFileOptions,
): Promise<AsyncIterable<string | Uint8Array>> {
  if (gaps) return Promise.resolve(renderExercise(answer));
  return format === 'txt' ? Promise.resolve(renderPlain(answer)) : renderFile(answer, { format, raw });
}

function answerOf(
  corpus: Corpus,
  held: ShownLines,
  options: LineFileOptions,
  progress: { written: number },
): Answer<ConcordanceLine> {
  const { from, until, context, fields, format, about, gaps } = options;
  // Order and steps of the moment: whoever sorts on while the file is written does not shuffle it.
  const { hits, order, ticks } = held;
  const verdicts = gaps ? new Map<number, string>() : verdictsOf(corpus, hits);
  const rows = async function* () {
    for (let at = from; at < until; at += linesAtOnce) {
      const portion = Math.min(linesAtOnce, until - at);
      yield linesOf(corpus, { hits, order, ticks }, at, portion, context, { fields, verdicts });
      progress.written = Math.min(until, at + linesAtOnce) - from;
      await nextTurn();
    }
  };
  const isTable = format === 'csv' || format === 'tsv';
  const { fingerprint } = about;
  return {
    layout: lineLayout({
      title: about.query.text,
      fields,
      verdicts: verdicts.size > 0,
      ...(isTable ? { source: writeLink(about) } : {}),
    }),
    head: {
      query: about.query,
      where: about.where,
      sort: about.sort,
      steps: about.steps,
      context,
      folder: about.folder,
      fingerprint,
      link: writeLink(about),
      total: about.total,
      tokens: about.tokens,
    },
    rows: rows(),
    rowCount: until - from,
    summary: `${until - from} of ${hits.total} lines`,
    about: factsOf(about),
  };
}

/** The next bytes of a file. @throws ExpectedFailure `no-such-result` when it is not open any more */
export async function nextPiece(
  corpus: Corpus,
  id: FileId,
): Promise<{ base64: string; lines: number; isLast: boolean }> {
  const file = open.get(id);
  if (file?.index !== corpus.opened.index) {
    open.delete(id);
    throw new ExpectedFailure('no-such-result', 'This file is not being written any more: export the lines again');
  }
  try {
    const pieces = [file.rest];
    let bytes = file.rest.length;
    let isLast = false;
    while (bytes < pieceBytes && !isLast) {
      const next = await file.chunks.next();
      isLast = next.done === true;
      if (next.done === true) break;
      const piece = typeof next.value === 'string' ? Buffer.from(next.value, 'utf8') : Buffer.from(next.value);
      pieces.push(piece);
      bytes += piece.length;
    }
    const all = Buffer.concat(pieces);
    file.rest = all.subarray(pieceBytes);
    isLast &&= file.rest.length === 0;
    if (isLast) open.delete(id);
    return { base64: all.subarray(0, pieceBytes).toString('base64'), lines: file.progress.written, isLast };
  } catch (error) {
    open.delete(id);
    throw error;
  }
}

/** Ends a file that nobody will take to its end; one that is ended already is left so. */
export function closeLineFile(id: FileId): void {
  const file = open.get(id);
  open.delete(id);
  void file?.chunks.return?.();
}
