/** An answer in the format that was asked for, to where it should go. */
import type { Answer } from './layout.ts';
import { renderText } from './aligned.ts';
import { renderDelimited } from './delimited.ts';
import type { Destination } from './destination.ts';
import { renderHtml } from './html.ts';
import { renderJson, renderJsonLines } from './json.ts';

export const formats = ['text', 'tsv', 'csv', 'json', 'jsonl', 'html', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export interface RenderOptions {
  readonly format: Format;
  /** No protection against text that a spreadsheet would run as a formula. */
  readonly raw?: boolean;
}

async function chunks<Row>(
  answer: Answer<Row>,
  { format, raw = false }: RenderOptions,
  terminal: number | undefined,
): Promise<AsyncIterable<string | Uint8Array>> {
  switch (format) {
    case 'text':
      return renderText(answer, terminal);
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
  }
}

export async function writeAnswer<Row>(
  answer: Answer<Row>,
  options: RenderOptions,
  destination: Destination,
): Promise<void> {
  for await (const chunk of await chunks(answer, options, destination.terminal)) await destination.write(chunk);
  destination.finish();
}
