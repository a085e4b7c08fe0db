/** An answer that is one record: its fields under each other, or one JSON object. */
export const recordFormats = ['text', 'json', 'jsonl'] as const;
export type RecordFormat = (typeof recordFormats)[number];

export interface RecordAnswer {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Lines of text for a person. */
  readonly text: readonly string[];
}

export function renderRecord({ fields, text }: RecordAnswer, format: RecordFormat): string {
  if (format === 'text') return text.map((line) => `${line}\n`).join('');
  return `${JSON.stringify(fields)}\n`;
}
