/**
 * The aligner over texts that are made for it: the generated sentences are written a second time in an invented language,
 * short words backwards, some sentences joined, some left out. It measures time and memory, not how well real languages are aligned.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignPairs } from '../../src/corpus/alignment/align.ts';
import type { AlignmentPair } from '../../src/corpus/alignment/alignment.ts';
import { analyse } from '../../src/corpus/text/analyse.ts';
import { sentenceRules } from '../../src/corpus/text/sentences.ts';
import { peakBytes, timed, type Measurement } from '../measure.ts';
import { seeded } from '../random.ts';
import { abbreviationLists, textFiles, textOf } from '../texts.ts';
import type { Task, TaskInput } from './task.ts';

const novel = 5_500;
const article = 30;
const pairs = 123;

/** Seeds of two languages that are really there: reading and learning them is part of the time. */
const seeds = { a: seedsOf('en'), b: seedsOf('mk') };

function seedsOf(language: string): { names: string; rights: string } {
  const file = (folder: string): string =>
    readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'seeds', folder, `${language}.txt`), 'utf8');
  return { names: file('names'), rights: file('rights') };
}

export const aligning: Task = (input) => {
  const sentences = sentencesOf(input, Math.max(novel, pairs * article));
  const measurements: Measurement[] = [];
  const measure = (key: string, task: string, all: readonly AlignmentPair[]): void => {
    let gave = '';
    const times = timed(input.runs, () => (gave = `${linksOf(all)} links`));
    // The most so far: the novel comes last and takes the most.
    measurements.push({ key, task, by: 'Lectern', times, gave, bytes: { 'peak memory': peakBytes() } });
  };
  const articles = Array.from({ length: pairs }, (_, p) =>
    translated(sentences.slice(p * article, (p + 1) * article), p),
  );
  measure('align article', `align one article of ${article} sentences`, articles.slice(0, 1));
  measure('align articles', `align ${pairs} articles together`, articles);
  measure('align novel', `align a novel of ${novel} sentences`, [translated(sentences.slice(0, novel), pairs)]);
  return { measurements };
};

function linksOf(all: readonly AlignmentPair[]): number {
  const work = alignPairs(all, { mode: 'auto', seeds });
  for (let step = work.next(); ; step = work.next())
    if (step.done) return step.value.alignments.reduce((sum, { beads }) => sum + beads.length, 0);
}

function sentencesOf({ folder, language }: TaskInput, count: number): string[] {
  const rules = sentenceRules(abbreviationLists());
  const found: string[] = [];
  for (const path of textFiles(folder)) {
    const text = textOf(path);
    for (const { start, end } of analyse(text, language, rules).sentences) found.push(text.slice(start, end));
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}

function translated(sentences: readonly string[], seed: number): AlignmentPair {
  const random = seeded(seed);
  const units: string[] = [];
  for (const sentence of sentences) {
    const chance = random.uniform();
    if (chance < 0.05) continue;
    const backwards = sentence.replace(/[\p{L}\p{M}]+/gu, (word) =>
      // Long words stand for the names that languages share.
      word.length > 8 ? word : Array.from(word).reverse().join(''),
    );
    if (chance < 0.15 && units.length > 0) units.push(`${units.pop()!} ${backwards}`);
    else units.push(backwards);
  }
  return { a: { language: 'en', units: sentences }, b: { language: 'mk', units } };
}
