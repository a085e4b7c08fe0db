/** What a tab asks, out of its settings and what the bar says; or why there is nothing to ask yet. */
import type { ParityTool } from '../../../shared/measures.ts';
import { toolsFor } from './columns.ts';
import type { CountedTexts } from '../../../shared/counted-texts.ts';
import type { CorpusId } from '../../../shared/model.ts';
import {
  type Counting,
  type KeywordReference,
  mostTerms,
  type TableKind,
  type TableRequest,
} from '../../../shared/tables.ts';
import type { Judged, Tagged } from '../../../shared/terms.ts';
import type { Marked } from '../../app/store/tables.ts';
import type { Subject } from '../../app/store/tables.ts';
import type { TabSettings } from './settings/settings.ts';

/** What is missing: a query in the bar, a target, a reference, a field to group by. */
export type Missing = 'query' | 'target' | 'reference' | 'field';

export type Question =
  | { readonly request: TableRequest; readonly missing?: never }
  | { readonly missing: Missing; readonly request?: never };

/** What is chosen beside the settings and not kept: another folder, a file that was read. */
export interface Chosen extends Marked {
  readonly corpus: CorpusId | null;
  readonly file: { readonly name: string; readonly text: string } | null;
  /** Those of keywords that the others are compared with. */
  readonly against: Tagged | null;
}

/** Both conditions at once; either may be empty. */
export function bothWheres(first: string, second: string): string {
  const parts = [first.trim(), second.trim()].filter((part) => part !== '');
  return parts.length === 2 ? `(${parts.join(') and (')})` : (parts[0] ?? '');
}

function textsOf({ oncePerStory }: TabSettings, where: string, { tagged }: Pick<Marked, 'tagged'>): CountedTexts {
  return { ...asWhere(where), ...(tagged ? { tagged } : {}), oncePerStory };
}

function linesOf({ judged }: Marked): { readonly judged?: Judged } {
  return judged ? { judged } : {};
}

function asWhere(where: string): { readonly where?: string } {
  return where.trim() === '' ? {} : { where: where.trim() };
}

export function countingOf(
  settings: TabSettings,
  where: string,
  marked: Pick<Marked, 'tagged'> = { tagged: null },
): Counting {
  const { unit, stopLanguages, stopWords, numbers, minCount, minDocuments } = settings;
  const hasStop = stopLanguages.length + stopWords.length > 0;
  return {
    unit,
    ...(hasStop ? { stop: { languages: [...stopLanguages], words: [...stopWords] } } : {}),
    numbers,
    minCount,
    minDocuments,
    ...textsOf(settings, where, marked),
  };
}

export function questionOf(kind: TableKind, settings: TabSettings, subject: Subject, chosen: Chosen): Question {
  const { query, where } = subject;
  const texts = textsOf(settings, where, chosen);
  const lines = linesOf(chosen);
  const counting = countingOf(settings, where, chosen);
  const asked = query && query.text.trim() !== '' ? query : null;
  const matching = settings.matching ? asked : null;
  switch (kind) {
    case 'words':
      return { request: { kind, counting, ...(matching ? { match: matching } : {}) } };
    case 'ngrams': {
      const { n, bounds } = settings;
      const slots = settings.slots && n >= 3;
      return { request: { kind, counting, n, slots, bounds, ...(matching ? { around: matching } : {}) } };
    }
    case 'collocates': {
      const { before, after, sentence, marginals } = settings;
      if (!asked) return { missing: 'query' };
      return {
        request: {
          ...{ kind, counting, query: asked, ...lines, before, after, sentence, marginals },
          ...scoredAs(kind, settings),
        },
      };
    }
    case 'keywords':
      return keywordsQuestion(settings, where, chosen);
    case 'dispersion':
      if (!asked) return { missing: 'query' };
      return { request: { kind, query: asked, ...texts, ...lines } };
    case 'trend':
      return trendQuestion(settings, subject, { ...texts, ...lines });
    case 'profile':
      return { request: { kind, ...texts } };
  }
}

/** A program that gives no scores of the kind is no choice. */
function scoredAs(kind: 'collocates' | 'keywords', { as }: TabSettings): { as?: ParityTool } {
  return as === null || toolsFor(kind).every((tool) => tool !== as) ? {} : { as };
}

function keywordsQuestion(settings: TabSettings, where: string, chosen: Chosen): Question {
  const target = bothWheres(where, settings.target);
  const reference = referenceOf(settings, chosen);
  if (!reference) return { missing: 'reference' };
  // The rest of everything is nothing.
  if (reference.kind === 'rest' && target === '' && !chosen.tagged) return { missing: 'target' };
  const kind = 'keywords';
  return { request: { kind, counting: countingOf(settings, target, chosen), reference, ...scoredAs(kind, settings) } };
}

function referenceOf(
  { reference, referenceWhere }: TabSettings,
  { corpus, file, against }: Chosen,
): KeywordReference | null {
  switch (reference) {
    case 'rest':
      return { kind: 'rest' };
    case 'where':
      return referenceWhere.trim() === '' ? null : { kind: 'where', where: referenceWhere.trim() };
    case 'corpus':
      return corpus === null ? null : { kind: 'corpus', corpus, ...asWhere(referenceWhere) };
    case 'tagged':
      return against === null ? null : { kind: 'tagged', ...against };
    case 'file':
      return file === null ? null : { kind: 'file', ...file };
  }
}

function trendQuestion(
  settings: TabSettings,
  { query }: Subject,
  counted: CountedTexts & { readonly judged?: Judged },
): Question {
  const { terms, field, part, samples, seed } = settings;
  const asked = query && query.text.trim() !== '' ? [query] : [];
  const queries = [...asked, ...terms].slice(0, mostTerms);
  if (queries.length === 0) return { missing: 'query' };
  if (field === '') return { missing: 'field' };
  const by = part === null ? { field } : { field, part };
  return { request: { kind: 'trend', queries, by, ...counted, resampling: { samples, seed } } };
}
