/** Questions to the index in memory. */
import { filterByCompany, withoutRepeatedLines } from '../../src/corpus/concordance/operations.ts';
import { sampleHits } from '../../src/corpus/concordance/select.ts';
import { groupLines } from '../../src/corpus/concordance/groups.ts';
import type { Measurement } from '../measure.ts';
import { stopwatch, timed } from '../measure.ts';
import { Asking } from './asking.ts';
import { buildIndex, textSource } from './built-index.ts';
import type { Task } from './task.ts';
import { questionsOf } from './task.ts';

export const queries: Task = (input) => {
  const index = buildIndex(input);
  const asking = new Asking(index, textSource(input));
  const { frequent, second, usual, rare, prefix, suffix } = questionsOf(input);
  const measurements: Measurement[] = [];
  const measure = (key: string, task: string, ask: () => string | number) => {
    let gave = '';
    const times = timed(input.runs, () => (gave = String(ask())));
    measurements.push({ key, task, by: 'Lectern', times, gave });
  };
  measure('frequent', 'most frequent word: total and 100 lines', () => asking.page(asking.simple(frequent)));
  measure('usual', 'word at rank 1,000: total and 100 lines', () => asking.page(asking.simple(usual)));
  measure('rare', 'rare word: total and 100 lines', () => asking.page(asking.simple(rare)));
  measure('phrase', 'phrase of the two most frequent words: count', () => asking.simple(`${frequent} ${second}`).total);
  measure('phrase lines', 'the same: total and 100 lines', () => asking.page(asking.simple(`${frequent} ${second}`)));
  measure('prefix', 'four letters and * : total and 100 lines', () => asking.page(asking.simple(`${prefix}*`)));
  measure('suffix', '.* and four letters: total and 100 lines', () => asking.page(asking.cql(`[fold=".*${suffix}"]`)));
  measure('near', 'the two most frequent within five words: count', () => {
    return asking.simple(`${frequent} NEAR/5 ${second}`).total;
  });

  // Once a corpus, when first asked for.
  const stop = stopwatch();
  const ranks = index.collationRank('fold').length;
  const { wall, cpu } = stop();
  const times = { wall: [wall], cpu: [cpu] };
  measurements.push({
    key: 'collation',
    task: 'ranks for sorting, once',
    by: 'Lectern',
    times,
    gave: `${ranks} types`,
  });
  const hits = asking.simple(frequent);
  measure('sorted', 'most frequent word sorted by three words after: first 100 lines', () => {
    const all = asking.simple(frequent);
    return asking.page(all, asking.sorted(all));
  });
  measure('sorted middle', 'the same: 100 lines in the middle', () => {
    return asking.page(hits, asking.sorted(hits), hits.total >> 1);
  });
  measure('sorted all', 'the same: the order of all lines', () => asking.sorted(hits).all().length);

  const others = asking.simple(second);
  measure('filter', 'of the most frequent word, lines with the second in five words', () => {
    return filterByCompany(index, hits, others, { before: 5, after: 5, sentence: false }, true).total;
  });
  measure('sample', 'a sample of 1,000 of its lines', () => sampleHits(hits, 1_000, 1).total);
  measure('unique', 'its lines without repeated ones', () => withoutRepeatedLines(index, hits, 5, 5).total);
  measure('groups', 'its lines by the word after: largest 100 groups', () => {
    const groups = groupLines(index, hits, { by: 'after', distance: 1 }, 'fold');
    groups.page(0, 100);
    return `${groups.total} groups`;
  });
  return { measurements };
};
