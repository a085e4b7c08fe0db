/** Formats of files that hold tagged passages, by the names that the command line and the window give them. */
export const tagFormats = [
  'webannotation',
  'qdc',
  'qdpx',
  'csv',
  'xlsx',
  'jsonl',
  'brat',
  'tei',
  'conll',
  'html',
  'docx',
] as const;
export type TagFormat = (typeof tagFormats)[number];
