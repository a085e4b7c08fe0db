/** What the user said of a folder, asked file by file and document by document. */
import type { DocumentCorrection, FolderReading, ReadingChange } from '../shared/answers.ts';
import type { FolderRecord } from './folder-record.ts';
import type { ExtractOptions } from './formats/extract.ts';
import { endingOf, usualLimits } from './formats/extract.ts';

const asFound: FolderReading = {
  encoding: null,
  language: null,
  html: null,
  xmlElement: null,
  textColumn: null,
  pathPattern: null,
};

/** How one file is to be read. */
export interface FileReading {
  readonly options: ExtractOptions;
  /** Undo wrong decoding where the text shows it. */
  readonly repair: boolean;
  /** The same for two readings that give the same documents, and empty for the usual one. */
  readonly key: string;
}

/** Endings whose files say their encoding, or hold Unicode by definition. */
const packed = new Set(['docx', 'odt', 'rtf', 'pdf', 'epub', 'xlsx', 'eml']);
const pages = new Set(['html', 'htm', 'xhtml']);
const trees = new Set(['xml', 'tei']);
const tables = new Set(['csv', 'tsv', 'tab', 'xlsx', 'json', 'jsonl', 'ndjson']);

export class Corrections {
  readonly reading: FolderReading;
  readonly #byPath: ReadonlyMap<string, DocumentCorrection>;
  /** Document → language, of those that were corrected. */
  readonly #languages: ReadonlyMap<string, string>;

  /** `reading` holds this time alone, over what is kept. */
  constructor(record: FolderRecord, reading: ReadingChange) {
    this.reading = { ...asFound, ...defined(record.reading), ...defined(reading) };
    this.#byPath = new Map(record.corrections.map(({ path, ...said }) => [path, said]));
    this.#languages = new Map(
      record.corrections.flatMap(({ path, language }) => (language === undefined ? [] : [[path, language]])),
    );
  }

  forFile(path: string): FileReading {
    const ending = endingOf(path);
    const said = this.#byPath.get(path);
    const wanted = {
      encoding: packed.has(ending) ? undefined : (said?.encoding ?? this.reading.encoding ?? undefined),
      html: pages.has(ending) ? (this.reading.html ?? 'main') : 'main',
      xmlElement: trees.has(ending) ? (this.reading.xmlElement ?? undefined) : undefined,
      textColumn: tables.has(ending) ? (this.reading.textColumn ?? undefined) : undefined,
    } as const;
    const repair = said?.repair ?? false;
    const unusual = Object.entries({ ...wanted, repair }).filter(([, value]) => value && value !== 'main');
    return {
      options: { ...wanted, limits: usualLimits },
      repair,
      key: unusual.length === 0 ? '' : JSON.stringify(unusual),
    };
  }

  /** The language of a document by the user's own word, as it was written. */
  languageOf(path: string): string | undefined {
    return this.#byPath.get(path)?.language ?? this.reading.language ?? undefined;
  }

  /** The user's own words on the languages in a file: of all, and of single documents. */
  languagesIn(file: string): readonly (readonly [path: string, language: string])[] {
    const all = this.reading.language === null ? [] : [['', this.reading.language] as const];
    const single = [...this.#languages].filter(([path]) => path === file || path.startsWith(`${file}#`));
    return [...all, ...single];
  }
}

/** Without the fields that are undefined, which must not hide those below. */
function defined(change: ReadingChange): Partial<FolderReading> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
