/** `lectern info FOLDER`: the documents of a folder. */
import type { DocumentSummary } from '../../../shared/contract.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import type { Layout } from '../output/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { pages } from '../session.ts';
import type { Tools } from '../tools.ts';

type Field = Exclude<keyof DocumentSummary, 'doc'>;

/** The promised fields, in their order; `true` for those that the aligned text leaves out. */
const fields = {
  path: false,
  title: true,
  format: false,
  language: false,
  languageConfidence: true,
  encoding: false,
  encodingConfidence: true,
  direction: false,
  tokens: false,
  types: false,
  sentences: false,
  paragraphs: false,
  chars: false,
  modified: true,
  metadata: true,
  repair: true,
  repaired: true,
} as const satisfies Record<Field, boolean>;
const names = Object.keys(fields) as Field[];

function cellOf(document: DocumentSummary, name: Field): string | number {
  const value = document[name];
  if (value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

const infoLayout: Layout<DocumentSummary> = {
  title: 'Documents',
  rowsField: 'documents',
  columns: names.map((name) => ({ name, cell: (document) => cellOf(document, name), detail: fields[name] })),
  json: (document) => Object.fromEntries(names.map((name) => [name, document[name]])),
};

export async function info(folder: string, options: AnswerOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus, documents, tokens } = await session.open(folder);
    const rows = pages(0, documents, async (from, count) => {
      const page = await session.ask('corpus.documents', { corpus, from, count });
      return page.documents;
    });
    const summary = `${counted(documents, 'document')} · ${counted(tokens, 'token')}`;
    await writeAnswer({ layout: infoLayout, head: {}, rows, rowCount: documents, summary }, options, destination);
  });
}
