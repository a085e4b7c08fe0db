/** `lectern tags list FOLDER`: the tree of tags with how many passages carry each. */
import type { Layout } from '../../../../export/layout.ts';
import type { Tag } from '../../../../shared/tagging.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import { writeAnswer } from '../../output/render.ts';
import { onePage } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { pathOf, written } from './tag-tree.ts';

interface ListedTag extends Tag {
  readonly path: readonly string[];
}

const layout: Layout<ListedTag> = {
  title: 'Tags',
  rowsField: 'tags',
  columns: [
    { name: 'tag', cell: ({ path }) => written(path) },
    { name: 'passages', cell: ({ spans }) => spans },
    { name: 'below', cell: ({ spansBelow }) => spansBelow },
    { name: 'documents', cell: ({ documents }) => documents },
    { name: 'colour', cell: ({ colour }) => colour, detail: true },
    { name: 'key', cell: ({ shortcut }) => shortcut ?? '' },
    { name: 'retired', cell: ({ retired }) => (retired ? 'yes' : '') },
    { name: 'description', cell: ({ description }) => description, detail: true },
  ],
  json: ({ path, tag, name, colour, description, shortcut, retired, spans, spansBelow, documents, notes }) => ({
    ...{ tag, path, name, colour, description, shortcut, retired, spans, spansBelow, documents, notes },
  }),
};

export async function listTags(folder: string, options: AnswerOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { tags } = await session.ask('tags.tree', { corpus });
    const { spans } = await session.ask('project.summary', { corpus });
    const rows = tags.map((tag) => ({ ...tag, path: pathOf(tag, tags) }));
    const summary = `${counted(rows.length, 'tag')} · ${counted(spans, 'passage')}`;
    const answer = { layout, head: { spans }, rows: onePage(rows), rowCount: rows.length, summary };
    await writeAnswer(answer, options, destination);
  });
}
