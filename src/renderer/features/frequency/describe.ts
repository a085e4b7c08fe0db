/** What made a table, in words: for captions and for the report. */
import type { CountedTexts } from '../../../shared/counted-texts.ts';
import type { Counting, TableRequest } from '../../../shared/tables.ts';
import type { Judged, Query, Tagged } from '../../../shared/terms.ts';
import { store } from '../../app/store/store.ts';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { describeWords as say } from './describe-words.ts';
import { judgedSaid } from './settings/verdict-pill.tsx';

const words = wordsOf('frequency');
const t = wordsOf('rules');

function quoted(query: Query): string {
  const switches = [
    query.mode === 'simple' ? '' : query.mode,
    query.case ? say.case : '',
    query.marks ? say.marks : '',
  ];
  const said = listText(switches.filter(Boolean));
  // An isolate keeps the quotation marks on their own sides of an Arabic query.
  return `“\u2068${query.text}\u2069”${said === '' ? '' : ` (${said})`}`;
}

function countingSaid(counting: Counting): string[] {
  const { unit, stop, numbers, minCount, minDocuments } = counting;
  const own = stop?.words.length ?? 0;
  return [
    say.unit(words(`unit.${unit}.name`)),
    ...(stop && stop.languages.length > 0 ? [say.stopLists(listText(stop.languages))] : []),
    ...(own > 0 ? [say.stopOwn(own)] : []),
    ...(numbers ? [] : [say.noNumbers]),
    ...(minCount > 1 ? [say.minCount(minCount)] : []),
    ...(minDocuments > 1 ? [say.minDocuments(minDocuments)] : []),
    ...textsSaid(counting),
  ];
}

function taggedSaid({ tag }: Tagged): string {
  const known = store.getState().project?.tags.find((one) => one.tag === tag);
  return t('count.said', { tag: known?.name ?? tag });
}

function textsSaid({ where, tagged, oncePerStory }: CountedTexts): string[] {
  return [
    ...(tagged ? [taggedSaid(tagged)] : []),
    ...(where === undefined ? [] : [say.where(where)]),
    ...(oncePerStory ? [say.once] : []),
  ];
}

function linesSaid({ judged }: { readonly judged?: Judged | undefined }): string[] {
  return judged ? [judgedSaid(judged)] : [];
}

/** Each setting as a short phrase. */
export function requestSaid(request: TableRequest): string[] {
  switch (request.kind) {
    case 'words':
      return [...(request.match ? [say.matching(quoted(request.match))] : []), ...countingSaid(request.counting)];
    case 'ngrams': {
      const { n, slots, bounds, around, counting } = request;
      return [
        say.ngrams(n),
        ...(slots ? [say.slots] : []),
        say.bounds(words(`strip.boundNames.${bounds}`)),
        ...(around ? [say.around(quoted(around))] : []),
        ...countingSaid(counting),
      ];
    }
    case 'collocates': {
      const { query, before, after, sentence, marginals, counting } = request;
      return [
        say.node(quoted(query)),
        say.window(before, after),
        ...(sentence ? [say.sentence] : []),
        say.marginals(words(`marginal.${marginals}.name`)),
        ...linesSaid(request),
        ...countingSaid(counting),
        ...(request.as ? [say.as(request.as)] : []),
      ];
    }
    case 'keywords':
      return [
        say.against(referenceSaid(request.reference)),
        ...countingSaid(request.counting),
        ...(request.as ? [say.as(request.as)] : []),
      ];
    case 'dispersion':
      return [say.query(quoted(request.query)), ...linesSaid(request), ...textsSaid(request)];
    case 'trend': {
      const { queries, by, resampling } = request;
      return [
        ...queries.map(quoted),
        say.by(by.part ? `${by.field} (${words(`strip.parts.${by.part}`)})` : by.field),
        say.resampled(formatNumber(resampling.samples), resampling.seed),
        ...linesSaid(request),
        ...textsSaid(request),
      ];
    }
    case 'profile':
      return textsSaid(request);
  }
}

function referenceSaid(reference: Extract<TableRequest, { kind: 'keywords' }>['reference']): string {
  switch (reference.kind) {
    case 'rest':
      return words('strip.referenceNames.rest');
    case 'where':
      return say.where(reference.where);
    case 'corpus':
      return reference.where === undefined
        ? words('strip.referenceNames.corpus')
        : `${words('strip.referenceNames.corpus')}, ${say.where(reference.where)}`;
    case 'tagged':
      return words('strip.referenceNames.tagged');
    case 'counts':
    case 'file':
      return reference.name;
  }
}

/** One line under the title of a chart. */
export function captionOf(corpus: string, request: TableRequest): string {
  return [corpus, ...requestSaid(request)].join(' · ');
}
