/** `lectern tags agreement FOLDER [A B C…]`: how far several people who tagged the same documents agree. */
import type { Layout } from '../../../../export/layout.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import { writeAnswer } from '../../output/render.ts';
import { onePage } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { codersIn, shown, tagNames } from './agreement.ts';

interface AmongRow {
  /** All of them together, on all tags or on one; or two of them on all tags. */
  readonly of: 'all' | 'tag' | 'pair';
  readonly name: string;
  /** Documents that are compared. */
  readonly documents: number;
  readonly percent: number | null;
  /** Of two alone. */
  readonly kappa: number | null;
  readonly alpha: number | null;
  readonly unitizing: number | null;
}

const layout: Layout<AmongRow> = {
  title: 'Agreement',
  rowsField: 'rows',
  columns: [
    { name: 'of', cell: ({ of }) => of },
    { name: 'name', cell: ({ name }) => name },
    { name: 'documents', cell: ({ documents }) => documents },
    { name: 'percent', cell: ({ percent }) => shown(percent) },
    { name: 'kappa', cell: ({ kappa }) => shown(kappa) },
    { name: 'alpha', cell: ({ alpha }) => shown(alpha) },
    { name: 'unitizing', cell: ({ unitizing }) => shown(unitizing) },
  ],
  json: (row) => ({ ...row }),
};

/** Without names: everyone who has tagged. */
export async function agreementAmong(
  folder: string,
  names: readonly string[],
  options: AnswerOptions,
  tools: Tools,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { coderOf, nameOf } = await codersIn(session, corpus, folder);
    const asked = names.length === 0 ? {} : { coders: names.map(coderOf) };
    const found = await session.ask('agreement.among', { corpus, ...asked });
    const tags = await tagNames(session, corpus);
    const { documents } = found;
    const rows: AmongRow[] = [
      { ...{ of: 'all', name: '', documents, kappa: null }, ...found.all },
      ...found.tags.map(({ tag, agreement }) => ({
        ...{ of: 'tag' as const, name: tags.get(tag) ?? '', documents, kappa: null },
        ...agreement,
      })),
      ...found.pairs.map(({ first, second, documents: together, agreement }) => {
        const { percent, kappa, alpha, unitizing } = agreement;
        const name = `${nameOf(first)} + ${nameOf(second)}`;
        return { of: 'pair' as const, name, documents: together, percent, kappa, alpha, unitizing };
      }),
    ];
    const coders = found.coders.map(({ coder, ...counts }) => ({ name: nameOf(coder), ...counts }));
    const summary = `${counted(coders.length, 'coder')} · ${counted(documents, 'document')} that at least two of them tagged`;
    await writeAnswer(
      { layout, head: { coders }, rows: onePage(rows), rowCount: rows.length, summary },
      options,
      destination,
    );
  });
}
