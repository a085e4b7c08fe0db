/** A folder opened again, in a process that knows nothing yet, and the first questions to it. */
import type { Measurement } from '../measure.ts';
import { peakBytes, stopwatch } from '../measure.ts';
import { Asking } from './asking.ts';
import { answered, openCorpusFolder } from './folder.ts';
import type { Task } from './task.ts';
import { questionsOf } from './task.ts';

/** The snapshot was left in `scratch` by a first opening. */
export const reopening: Task = async (input) => {
  const { frequent, second, usual } = questionsOf(input);
  const measurements: Measurement[] = [];
  const measure = async <Made>(key: string, task: string, work: () => Promise<Made>): Promise<Made> => {
    const stop = stopwatch();
    const made = await work();
    const { wall, cpu } = stop();
    const gave = typeof made === 'string' ? { gave: made } : {};
    const bytes = { 'memory so far': peakBytes() };
    measurements.push({ key, task, by: 'Lectern', times: { wall: [wall], cpu: [cpu] }, ...gave, bytes });
    return made;
  };
  const { folder, keeper } = await measure('reopen', 'open the folder again, from its snapshot', () =>
    openCorpusFolder(input, 'as shipped'),
  );
  if (folder.reused !== folder.documents.length) throw new Error('The snapshot was not used.');
  const asking = new Asking(folder.index, folder.texts);
  await measure('first query', 'then the first question: word at rank 1,000, total and 100 lines', () =>
    answered(() => asking.page(asking.simple(usual))),
  );
  await measure('first frequent', 'then the most frequent word: total and 100 lines', () =>
    answered(() => asking.page(asking.simple(frequent))),
  );
  await measure('first phrase', 'then the phrase of the two most frequent words: total and 100 lines', () =>
    answered(() => asking.page(asking.simple(`${frequent} ${second}`))),
  );
  await measure('first sorted', 'then the most frequent word sorted by three words after: first 100 lines', () =>
    answered(() => {
      const hits = asking.simple(frequent);
      return asking.page(hits, asking.sorted(hits));
    }),
  );
  await keeper.close();
  return { measurements };
};
