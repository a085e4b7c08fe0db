/** An answer in one of the formats of files, a piece at a time. */
import { renderDelimited } from './delimited.ts';
import { renderHtml } from './html.ts';
import { renderJson, renderJsonLines } from './json.ts';
import type { Answer } from './layout.ts';

export const fileFormats = ['tsv', 'csv', 'json', 'jsonl', 'html', 'xlsx', 'docx'] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface FileOptions {
  readonly format: FileFormat;
  /** No protection against text that a spreadsheet would run as a formula. */
  readonly raw: boolean;
}

/** @throws ExpectedFailure when the format has no room for the answer */
export async function renderFile<Row>(
  answer: Answer<Row>,
  { format, raw }: FileOptions,
): Promise<AsyncIterable<string | Uint8Array>> {
  switch (format) {
    case 'tsv':
      return renderDelimited(answer, { delimiter: '\t', raw });
    case 'csv':
      return renderDelimited(answer, { delimiter: ',', raw });
    case 'json':
      return renderJson(answer);
    case 'jsonl':
      return renderJsonLines(answer);
    case 'html':
      return renderHtml(answer);
    case 'xlsx': {
      // Loaded only when asked for: no other format pays for it at every start.
      const { renderSpreadsheet } = await import('./spreadsheet.ts');
      return renderSpreadsheet(answer);
    }
    case 'docx': {
      const { renderDocument } = await import('./document.ts');
      return renderDocument(answer);
    }
  }
}
