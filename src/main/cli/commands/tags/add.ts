/** `lectern tags add FOLDER QUERY TAG`: tags every line of a query, none twice, as one step that the window can undo. */
import type { Params } from '../../../../shared/contract.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import { type AnswerOptions, chosen, type WhereOptions } from '../../options.ts';
import type { RecordFormat } from '../../output/record.ts';
import { renderRecord } from '../../output/record.ts';
import { type QueryOptions, queryOf } from '../../query-options.ts';
import { job } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { findTag, tagAt } from './tag-tree.ts';

export interface AddOptions extends Omit<AnswerOptions, 'format'>, WhereOptions, QueryOptions {
  readonly format: RecordFormat;
  readonly unit: Params<'spans.fromLines'>['unit'];
  readonly dryRun?: boolean;
}

export async function addTag(
  folder: string,
  query: string,
  tag: string,
  options: AddOptions,
  tools: Tools,
): Promise<void> {
  await answering({ ...options }, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const asked = { corpus, query: queryOf(query, options), sort: [], ...chosen(options) };
    const { result, total } = await session.ask('concordance.open', asked);
    const { tags } = await session.ask('tags.tree', { corpus });
    const known = findTag(tag, tags);
    const dryRun = options.dryRun ?? false;
    let found = { fresh: total, already: 0 };
    // A tag that is still to be made has no passages, and is not made for a trial; nor is it for no line at all.
    if (total > 0 && (known !== undefined || !dryRun)) {
      const of = [known?.tag ?? (await tagAt(session, corpus, tag))];
      found = await session.ask('spans.fromLines', {
        ...{ corpus, result, lines: 'all', unit: options.unit, tags: of, dryRun, job },
      });
    }
    const { fresh, already } = found;
    const words = `${counted(fresh, 'passage')} ${dryRun ? 'would be tagged' : 'tagged'}, ${already} had the tag`;
    const fields = { tag, total, fresh, already, dryRun };
    await destination.write(renderRecord({ fields, text: [words] }, options.format));
    destination.finish();
  });
}
