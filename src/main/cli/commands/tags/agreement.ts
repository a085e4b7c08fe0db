/** `lectern tags agreement FOLDER A B`: how far two people who tagged the same documents agree, tag by tag. */
import type { Layout } from '../../../../export/layout.ts';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { Agreement } from '../../../../shared/tag-tables.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { CoderId, TagId } from '../../../../shared/tagging.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import { writeAnswer } from '../../output/render.ts';
import { onePage, type Session } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { pathOf, written } from './tag-tree.ts';

interface AgreementRow extends Agreement {
  /** Of a tag, of a document, or `all`. */
  readonly of: 'tag' | 'document' | 'all';
  readonly name: string;
}

/** Empty where the measure has no value. */
export const shown = (value: number | null): number | string => (value === null ? '' : Number(value.toFixed(4)));

const layout: Layout<AgreementRow> = {
  title: 'Agreement',
  rowsField: 'rows',
  columns: [
    { name: 'of', cell: ({ of }) => of },
    { name: 'name', cell: ({ name }) => name },
    { name: 'first', cell: ({ first }) => first },
    { name: 'second', cell: ({ second }) => second },
    { name: 'both', cell: ({ both }) => both },
    { name: 'percent', cell: ({ percent }) => shown(percent) },
    { name: 'kappa', cell: ({ kappa }) => shown(kappa) },
    { name: 'alpha', cell: ({ alpha }) => shown(alpha) },
    { name: 'unitizing', cell: ({ unitizing }) => shown(unitizing) },
  ],
  json: ({ of, name, first, second, both, percent, kappa, alpha, unitizing }) => ({
    ...{ of, name, first, second, both, percent, kappa, alpha, unitizing },
  }),
};

/** @throws ExpectedFailure `bad-request` for a name that nobody has */
export async function codersIn(
  session: Session,
  corpus: CorpusId,
  folder: string,
): Promise<{ readonly coderOf: (name: string) => CoderId; readonly nameOf: (coder: CoderId) => string }> {
  const { coders } = await session.ask('coders.list', { corpus });
  const coderOf = (name: string): CoderId => {
    const found = coders.find((coder) => coder.name === name);
    if (found) return found.coder;
    const names = coders.map((coder) => `“${coder.name}”`).join(', ');
    throw new ExpectedFailure('bad-request', `Nobody called “${name}” tags here, only ${names}`, { where: folder });
  };
  return { coderOf, nameOf: (id) => coders.find(({ coder }) => coder === id)?.name ?? id };
}

/** Of all tags, as their paths are written. */
export async function tagNames(session: Session, corpus: CorpusId): Promise<ReadonlyMap<TagId, string>> {
  const { tags } = await session.ask('tags.tree', { corpus });
  return new Map(tags.map((tag) => [tag.tag, written(pathOf(tag, tags))]));
}

export async function agreement(
  folder: string,
  coders: readonly [string, string],
  options: AnswerOptions,
  tools: Tools,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { coderOf } = await codersIn(session, corpus, folder);
    const [first, second] = [coderOf(coders[0]), coderOf(coders[1])];
    const found = await session.ask('agreement.measure', { corpus, first, second });
    const names = await tagNames(session, corpus);
    const rows: AgreementRow[] = [
      { of: 'all', name: '', ...found.all },
      ...found.tags.map(({ tag, agreement: one }) => ({ of: 'tag' as const, name: names.get(tag) ?? '', ...one })),
      ...found.documents.map(({ path, agreement: one }) => ({ of: 'document' as const, name: path, ...one })),
    ];
    const summary = `${counted(found.documents.length, 'document')} that both tagged · ${counted(found.total, 'disagreement')}`;
    const head = { first: coders[0], second: coders[1], disagreements: found.total };
    await writeAnswer({ layout, head, rows: onePage(rows), rowCount: rows.length, summary }, options, destination);
  });
}
