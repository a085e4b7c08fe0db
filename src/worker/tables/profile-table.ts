/** The profile of each document, and of all of them as one text. */
import type { TextProfile } from '../../corpus/frequency/profile.ts';
import { profileOf } from '../../corpus/frequency/profile.ts';
import { countingUnit } from '../../corpus/frequency/unit.ts';
import { diversityMeasures } from '../../shared/measures.ts';
import type { TableRequest } from '../../shared/tables.ts';
import { quoted } from '../../shared/written.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import { bothConditions, chosenDocuments, counted } from './counting.ts';
import type { Column, MadeTable } from './held-table.ts';
import { linesOf } from './words-table.ts';

const anyWord = { text: '*', mode: 'simple', case: false, marks: false } as const;

export async function profileTable(
  corpus: TableCorpus,
  texts: TableRequest & { kind: 'profile' },
  call: Call,
): Promise<MadeTable> {
  const { index, documents } = corpus.opened;
  const { mask } = await chosenDocuments(corpus, texts, call);
  const unit = countingUnit(index, { by: 'fold' });
  const profiles = await counted(corpus, profileOf(index, unit, mask), corpus.start.name, call);
  const rows = profiles.documents;
  const columns = new Map<string, Column>([
    ['path', { holds: 'path', text: (row) => documents[rows[row]!.doc]!.path }],
    ['title', { holds: 'label', text: (row) => documents[rows[row]!.doc]!.title }],
    ['language', { holds: 'label', text: (row) => documents[rows[row]!.doc]!.language }],
  ]);
  for (const [name, { holds, read }] of Object.entries(figures))
    columns.set(name, { holds, values: Float64Array.from(rows, (row) => read(row) ?? NaN) });
  return {
    columns,
    total: rows.length,
    whole: {
      documents: rows.length,
      ...Object.fromEntries(Object.entries(figures).map(([name, { read }]) => [name, read(profiles.whole)])),
    },
    remarks: [],
    lines: (row) => {
      const path = `path=${quoted(documents[rows[row]!.doc]!.path)}`;
      return linesOf(anyWord, { ...texts, where: bothConditions(texts.where, path), oncePerStory: false });
    },
  };
}

interface Figure {
  readonly holds: 'count' | 'number';
  readonly read: (profile: TextProfile) => number | null;
}

const figures: Readonly<Record<string, Figure>> = {
  tokens: { holds: 'count', read: ({ tokens }) => tokens },
  types: { holds: 'count', read: ({ types }) => types },
  ...Object.fromEntries(
    diversityMeasures.map((measure): [string, Figure] => [
      measure,
      { holds: 'number', read: (profile) => profile[measure] },
    ]),
  ),
  sentences: { holds: 'count', read: ({ sentences }) => sentences },
  paragraphs: { holds: 'count', read: ({ paragraphs }) => paragraphs },
  sentenceLength: { holds: 'number', read: ({ sentenceLength }) => sentenceLength?.mean ?? null },
  sentenceLengthDeviation: { holds: 'number', read: ({ sentenceLength }) => sentenceLength?.deviation ?? null },
  wordLength: { holds: 'number', read: ({ wordLength }) => wordLength?.mean ?? null },
  wordLengthDeviation: { holds: 'number', read: ({ wordLength }) => wordLength?.deviation ?? null },
};
