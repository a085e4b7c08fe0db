/**
 * Any file to text. Each format has a reader in a file of its own, loaded when the first file of that kind comes, so
 * that a folder of plain text never loads a PDF library. A reader throws `Unreadable` with one sentence and nothing
 * else; what escapes from a library on damaged input is turned into that here.
 */
import { Unreadable } from '../decode/unreadable.ts';
import type { ExtractOptions, Extraction, Reader } from './extraction.ts';
import { Meter } from './limits.ts';

export { Unreadable } from '../decode/unreadable.ts';
export type { ExtractedDocument, ExtractOptions, Extraction, PartLinks } from './extraction.ts';
export { usualLimits } from './limits.ts';
export type { Limits } from './limits.ts';

const plain = async (): Promise<Reader> => (await import('./text.ts')).readText;
const table = (format: 'csv' | 'tsv') => async (): Promise<Reader> => {
  const { readTable } = await import('./csv.ts');
  return (bytes, options, meter) => readTable(bytes, options, meter, format);
};
const html = async (): Promise<Reader> => (await import('./html.ts')).readHtml;
const xml = async (): Promise<Reader> => (await import('./xml-text.ts')).readXmlText;
const subtitles = async (): Promise<Reader> => (await import('./subtitles.ts')).readSubtitles;

/** File ending → loader of its reader. */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  txt: plain,
  text: plain,
  md: async () => (await import('./text.ts')).readMarkdown,
  markdown: async () => (await import('./text.ts')).readMarkdown,
  html,
  htm: html,
  xhtml: html,
  xml,
  tei: xml,
  docx: async () => (await import('./docx.ts')).readDocx,
  odt: async () => (await import('./odt.ts')).readOdt,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  epub: async () => (await import('./epub.ts')).readEpub,
  csv: table('csv'),
  tsv: table('tsv'),
  tab: table('tsv'),
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  json: async () => (await import('./json.ts')).readJson,
  jsonl: async () => (await import('./json.ts')).readJsonLines,
  ndjson: async () => (await import('./json.ts')).readJsonLines,
  srt: subtitles,
  vtt: subtitles,
  tmx: async () => (await import('./tmx.ts')).readTmx,
  eml: async () => (await import('./eml.ts')).readEml,
};

/** Endings (lower case, without the dot) of the files that can be read. */
export const readableEndings: readonly string[] = Object.keys(readers);

export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The documents in a file. `name` gives the format by its ending; a name without a known ending is read as plain text.
 * Throws Unreadable, and only that, for whatever the bytes hold.
 */
export async function extract(bytes: Uint8Array, name: string, options: ExtractOptions): Promise<Extraction> {
  if (bytes.length > options.limits.fileBytes) {
    throw new Unreadable(`is larger than ${Math.round(options.limits.fileBytes / 1_048_576)} MB: split it`);
  }
  const ending = endingOf(name);
  const reader = await readerOf(ending);
  const meter = new Meter(options.limits);
  try {
    return withPartsApart(await reader(bytes, options, meter));
  } catch (error) {
    throw asUnreadable(error, ending);
  }
}

/** An `import()` of a module that is long there still costs more than reading a small file. */
const loaded = new Map<string, Reader>();

async function readerOf(ending: string): Promise<Reader> {
  const known = loaded.get(ending);
  if (known) return known;
  const reader = await (Object.hasOwn(readers, ending) ? readers[ending]! : plain)();
  loaded.set(ending, reader);
  return reader;
}

/** Files repeat ids and row numbers; documents are told apart by their parts, so a repeated one gets a number. */
function withPartsApart(extraction: Extraction): Extraction {
  const used = new Set<string>();
  const documents = extraction.documents.map((document) => {
    let { part } = document;
    for (let n = 2; used.has(part); n++) part = `${document.part} (${n})`;
    used.add(part);
    return part === document.part ? document : { ...document, part };
  });
  return { ...extraction, documents };
}

function asUnreadable(error: unknown, ending: string): Unreadable {
  if (error instanceof Unreadable) return error;
  if (error instanceof RangeError && /call stack|string length/i.test(error.message)) {
    return new Unreadable(
      'is nested too deeply or too long for one document: it is damaged, or should be split',
      error,
    );
  }
  const reason = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : 'unknown fault';
  return new Unreadable(
    `could not be read as ${ending === '' ? 'text' : ending} (${reason}): it may be damaged; save it again`,
  );
}
