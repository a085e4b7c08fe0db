/**
 * The thread that runs an expression. An expression can take longer than the sun will shine, and nothing stops it from
 * inside: so it runs here, alone, and whoever waits too long ends the thread.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { UnicodePattern } from './unicode-pattern.ts';

/** Texts of one portion, in and out by the same number. */
export interface RegexWork {
  readonly portion: number;
  readonly texts: readonly string[];
}

/** For each match three numbers: which text, start, end (UTF-16, exclusive). Empty matches are left out. */
export interface RegexMatches {
  readonly portion: number;
  readonly matches: Uint32Array;
}

if (!parentPort) throw new Error('This file is the entry of a worker thread: the corpus worker starts it.');
const port = parentPort;
const { source, flags } = workerData as UnicodePattern;
const expression = new RegExp(source, flags);

port.on('message', ({ portion, texts }: RegexWork) => {
  const matches: number[] = [];
  texts.forEach((text, number) => {
    for (const match of text.matchAll(expression)) {
      if (match[0] !== '') matches.push(number, match.index, match.index + match[0].length);
    }
  });
  port.postMessage({ portion, matches: Uint32Array.from(matches) } satisfies RegexMatches);
});
