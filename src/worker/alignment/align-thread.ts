/**
 * The thread that aligns for the command line: it reads two files or folders, pairs their documents, aligns the pairs language
 * by language, and sends each pair when it is done. Ending the thread is how it is given up.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import type { AlignStart, FromAligner } from '../../shared/align-messages.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { Reading } from '../formats/reading.ts';
import { endAll } from '../thread-end.ts';
import { alignGroup, type Group } from './align-group.ts';
import { groupsOf } from './groups.ts';
import { knownTranslations } from './known-translations.ts';
import { proposals } from './proposals.ts';
import { SideReader } from './read-sides.ts';

if (!parentPort) throw new Error('This file is the entry of a worker thread: the command line starts it.');
const port = parentPort;
const start = workerData as AlignStart;
const send = (message: FromAligner): void => {
  port.postMessage(message);
};
const remark = (text: string): void => {
  send({ kind: 'remark', text });
};

async function run(): Promise<void> {
  const reading = new Reading({ processUrl: new URL(start.readerUrl) });
  try {
    const reader = new SideReader(start, reading);
    const same = start.a === start.b;
    const progress = (file: string): void => {
      send({ kind: 'progress', report: { stage: 'reading', done: 0, total: 0, what: file } });
    };
    const a = await reader.read(start.a, start.languages[0], progress);
    const b = same ? a : await reader.read(start.b, start.languages[1], progress);
    for (const line of new Set([...a.skipped, ...b.skipped])) remark(`left out: ${line}`);
    const known = await knownTranslations(start, reading);
    const pairings = proposals(a.documents, b.documents, { start, same, known, remark });
    const groups = groupsOf(pairings, a.documents, b.documents);
    const lexicons: LearnedLexicon[] = [];
    const total = pairings.length;
    let before = 0;
    for (const group of groups) {
      const lexicon = await align(group, before, total, known);
      if (lexicon) lexicons.push(lexicon);
      before += group.pairs.length;
    }
    send({ kind: 'done', lexicons });
  } finally {
    reading.dispose();
    await endAll();
  }
}

async function align(
  group: Group,
  before: number,
  total: number,
  known: Awaited<ReturnType<typeof knownTranslations>>,
): Promise<LearnedLexicon | undefined> {
  const work = alignGroup(group, start, known);
  let said = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) {
      for (const pair of step.value.pairs) send({ kind: 'pair', pair });
      return step.value.lexicon;
    }
    const now = performance.now();
    if (now - said < 50) continue;
    said = now;
    const share = step.value.total === 0 ? 0 : step.value.done / step.value.total;
    const done = Math.round((before + share * group.pairs.length) * 100);
    send({ kind: 'progress', report: { stage: 'aligning', done, total: total * 100, what: group.name } });
    await nextTurn();
  }
}

try {
  await run();
} catch (error) {
  if (!(error instanceof ExpectedFailure)) throw error;
  send({ kind: 'failed', error: error.failure });
}
