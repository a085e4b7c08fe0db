/** The fields that the documents of a folder have, for conditions and groups. */
import { useCallback } from 'react';
import type { CorpusSummary, MetadataField } from '../../../../shared/answers.ts';
import type { Result } from '../../../../shared/contract.ts';
import { request } from '../../../app/request.ts';
import { useApp } from '../../../app/store/store.ts';
import { useKept } from '../../../app/use-kept.ts';

/** Values of a field that are offered. */
const mostValues = 30;
/** Fields that every document has and that gather documents. */
const gathering = new Set(['language', 'format', 'encoding']);

const none: Result<'corpus.fields'> = { fields: [], projectFields: [] };

export function useFields({ corpus, documents, tokens }: CorpusSummary): Result<'corpus.fields'> {
  const revision = useApp((state) => state.revision);
  const ask = useCallback(() => request('corpus.fields', { corpus, values: mostValues }), [corpus]);
  const subject = `${corpus} ${documents} ${tokens}`;
  return useKept(subject, `${subject} ${revision}`, ask)?.answer ?? none;
}

/** Fields that put documents together: not their path or their size. */
export function groupingFields(fields: readonly MetadataField[]): readonly MetadataField[] {
  return fields.filter(({ field, builtIn, distinct }) => distinct > 1 && (!builtIn || gathering.has(field)));
}

/** Fields by which a few articles are chosen: several documents share a value. */
export function choosingFields(fields: readonly MetadataField[]): readonly MetadataField[] {
  return groupingFields(fields).filter(({ documents, distinct }) => distinct < documents && distinct <= mostValues);
}

/** The field that tells which articles are versions of one story: `subject` where there is one, however many it has. */
export function subjectField(fields: readonly MetadataField[]): MetadataField | undefined {
  const subject = groupingFields(fields).find(({ field }) => field === 'subject');
  if (subject && subject.distinct < subject.documents) return subject;
  return choosingFields(fields).find(({ field }) => field !== 'language');
}

export function isDateField({ values }: MetadataField): boolean {
  return values.length > 0 && values.every(({ value }) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T|$)/.test(value));
}

/** A comparison in the language of conditions. */
export function whereIs(field: string, value: string): string {
  const isPlain = /^[\p{L}\p{N}_.-]+$/u.test(value);
  return `${field}=${isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
}
