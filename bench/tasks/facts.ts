/** What the corpus is, and what everybody will be asked about it. Nothing is timed. */
import { statSync } from 'node:fs';
import { textFiles } from '../texts.ts';
import { buildIndex, wordsByFrequency } from './built-index.ts';
import type { Task } from './task.ts';

const usualRank = 1_000;
const rareCount = 5;

export const facts: Task = (input) => {
  const index = buildIndex(input);
  const { tokenCount: tokens, lexicon, documentCount: documents, sentenceCount: sentences } = index;
  const words = wordsByFrequency(index);
  const at = (rank: number) => words[Math.min(rank, words.length - 1)]!.word;
  const usual = words.slice(usualRank).find(({ word }) => word.length > 4)?.word ?? at(usualRank);
  const bytes = textFiles(input.folder).reduce((sum, path) => sum + statSync(path).size, 0);
  return {
    measurements: [],
    facts: { documents, tokens, types: lexicon.size, sentences, bytes },
    questions: {
      frequent: at(0),
      second: at(1),
      usual,
      rare: (words.find(({ count }) => count <= rareCount) ?? words.at(-1)!).word,
      prefix: usual.slice(0, 4),
      suffix: usual.slice(-4),
    },
  };
};
