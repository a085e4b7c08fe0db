/** Requests about what is said of documents: their fields, and conditions on them that are kept under a name. */
import type { DocumentSummary, MetadataField } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import { projectFields } from '../shared/project-fields.ts';
import { readRecord, updateRecord } from './folder-record.ts';
import type { Handlers } from './handler.ts';
import { sourcesOf } from './metadata-sources.ts';
import { builtInFields, fieldOf, metadataFields } from './selection.ts';

export const metadataHandlers: Handlers<
  'corpus.fields' | 'document.metadata' | 'subcorpora.list' | 'subcorpora.save' | 'subcorpora.delete'
> = {
  'document.metadata': async (corpus, { doc }) => ({ fields: await sourcesOf(corpus, doc) }),

  'corpus.fields': ({ opened, project }, { values }) => {
    const { documents } = opened;
    const oneOf = (field: string) => (document: DocumentSummary) => {
      const value = fieldOf(document, field);
      return value === undefined || value === '' ? [] : [value];
    };
    return {
      fields: [
        ...Object.keys(builtInFields).map((field) => describeField(field, true, documents, values, oneOf(field))),
        ...[...metadataFields(documents).keys()].map((field) =>
          describeField(field, false, documents, values, oneOf(field)),
        ),
      ],
      projectFields: projectFields.map((field) => {
        const own = project.valuesOf(opened, field);
        return describeField(field, true, documents, values, ({ doc }) => own.get(doc) ?? []);
      }),
    };
  },

  'subcorpora.list': (corpus) => {
    const { subcorpora } = readRecord(corpus.start.record);
    const sizeOf = (where: string) => {
      try {
        const { documents, tokens } = corpus.selectBy(subcorpora, where);
        return { documents: documents.length, tokens, problem: '' };
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) throw error;
        return { documents: 0, tokens: 0, problem: error.message };
      }
    };
    return { subcorpora: subcorpora.map(({ name, where }) => ({ name, where, ...sizeOf(where) })) };
  },

  'subcorpora.save': (corpus, { name, where }) => {
    updateRecord(corpus.start.record, (record) => {
      const others = record.subcorpora.filter((one) => one.name !== name);
      const subcorpora = [...others, { name, where }].sort((a, b) => (a.name < b.name ? -1 : 1));
      // What cannot be used is not kept: not even one that names itself by way of another.
      corpus.selectBy(subcorpora, where);
      return { ...record, subcorpora };
    });
    return {};
  },

  'subcorpora.delete': ({ start }, { name }) => {
    const found = readRecord(start.record).subcorpora.some((one) => one.name === name);
    if (found)
      updateRecord(start.record, (record) => ({
        ...record,
        subcorpora: record.subcorpora.filter((one) => one.name !== name),
      }));
    return { found };
  },
};

function describeField(
  field: string,
  builtIn: boolean,
  documents: readonly DocumentSummary[],
  most: number,
  valuesOf: (document: DocumentSummary) => readonly string[],
): MetadataField {
  const counts = new Map<string, number>();
  let having = 0;
  for (const document of documents) {
    const own = valuesOf(document);
    if (own.length > 0) having++;
    for (const value of own) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([value, count]) => ({ value, documents: count }));
  return { field, builtIn, documents: having, distinct: counts.size, values };
}
