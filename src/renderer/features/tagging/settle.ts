/** Settling what two people who tag do not agree on. */
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';

type Disagreement = Result<'agreement.measure'>['disagreements'][number];

/** `take`: the tag is taken off the passage. `both`: who tags now gives the same passage the tag, too. */
export async function settleDisagreement(
  corpus: CorpusId,
  { tag, question, start, end, doc }: Disagreement & { readonly doc?: DocId },
  how: 'take' | 'both',
): Promise<void> {
  if (how === 'both') {
    if (doc === undefined) return;
    await changeProject(corpus, request('spans.add', { corpus, doc, start, end, tags: [tag] }));
    return;
  }
  const { spans } = await request('spans.find', { corpus, question, sort: 'place', from: 0, count: 500 });
  const span = spans.find((known) => known.start === start && known.end === end);
  if (!span) return;
  const only = { corpus, spans: [span.span] };
  const taken =
    span.tags.length > 1 ? request('spans.change', { ...only, remove: [tag] }) : request('spans.delete', only);
  await changeProject(corpus, taken);
}
