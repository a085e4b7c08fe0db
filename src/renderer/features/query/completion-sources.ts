/**
 * Where completions of a query come from, one source for each kind of thing that a query names. A source answers for the
 * places it knows and is silent about the others; a new one is added to the list at the end.
 */
import type { MetadataField } from '../../../shared/answers.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { inPlaceOf } from '../../../shared/written.ts';
import type { QueryMode } from '../../app/query-modes.ts';
import { request } from '../../app/request.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import type { Offer } from '../../ui/monaco/query-editor.ts';
import type { QueryPlace } from './query-place.ts';

const t = wordsOf('lines');

export interface Completing {
  readonly corpus: CorpusId;
  readonly mode: QueryMode;
  readonly place: QueryPlace;
  /** The whole query. */
  readonly text: string;
}

export type CompletionSource = (completing: Completing) => Promise<readonly Offer[]>;

const mostForms = 20;
/** Values of a field that are offered. */
const mostValues = 200;

function offer({ place: { from, until } }: Completing, label: string, note: string, text = label): Offer {
  return { label, note, text, from, until };
}

const words: CompletionSource = async (completing) => {
  const { corpus, mode, place } = completing;
  if (place.kind !== 'word') return [];
  const { forms } = await request('lexicon.complete', { corpus, text: place.typed, count: mostForms });
  return forms.map(({ form, count, why }) => {
    const note = why === 'prefix' ? formatNumber(count) : `≈ ${formatNumber(count)}`;
    // Inside a string of cql a word is part of an expression.
    return offer(completing, form, note, inPlaceOf('', mode === 'simple' ? 'simple' : 'regex', form));
  });
};

const fieldsOf = new Map<CorpusId, Promise<readonly MetadataField[]>>();

/** Asked once for a folder as it is open: what is offered may be a little old. */
function fields(corpus: CorpusId): Promise<readonly MetadataField[]> {
  const known = fieldsOf.get(corpus);
  if (known) return known;
  const asked = request('corpus.fields', { corpus, values: mostValues }).then((answer) => answer.fields);
  fieldsOf.set(corpus, asked);
  asked.catch(() => fieldsOf.delete(corpus));
  return asked;
}

const names: CompletionSource = async (completing) => {
  const { corpus, place } = completing;
  if (place.kind !== 'field') return [];
  return (await fields(corpus))
    .filter(({ field, documents }) => documents > 0 && /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(field))
    .filter(({ field }) => begins(field, place.typed))
    .map(({ field, documents }) => offer(completing, field, formatNumber(documents), `${field}="`));
};

const values: CompletionSource = async (completing) => {
  const { corpus, place } = completing;
  if (place.kind !== 'value') return [];
  const wanted = place.field?.toLowerCase();
  const field = (await fields(corpus)).find((known) => known.field.toLowerCase() === wanted);
  return (field?.values ?? [])
    .filter(({ value }) => value.toLowerCase().includes(unescaped(place.typed)))
    .map(({ value, documents }) => offer(completing, value, formatNumber(documents), asValue(value)));
};

/** Values are compared as expressions, but a date is not to be full of signs that say nothing. */
function asValue(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|"]/gu, '\\$&');
}

/** What is typed of a value or a name, without the signs that keep it from being an expression. */
function unescaped(typed: string): string {
  return typed.replace(/\\(.)/gu, '$1').toLowerCase();
}

const attributes: CompletionSource = (completing) => {
  const { place } = completing;
  if (place.kind !== 'attribute') return Promise.resolve([]);
  const known = ['word', 'lower', 'fold', 'stem', 'lang', 'tag'] as const;
  const notes = {
    word: t('attribute.word'),
    lower: t('attribute.lower'),
    fold: t('attribute.fold'),
    stem: t('attribute.stem'),
    lang: t('attribute.lang'),
    tag: t('attribute.tag'),
  };
  return Promise.resolve(
    known.filter((name) => begins(name, place.typed)).map((name) => offer(completing, name, notes[name], `${name}="`)),
  );
};

const keywords: CompletionSource = (completing) => {
  const { place } = completing;
  if (place.kind !== 'keyword') return Promise.resolve([]);
  const known = ['within <s/>', 'within <p/>', 'within <doc ', 'within <tag name="', 'containing ', '<tag name="'];
  return Promise.resolve(
    known.filter((word) => word.startsWith(place.typed)).map((word) => offer(completing, word.trim(), '', word)),
  );
};

function begins(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}

/** Tags by their names, those that begin as typed first; beside each how many passages a query by it means. */
const tags: CompletionSource = async (completing) => {
  const { corpus, place } = completing;
  if (place.kind !== 'tag') return [];
  const known = (await request('tags.tree', { corpus })).tags;
  const typed = unescaped(place.typed);
  // One name may stand at several places of the tree: a query means all of them.
  const passages = new Map<string, number>();
  for (const { name, spansBelow, retired } of known)
    if (!retired || spansBelow > 0) passages.set(name, (passages.get(name) ?? 0) + spansBelow);
  return [...passages]
    .filter(([name]) => name.toLowerCase().includes(typed))
    .sort(([a], [b]) => Number(begins(b, typed)) - Number(begins(a, typed)))
    .map(([name, spans]) => offer(completing, name, formatCount(spans, 'passage'), inPlaceOf('', 'regex', name)));
};

/** The one thing that a passage is asked for by. */
const tagName: CompletionSource = (completing) => {
  const { place } = completing;
  if (place.kind !== 'tag-name' || !begins('name', place.typed)) return Promise.resolve([]);
  return Promise.resolve([offer(completing, 'name', t('attribute.tag'), 'name="')]);
};

const completionSources: readonly CompletionSource[] = [words, names, values, tags, tagName, attributes, keywords];

/** What all sources offer, in the order of the list. A source that fails offers nothing: typing is not stopped for it. */
export async function completionsOf(completing: Completing): Promise<readonly Offer[]> {
  const answers = await Promise.allSettled(completionSources.map((source) => source(completing)));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
