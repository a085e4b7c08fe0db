/** `lectern subcorpora FOLDER [save NAME EXPR | delete NAME]`: the conditions that are kept of a folder under names. */
import type { Command } from 'commander';
import { subcorpusName } from '../../../shared/answers.ts';
import type { Result } from '../../../shared/contract.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import type { Layout } from '../../../export/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { onePage } from '../session.ts';
import type { Tools } from '../tools.ts';

type Subcorpus = Result<'subcorpora.list'>['subcorpora'][number];

const layout: Layout<Subcorpus> = {
  title: 'Saved conditions',
  rowsField: 'subcorpora',
  columns: [
    { name: 'name', cell: ({ name }) => name },
    { name: 'where', cell: ({ where }) => where },
    { name: 'documents', cell: ({ documents }) => documents },
    { name: 'tokens', cell: ({ tokens }) => tokens },
    { name: 'problem', cell: ({ problem }) => problem },
  ],
  json: ({ name, where, documents, tokens, problem }) => ({
    name,
    where,
    documents,
    tokens,
    ...(problem === '' ? {} : { problem }),
  }),
};

export type SubcorpusChange =
  | { readonly kind: 'save'; readonly name: string; readonly where: string }
  | { readonly kind: 'delete'; readonly name: string };

/** Reads the words after the folder; ends as a wrong command line when they are none of the forms that there are. */
export function subcorpusChange(words: readonly string[], command: Command): SubcorpusChange | undefined {
  const [verb, name, where] = words;
  if (verb === undefined) return undefined;
  if (verb === 'save' && name !== undefined && !subcorpusName.safeParse(name).success)
    return command.error(
      `error: a saved condition is named by letters, digits, -, _ or . and no spaces, and found "${name}"`,
    );
  if (verb === 'save' && name !== undefined && where !== undefined && words.length === 3)
    return { kind: 'save', name, where };
  if (verb === 'delete' && name !== undefined && words.length === 2) return { kind: 'delete', name };
  return command.error(
    `error: expected nothing, or save NAME EXPR, or delete NAME after the folder, and found "${words.join(' ')}"`,
  );
}

/** Makes the change, if there is one, and lists what there is then. */
export async function subcorpora(
  folder: string,
  change: SubcorpusChange | undefined,
  options: AnswerOptions,
  tools: Tools,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    if (change?.kind === 'save') {
      const { name, where } = change;
      await session.ask('subcorpora.save', { corpus, name, where });
    }
    if (change?.kind === 'delete') {
      const { found } = await session.ask('subcorpora.delete', { corpus, name: change.name });
      if (!found)
        throw new ExpectedFailure('bad-request', `There is no saved condition “${change.name}”`, { where: folder });
    }
    const { subcorpora: rows } = await session.ask('subcorpora.list', { corpus });
    const summary = counted(rows.length, 'saved condition');
    await writeAnswer({ layout, head: {}, rows: onePage(rows), rowCount: rows.length, summary }, options, destination);
  });
}
