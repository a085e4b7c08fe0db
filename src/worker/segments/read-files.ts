/** The loop that both threads run: read, describe, index, one file after another. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FolderSaid } from '../folder-said.ts';
import type { Reading } from '../formats/reading.ts';
import { readFile } from '../read.ts';
import { readAhead } from '../read-ahead.ts';
import { Throttle } from '../throttle.ts';
import type { FileOutcome, FreshFile, SegmentBuilder } from './segment.ts';

/** Files read before their turn: enough to keep the reading process busy, few enough to hold in memory. */
const filesAhead = 2;
/** Milliseconds at a stretch: requests that come while a folder is read anew are answered in between. */
const longestTurn = 20;

/** `added` is told of each file; what it throws ends the reading. */
export async function readFiles(
  files: Iterable<FreshFile>,
  segment: SegmentBuilder,
  reading: Reading,
  said: FolderSaid,
  added: (file: FreshFile) => void,
): Promise<void> {
  const read = async (file: FreshFile): Promise<FileOutcome> => ({
    taken: Date.now(),
    file: await readFile(file, reading, said.readingOf(file.path)),
  });
  const turn = new Throttle(longestTurn);
  for await (const [file, outcome] of readAhead(files, read, filesAhead)) {
    await segment.add(file, outcome);
    added(file);
    if (turn.due()) await nextTurn();
  }
}
