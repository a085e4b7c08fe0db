/** `lectern duplicates FOLDER`: documents that are nearly the same text, in groups. */
import { InvalidArgumentError } from 'commander';
import type { Duplicate } from '../../../shared/answers.ts';
import { longestPage } from '../../../shared/terms.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import type { Layout } from '../../../export/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { job } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface DuplicatesOptions extends AnswerOptions {
  readonly threshold: number;
  readonly shingle: number;
}

/** A share, as 0.6. */
export function shareOf(word: string): number {
  const share = Number(word);
  if (/^(?:0?\.\d+|1(?:\.0*)?)$/u.test(word) && share >= 0.05) return share;
  throw new InvalidArgumentError('Expected a number from 0.05 to 1.');
}

/** A document in the group of that number, counted from 1. */
type Row = Duplicate & { readonly group: number };

const layout: Layout<Row> = {
  title: 'Near-duplicates',
  rowsField: 'documents',
  columns: [
    { name: 'group', cell: ({ group }) => group },
    { name: 'path', cell: ({ path }) => path },
    { name: 'title', cell: ({ title }) => title },
    { name: 'tokens', cell: ({ tokens }) => tokens },
    { name: 'similarity', cell: ({ similarity }) => Number(similarity.toFixed(3)) },
  ],
  json: ({ group, path, title, tokens, similarity }) => ({ group, path, title, tokens, similarity }),
};

export async function duplicates(folder: string, options: DuplicatesOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { threshold, shingle } = options;
    const read = (from: number) =>
      session.ask('corpus.duplicates', { corpus, threshold, shingle, job, from, count: longestPage });
    const first = await read(0);
    const { total, documents } = first;
    const rows = async function* () {
      for (let from = 0; from < total; from += longestPage) {
        const { groups } = from === 0 ? first : await read(from);
        yield groups.flatMap((group, at) => group.map((document) => ({ ...document, group: from + at + 1 })));
      }
    };
    const summary = `${counted(total, 'group')} · ${counted(documents, 'document')}`;
    const head = { threshold, shingle, groups: total };
    await writeAnswer({ layout, head, rows: rows(), rowCount: documents, summary }, options, destination);
  });
}
