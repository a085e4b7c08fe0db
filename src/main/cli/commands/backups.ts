/** `lectern project backup|restore FOLDER`: copies of the user's own work, made and put back. */
import type { Layout } from '../../../export/layout.ts';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import { writeAnswer } from '../output/render.ts';
import type { Session } from '../session.ts';
import { job, onePage } from '../session.ts';
import type { Tools } from '../tools.ts';

type Backup = Result<'project.backups'>['backups'][number];

const layout: Layout<Backup> = {
  title: 'Backups',
  rowsField: 'backups',
  columns: [
    { name: 'backup', cell: ({ backup }) => backup },
    { name: 'why', cell: ({ why }) => why },
    { name: 'tags', cell: ({ tags }) => tags },
    { name: 'passages', cell: ({ spans }) => spans },
    { name: 'bytes', cell: ({ bytes }) => bytes },
    { name: 'problem', cell: ({ problem }) => problem },
  ],
  json: (backup) => ({ ...backup }),
};

async function listed(
  folder: string,
  options: AnswerOptions,
  tools: Tools,
  first: (session: Session, corpus: CorpusId) => Promise<unknown>,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    await first(session, corpus);
    const { backups } = await session.ask('project.backups', { corpus });
    const summary = counted(backups.length, 'backup');
    const rows = onePage(backups);
    await writeAnswer({ layout, head: {}, rows, rowCount: backups.length, summary }, options, destination);
  });
}

/** Makes one, and lists all. */
export async function backUp(folder: string, options: AnswerOptions, tools: Tools): Promise<void> {
  await listed(folder, options, tools, (session, corpus) => session.ask('project.backup', { corpus, job }));
}

/** Puts one back, if any is named, and lists all. */
export async function restore(
  folder: string,
  name: string | undefined,
  options: AnswerOptions,
  tools: Tools,
): Promise<void> {
  await listed(folder, options, tools, async (session, corpus) => {
    if (name !== undefined) await session.ask('project.restore', { corpus, backup: name, job });
  });
}
