/** `lectern find FOLDER WORDS`: passages that hold the words, best first. */
import type { Passage } from '../../../shared/answers.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import { type AnswerOptions, chosen, type WhereOptions } from '../options.ts';
import type { Layout } from '../../../export/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { job, onePage } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface FindOptions extends AnswerOptions, WhereOptions {
  readonly fuzzy?: boolean;
  readonly limit: number;
}

function findLayout(title: string): Layout<Passage> {
  return {
    title,
    columns: [
      { name: 'path', cell: ({ path }) => path },
      { name: 'start', cell: ({ start }) => start, detail: true },
      { name: 'end', cell: ({ end }) => end, detail: true },
      { name: 'text', cell: ({ text }) => text },
      { name: 'score', cell: ({ score }) => score, detail: true },
    ],
    json: ({ path, start, end, text, score, marks }) => ({ path, start, end, text, score, marks }),
    direction: ({ direction }) => direction,
    language: ({ language }) => language,
  };
}

export async function find(folder: string, words: string, options: FindOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { limit, fuzzy = false } = options;
    const {
      total,
      complete,
      words: asked,
      held,
      passages,
    } = await session.ask('passages.find', {
      corpus,
      words,
      limit,
      fuzzy,
      job,
      ...chosen(options),
    });
    const whole = complete && passages.length === total;
    const summary = whole
      ? counted(total, 'passage')
      : `${passages.length} of ${complete ? '' : 'at least '}${counted(total, 'passage')}`;
    const isSome = held > 0 && held < asked;
    if (isSome && options.quiet !== true)
      tools.tell(`No sentence holds all ${asked} words; these hold ${held} of them.`);
    const answer = { layout: findLayout(words), head: {}, rows: onePage(passages), rowCount: passages.length, summary };
    await writeAnswer(answer, options, destination);
    if (!whole && options.format !== 'text' && options.quiet !== true) tools.tell(`${summary} (--limit ${limit})`);
  });
}
