/** A table of aligned texts as one file. */
import type { Answer } from '../../export/layout.ts';
import { renderFile } from '../../export/file.ts';

export type WholeFormat = 'csv' | 'tsv' | 'html' | 'xlsx' | 'json';

const mediaTypes: Readonly<Record<WholeFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  tsv: 'text/tab-separated-values;charset=utf-8',
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

export interface WholeTable {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Rows that are laid out at a time. */
export const piece = 500;

/** @param name of the file, without its ending. @param page up to `piece` rows from one on */
export async function wholeTable<Row>(
  name: string,
  answer: Omit<Answer<Row>, 'rows'>,
  page: (from: number) => readonly Row[],
  format: WholeFormat,
): Promise<WholeTable> {
  const rows = (async function* () {
    for (let from = 0; from < answer.rowCount; from += piece) yield await Promise.resolve(page(from));
  })();
  const chunks: Buffer[] = [];
  for await (const chunk of await renderFile({ ...answer, rows }, { format, raw: false }))
    chunks.push(Buffer.from(chunk));
  return {
    name: `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.concat(chunks).toString('base64'),
  };
}
