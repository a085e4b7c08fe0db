/**
 * Where the metadata of one document comes from. Not kept with the documents: it is wanted of one at a time, and the tables
 * and the pattern of paths can be asked again.
 */
import type { DocId } from '../shared/model.ts';
import type { MetadataSource } from '../shared/document-card.ts';
import { Corrections } from './corrections.ts';
import type { Corpus } from './corpus.ts';
import { fileAt } from './found-files.ts';
import { isDateField, isoDate } from './metadata-dates.ts';
import type { MetadataFields } from './metadata.ts';
import { pathReader } from './metadata-path.ts';
import { readFolderMetadata } from './document-metadata.ts';
import { readRecord } from './folder-record.ts';

interface Said {
  readonly source: MetadataSource;
  readonly fields: MetadataFields;
}

/** In the order of precedence that describe.ts has: tables, the nearer one first, then the document itself, then its path. */
export async function sourcesOf(
  corpus: Corpus,
  doc: DocId,
): Promise<{ field: string; value: string; source: MetadataSource }[]> {
  const { metadata, path } = corpus.document(doc);
  const file = corpus.fileOf(doc);
  const tables = await tablesOf(corpus, file, path);
  const inPath = fieldsOfPath(corpus, file);
  return Object.entries(metadata).map(([field, value]) => {
    const says = ({ fields }: Said) =>
      Object.entries(fields).some(
        ([name, said]) =>
          name.toLowerCase() === field.toLowerCase() && (isDateField(name) ? isoDate(said) : said) === value,
      );
    const source = tables.find(says)?.source ?? (inPath && says(inPath) ? inPath.source : ownSource);
    return { field, value, source };
  });
}

const ownSource: MetadataSource = { kind: 'document', name: '' };

async function tablesOf({ opened, start }: Corpus, file: string, document: string): Promise<Said[]> {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
  const near = opened.tables
    .filter(({ path }) => file.startsWith(folderOf(path)))
    .sort((a, b) => b.path.split('/').length - a.path.split('/').length);
  const said: Said[] = [];
  for (const { path } of near) {
    const table = { path, file: fileAt(start, path) };
    const { fieldsOf } = await readFolderMetadata([table], new Set([file, document]));
    said.push({ source: { kind: 'table', name: path }, fields: fieldsOf(file, document) });
  }
  return said;
}

function fieldsOfPath({ start }: Corpus, file: string): Said | undefined {
  const { reading } = new Corrections(readRecord(start.record), start.reading);
  if (reading.pathPattern === null) return undefined;
  const read = pathReader(reading.pathPattern);
  return read.ok ? { source: { kind: 'path', name: reading.pathPattern }, fields: read.value(file) } : undefined;
}
