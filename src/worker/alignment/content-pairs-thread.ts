/** The thread that looks for documents that tell the same: of thousands it takes a while, in which the corpus answers other questions. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ContentText } from '../../corpus/alignment/content-group.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import { pairByContent } from '../../corpus/alignment/pair-by-content.ts';
import type { DocumentPairing } from '../../corpus/alignment/pair-documents.ts';
import type { Translation } from '../../corpus/alignment/seed-passages.ts';
import type { Language } from '../../shared/model.ts';
import { seedText } from './seeds.ts';
import { type FromThread, made } from './thread-answer.ts';

export interface ContentWork {
  readonly documents: readonly ContentText[];
  /** Of every two languages of them in code unit order, those of one language too. */
  readonly known: readonly {
    readonly languages: readonly [a: Language, b: Language];
    readonly dictionary: readonly Translation[];
    readonly learned: LearnedLexicon | undefined;
  }[];
  /** Path of `resources/`. */
  readonly resources: string;
}

if (!parentPort) throw new Error('This file is the entry of a worker thread: the corpus worker starts it.');
const port = parentPort;
const { documents, known, resources } = workerData as ContentWork;

const steps = pairByContent(documents, documents, true, (a, b) => ({
  seeds: { a: seedText(resources, a), b: seedText(resources, b) },
  ...known.find(({ languages }) => languages[0] === a && languages[1] === b),
}));
port.postMessage({ kind: 'made', made: made(steps, port) } satisfies FromThread<readonly DocumentPairing[]>);
