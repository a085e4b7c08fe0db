/** No index at all: the regex engine over the texts in memory, every match counted and the first 100 cut with their surroundings. */
import type { Measurement } from '../measure.ts';
import { timed } from '../measure.ts';
import { textFiles, textOf } from '../texts.ts';
import type { Task } from './task.ts';
import { questionsOf } from './task.ts';

const side = 60;

export const scan: Task = (input) => {
  const texts = textFiles(input.folder).map(textOf);
  const { frequent, second, usual, rare, prefix, suffix } = questionsOf(input);
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  const ask = (key: string, source: string): Measurement => {
    const expression = new RegExp(`(?<!${letter})${source}(?!${letter})`, 'giu');
    let gave = '';
    const times = timed(input.runs, () => {
      const lines: string[] = [];
      let total = 0;
      for (const text of texts) {
        for (const { index, 0: match } of text.matchAll(expression)) {
          if (lines.length < 100) lines.push(text.slice(Math.max(0, index - side), index + match.length + side));
          total++;
        }
      }
      gave = `${total} hits, ${lines.length} lines`;
    });
    return { key, task: `${key}: total and 100 lines`, by: 'plain scan', times, gave };
  };
  return {
    measurements: [
      ask('frequent', frequent),
      ask('usual', usual),
      ask('rare', rare),
      ask('phrase', `${frequent}[^\\p{L}\\p{N}\\n]+${second}`),
      ask('prefix', `${prefix}${letter}*`),
      ask('suffix', `${letter}*${suffix}`),
    ],
  };
};
