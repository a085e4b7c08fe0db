/** Requests about single words as somebody meets them in a text: a card that is put together from several small answers. */
import { eachDocument } from '../corpus/concordance/documents.ts';
import { hitsInStretches } from '../corpus/concordance/spread.ts';
import { companyOf } from '../corpus/frequency/collocates.ts';
import { dispersion } from '../corpus/frequency/dispersion.ts';
import { directionOf } from '../corpus/text/direction.ts';
import { tokensTouched } from '../corpus/tagging/around.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { DocId, TokenIndex, TypeId } from '../shared/model.ts';
import type { WordCard } from '../shared/words.ts';
import { cardSpan, cardStretches, mostCardForms, mostCardLines, mostCardWords } from '../shared/words.ts';
import { asWritten } from '../shared/written.ts';
import { hitsOfQuery } from './asking.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { Handlers } from './handler.ts';
import { linesOf } from './line-columns.ts';
import { counted, prepared } from './tables/counting.ts';
import { hasStopList } from './tables/stop-lists.ts';
import { tableCorpus } from './tables/table-corpus.ts';
import { formsOfWord } from './word-forms.ts';

/** Company met once may be chance. */
const leastMet = 2;

export const wordHandlers: Handlers<'word.card' | 'word.forms' | 'word.company' | 'document.sentences'> = {
  'word.card': async (corpus, { doc, start, end }, { signal }) => {
    corpus.document(doc);
    const { index } = corpus.opened;
    const [from, to] = tokensTouched(index, doc, { start, end });
    if (from === to || to - from > mostCardWords) return { card: null };
    const query = queryOfTokens(corpus, from, to);
    const hits = await hitsOfQuery(corpus, query, corpus.select(undefined), signal);
    if (corpus.opened.index !== index) throw new Superseded();
    return { card: cardOf(corpus, doc, { from, to, query, hits }) };
  },

  'word.forms': (corpus, { word, language, stems }) => formsOfWord(corpus, word, language, stems),

  'word.company': async (corpus, { query, language }, call) => {
    const { index } = corpus.opened;
    // Words that keep company with every word tell nothing of this one.
    const stop = { languages: hasStopList(corpus.start.resources, language) ? [language] : [], words: [] };
    const counting = {
      stop,
      unit: 'marks',
      numbers: false,
      minCount: leastMet,
      minDocuments: 1,
      oncePerStory: false,
    } as const;
    const ready = await prepared(tableCorpus(corpus), counting, call);
    const hits = await hitsOfQuery(corpus, query, ready.selection, call.signal);
    const span = { before: cardSpan, after: cardSpan, within: 'sentence' } as const;
    const company = await counted(corpus, companyOf(index, ready.counts, hits, span), query.text, call);
    const list = company.list('tokens', { minCount: leastMet, sort: { by: 'logDice', descending: true } });
    const rows = list.page(0, mostCardForms).filter(({ logDice }) => logDice !== null);
    return {
      total: list.total,
      collocates: rows.map(({ form, observed, logDice }) => ({
        form,
        observed,
        logDice: logDice ?? 0,
        direction: directionOf(form),
      })),
    };
  },

  'document.sentences': (corpus, { doc }) => {
    corpus.document(doc);
    const { index } = corpus.opened;
    const sentences = index.documentSentence();
    const bounds = [];
    for (let sentence = sentences[doc]!; sentence < sentences[doc + 1]!; sentence++)
      bounds.push(...index.sentenceSpan(sentence));
    return { bounds };
  },
};

function queryOfTokens({ opened: { index } }: Corpus, from: number, to: number): WordCard['query'] {
  const words = Array.from(index.typesIn(from, to), (type) => asWritten(index.lexicon.form(type as TypeId)));
  return { text: words.join(' '), mode: 'simple', case: false, marks: false };
}

interface Asked {
  /** The tokens in the text. */
  readonly from: number;
  readonly to: number;
  readonly query: WordCard['query'];
  readonly hits: HitSet;
}

function cardOf(corpus: Corpus, doc: DocId, { from, to, query, hits }: Asked): WordCard {
  const { index, texts, documents } = corpus.opened;
  const { total, complete } = hits;
  const starts = index.documentStart();
  const counts = new Uint32Array(index.documentCount);
  eachDocument(index, hits, (first, end, _from, _to, of) => (counts[of] = end - first));
  const sizes = Uint32Array.from(counts, (_, at) => starts[at + 1]! - starts[at]!);
  const having = [...counts.keys()].filter((at) => counts[at]! > 0);
  const most = having.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, mostCardLines);
  return {
    text: texts.slice(doc, index.charStart(from as TokenIndex), index.charEnd((to - 1) as TokenIndex)),
    query,
    language: index.language(doc),
    direction: index.lexicon.direction(index.typesIn(from, from + 1)[0] as TypeId),
    words: to - from,
    count: total,
    complete,
    perMillion: index.tokenCount === 0 ? 0 : (total / index.tokenCount) * 1e6,
    here: counts[doc]!,
    documents: having.length,
    allDocuments: index.documentCount,
    dp: dispersion(counts, sizes).dp,
    spread: hitsInStretches(hits, index.tokenCount, cardStretches),
    top: most.map((at) => {
      const { title, path } = documents[at]!;
      return { doc: at as DocId, title, path, count: counts[at]! };
    }),
    lines: linesOf(corpus, { hits, order: null, ticks: null }, 0, mostCardLines, { unit: 'tokens', size: 8 }, {}),
  };
}
