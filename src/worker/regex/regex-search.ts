/**
 * The regex mode: an expression over the text of each paragraph.
 *
 * A concordance line begins and ends with tokens, so a match gives the run of tokens that it touches; one that touches
 * none (a dash, an emoji) gives no line. The texts go to a thread of their own in portions. A portion that is not
 * answered in time means an expression that backtracks without end: the thread is ended, and the failure names the
 * expression and the document it was lost in.
 */
import { Worker } from 'node:worker_threads';
import type { CorpusIndex, TextSource } from '../../corpus/index/corpus-index.ts';
import type { HitSet } from '../../corpus/query/query-result.ts';
import type { Query } from '../../shared/terms.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { RegexMatches, RegexWork } from './regex-thread.ts';
import { unicodePattern } from './unicode-pattern.ts';

export interface RegexTask {
  readonly index: CorpusIndex;
  readonly texts: TextSource;
  readonly pathOf: (doc: DocId) => string;
  /** Entry of the thread. */
  readonly threadUrl: URL;
  /** Milliseconds that one portion may take. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** Ten times what a slow machine needs for the dearest expression that ends. */
export const usualDeadline = 5_000;
/** UTF-16 units of a portion: long enough that messages cost nothing, short enough that a stop is felt at once. */
const portionLength = 1 << 18;

/** A paragraph by its global number, in its document. */
interface Piece {
  readonly doc: DocId;
  readonly paragraph: number;
}

/** Paragraphs in portions, over the edges of documents: 40,000 short articles are not 40,000 messages. */
function* portions({ index }: RegexTask): Generator<readonly Piece[]> {
  const starts = index.documentParagraph();
  let pieces: Piece[] = [];
  let length = 0;
  for (let doc = 0; doc < index.documentCount; doc++) {
    for (let paragraph = starts[doc]!; paragraph < starts[doc + 1]!; paragraph++) {
      const [from, to] = index.paragraphSpan(paragraph);
      pieces.push({ doc: doc as DocId, paragraph });
      length += to - from;
      if (length < portionLength) continue;
      yield pieces;
      pieces = [];
      length = 0;
    }
  }
  if (pieces.length > 0) yield pieces;
}

/** Tokens that `[start, end)` of a document touches, between `from` and `to`; null when it touches none. */
function tokensTouched(
  index: CorpusIndex,
  from: number,
  to: number,
  start: number,
  end: number,
): [number, number] | null {
  // First token that ends after the start, then first token that starts at the end or after it.
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.charEnd(middle as TokenIndex) <= start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.charStart(middle as TokenIndex) < end) low = middle + 1;
    else high = middle;
  }
  return low > first ? [first, low] : null;
}

/** Collects runs of tokens; matches come in text order, so equal runs follow one another. */
class Runs {
  readonly start: number[] = [];
  readonly end: number[] = [];

  add([start, end]: readonly [number, number]): void {
    if (this.start.at(-1) === start && this.end.at(-1) === end) return;
    this.start.push(start);
    this.end.push(end);
  }

  /** By start, then end: two matches inside one word may give the runs of the second before those of the first. */
  hits(): HitSet {
    const order = Array.from(this.start, (_, i) => i).sort(
      (a, b) => this.start[a]! - this.start[b]! || this.end[a]! - this.end[b]!,
    );
    const distinct = order.filter((run, i) => {
      const before = order[i - 1];
      return before === undefined || this.start[before] !== this.start[run] || this.end[before] !== this.end[run];
    });
    return {
      start: Uint32Array.from(distinct, (run) => this.start[run]!),
      end: Uint32Array.from(distinct, (run) => this.end[run]!),
      width: 0,
      total: distinct.length,
      complete: true,
    };
  }
}

/** @throws ExpectedFailure `bad-query` with its place, or without when the expression was stopped; `cancelled` */
export async function searchRegex(task: RegexTask, query: Query): Promise<HitSet> {
  const pattern = unicodePattern(query.text, query);
  if (!pattern.ok) {
    const { code, message, ...more } = pattern.error;
    throw new ExpectedFailure(code, message, more);
  }
  const thread = new Worker(task.threadUrl, { workerData: pattern.value });
  const runs = new Runs();
  const { index, texts } = task;
  try {
    for (const pieces of portions(task)) {
      const spans = pieces.map(({ paragraph }) => index.paragraphSpan(paragraph));
      const work = pieces.map(({ doc }, i) => texts.slice(doc, ...spans[i]!));
      const matches = await answered(thread, task, query, pieces[0]!, work);
      for (let i = 0; i < matches.length; i += 3) {
        const { paragraph } = pieces[matches[i]!]!;
        const shift = spans[matches[i]!]![0];
        const [from, to] = index.tokensOfParagraph(paragraph);
        const touched = tokensTouched(index, from, to, shift + matches[i + 1]!, shift + matches[i + 2]!);
        if (touched) runs.add(touched);
      }
    }
    return runs.hits();
  } finally {
    await thread.terminate();
  }
}

/** One portion's matches, or the end of waiting. */
async function answered(
  thread: Worker,
  task: RegexTask,
  query: Query,
  { doc, paragraph }: Piece,
  texts: readonly string[],
): Promise<Uint32Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint32Array>();
  const heard = ({ matches }: RegexMatches): void => {
    resolve(matches);
  };
  const cancelled = (): void => {
    reject(new ExpectedFailure('cancelled', 'Stopped.'));
  };
  const timer = setTimeout(() => {
    const message = `The expression “${query.text}” was stopped after ${task.deadline / 1000} seconds: some text makes it try without end. Make its repetitions narrower, such as [^ ]* for .*`;
    reject(
      new ExpectedFailure('bad-query', message, {
        at: 0,
        until: query.text.length,
        where: `${task.pathOf(doc)} or the documents after it`,
      }),
    );
  }, task.deadline);
  thread.on('message', heard).on('error', reject);
  task.signal.addEventListener('abort', cancelled);
  if (task.signal.aborted) cancelled();
  thread.postMessage({ portion: paragraph, texts } satisfies RegexWork);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    thread.off('message', heard).off('error', reject);
    task.signal.removeEventListener('abort', cancelled);
  }
}
