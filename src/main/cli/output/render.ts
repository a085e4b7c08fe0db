/** An answer in the format that was asked for, to where it should go. */
import { fileFormats, renderFile } from '../../../export/file.ts';
import type { Answer } from '../../../export/layout.ts';
import { renderText } from './aligned.ts';
import type { Destination } from './destination.ts';

export const formats = ['text', ...fileFormats] as const;
export type Format = (typeof formats)[number];

export interface RenderOptions {
  readonly format: Format;
  /** No protection against text that a spreadsheet would run as a formula. */
  readonly raw?: boolean;
}

export async function writeAnswer<Row>(
  answer: Answer<Row>,
  { format, raw = false }: RenderOptions,
  destination: Destination,
): Promise<void> {
  const chunks =
    format === 'text' ? renderText(answer, destination.terminal) : await renderFile(answer, { format, raw });
  for await (const chunk of chunks) await destination.write(chunk);
  destination.finish();
}
