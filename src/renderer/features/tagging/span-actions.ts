/** What is done to passages, whoever asks for it: the keyboard in the text, the bar under it, the tree beside it. */
import type { CorpusId, Span } from '../../../shared/model.ts';
import type { Tag, TaggedSpan, TagId } from '../../../shared/tagging.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import type { Place } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('tagging');

/** Quotes are said to their first words. */
const longestSaid = 60;

export function shortQuote(quote: string): string {
  const line = quote.replaceAll(/\s+/gu, ' ').trim();
  return line.length > longestSaid ? `${line.slice(0, longestSaid).trimEnd()}…` : line;
}

/** Gives a stretch of text a tag. Answers with the passage as it then is. */
export async function tagPlace({ corpus, doc, start, end }: Place, tag: Tag): Promise<TaggedSpan> {
  const { span } = await changeProject(corpus, request('spans.add', { corpus, doc, start, end, tags: [tag.tag] }));
  const { setLastTag, say } = store.getState();
  setLastTag(tag.tag);
  say(t('said.tagged', { quote: shortQuote(span.quote), tag: tag.name }));
  return span;
}

/** Gives a passage a tag, or takes it away; a passage without tags is discarded. */
export async function toggleTag(corpus: CorpusId, span: TaggedSpan, tag: Tag): Promise<void> {
  const { setLastTag, say } = store.getState();
  if (span.tags.includes(tag.tag)) {
    await takeTag(corpus, span, tag.tag);
    say(t('said.untagged', { quote: shortQuote(span.quote), tag: tag.name }));
    return;
  }
  await changeProject(corpus, request('spans.change', { corpus, spans: [span.span], add: [tag.tag] }));
  setLastTag(tag.tag);
  say(t('said.tagged', { quote: shortQuote(span.quote), tag: tag.name }));
}

async function takeTag(corpus: CorpusId, { span, tags }: TaggedSpan, tag: TagId): Promise<void> {
  if (tags.length === 1) await changeProject(corpus, request('spans.delete', { corpus, spans: [span] }));
  else await changeProject(corpus, request('spans.change', { corpus, spans: [span], remove: [tag] }));
}

export async function discardSpan(corpus: CorpusId, span: TaggedSpan): Promise<void> {
  await changeProject(corpus, request('spans.delete', { corpus, spans: [span.span] }));
  store.getState().say(t('said.discarded', { quote: shortQuote(span.quote) }));
}

export async function moveEnds(corpus: CorpusId, span: TaggedSpan, { start, end }: Span): Promise<void> {
  await changeProject(corpus, request('spans.change', { corpus, spans: [span.span], start, end }));
}
