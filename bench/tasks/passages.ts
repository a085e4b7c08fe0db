/** The passage index (FlexSearch over sentences, fed with Lectern's folded words), and passages found with it. */
import { PassageIndex } from '../../src/corpus/index/passages.ts';
import type { Measurement } from '../measure.ts';
import { timed, weighed } from '../measure.ts';
import { buildIndex } from './built-index.ts';
import type { Task } from './task.ts';
import { questionsOf } from './task.ts';

const sentencesAtOnce = 10_000;

export const passages: Task = (input) => {
  const index = buildIndex(input);
  const { second, usual } = questionsOf(input);
  const measurements: Measurement[] = [];
  const build = (): PassageIndex => {
    const made = new PassageIndex(index);
    while (made.buildSome(sentencesAtOnce));
    return made;
  };
  const { thing: built, bytes } = weighed(build);
  // What was made above is the first run of it all, which pays for compiling.
  const times = timed(input.runs, () => void build());
  const by = 'Lectern';
  const tokens = index.tokenCount;
  measurements.push({
    key: 'passage index',
    task: 'passage index over sentences',
    by,
    times,
    tokens,
    bytes: { heap: bytes },
  });
  for (const [key, task, words, fuzzy] of [
    ['passages', 'passages with the word at rank 1,000 and the second: best 20', `${usual} ${second}`, false],
    ['passages fuzzy', 'the same with typing slips allowed', `${usual} ${second}`, true],
  ] as const) {
    let gave = '';
    const asked = timed(input.runs, () => (gave = `${built.find(words, { limit: 20, fuzzy }).total} sentences`));
    measurements.push({ key, task, by, times: asked, gave });
  }
  return { measurements };
};
