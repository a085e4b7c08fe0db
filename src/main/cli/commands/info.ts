/** `lectern info FOLDER`: the documents of a folder. */
import type { CorpusSummary, DocumentSummary } from '../../../shared/answers.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import { type AnswerOptions, type Chosen, chosen, type WhereOptions } from '../options.ts';
import type { Layout } from '../../../export/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { onePage, pages, type Session } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface InfoOptions extends AnswerOptions, WhereOptions {}

type Field = Exclude<keyof DocumentSummary, 'doc'>;

/** The promised fields, in their order; `true` for those that the aligned text leaves out. */
const fields = {
  path: false,
  title: true,
  format: false,
  language: false,
  languageConfidence: true,
  languages: true,
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
  if (name === 'languages') return document.languages.map(({ language, share }) => `${language} ${share}`).join(', ');
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

async function chosenDocuments(
  session: Session,
  { corpus, documents }: CorpusSummary,
  where: Chosen,
): Promise<DocumentSummary[]> {
  const found: DocumentSummary[] = [];
  const read = async (from: number, count: number) =>
    (await session.ask('corpus.documents', { corpus, from, count, ...where })).documents;
  for await (const page of pages(0, documents, read)) found.push(...page);
  return found;
}

export async function info(folder: string, options: InfoOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const documents = await chosenDocuments(session, await session.open(folder), chosen(options));
    const tokens = documents.reduce((sum, document) => sum + document.tokens, 0);
    const answer = {
      layout: infoLayout,
      head: {},
      rows: onePage(documents),
      rowCount: documents.length,
      summary: `${counted(documents.length, 'document')} · ${counted(tokens, 'token')}`,
    };
    await writeAnswer(answer, options, destination);
  });
}
