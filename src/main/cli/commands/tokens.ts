/** `lectern tokens FILE`: the tokens of one file as the engine sees them. */
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { Token } from '../../../shared/model.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import type { Layout } from '../../../export/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { pages } from '../session.ts';
import type { Tools } from '../tools.ts';

/** A token is short; few large answers are quicker than many small ones. */
const tokensAtOnce = 10_000;

const tokenLayout: Layout<Token> = {
  title: 'Tokens',
  columns: [
    { name: 'start', cell: ({ start }) => start },
    { name: 'end', cell: ({ end }) => end },
    { name: 'text', cell: ({ text }) => text },
    { name: 'fold', cell: ({ fold }) => fold },
    { name: 'kind', cell: ({ kind }) => kind },
    { name: 'sentence', cell: ({ sentence }) => sentence },
    { name: 'paragraph', cell: ({ paragraph }) => paragraph },
  ],
  json: ({ start, end, text, fold, kind, sentence, paragraph }) => ({
    start,
    end,
    text,
    fold,
    kind,
    sentence,
    paragraph,
  }),
};

export async function tokens(file: string, options: AnswerOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const opened = await session.open(file);
    const { corpus, documents } = opened;
    if (documents !== 1) {
      throw new ExpectedFailure('bad-request', `Expected one file and found ${counted(documents, 'document')}`, {
        where: file,
      });
    }
    const list = await session.ask('corpus.documents', { corpus, from: 0, count: 1 });
    const { doc } = list.documents[0]!;
    const read = async (from: number, count: number) =>
      (await session.ask('document.tokens', { corpus, doc, from, count })).tokens;
    const rows = pages<Token>(0, opened.tokens, read, tokensAtOnce);
    const summary = counted(opened.tokens, 'token');
    const answer = { layout: tokenLayout, head: {}, rows, rowCount: opened.tokens, summary };
    await writeAnswer(answer, options, destination);
  });
}
