/** The metadata tables of a folder, looked up by document. A table speaks of the files beside and below it. */
import type { SkippedFile } from '../shared/answers.ts';
import { canonicalText } from '../corpus/text/canonical.ts';
import { decodeText } from './decode/decode.ts';
import { Unreadable } from './decode/unreadable.ts';
import type { MetadataFields, MetadataTable } from './metadata.ts';
import { mergedFields, metadataFileNames, parseMetadata, parseMetadataJson } from './metadata.ts';
import { readBytes } from './read.ts';
import type { FoundFile } from './walk.ts';

export interface FolderMetadata {
  /** By document or file, as a table names it: what another thread needs to know what this one does. */
  readonly fields: ReadonlyMap<string, MetadataFields>;
  /** What the tables say of a document: of its file, and nearer still of itself. */
  readonly fieldsOf: (file: string, document: string) => MetadataFields;
  /** All that the tables say of a file and its documents: empty when nothing, equal when nothing changed. */
  readonly rowsOf: (file: string) => readonly (readonly [document: string, fields: MetadataFields])[];
  /** Tables that could not be read, and lines that name nothing. */
  readonly complaints: readonly SkippedFile[];
}

export function isMetadataTable({ path }: FoundFile): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return metadataFileNames.some((known) => known === name);
}

/** Of two tables that name one file, the nearer wins, field by field. `files` are the paths that may be named. */
export async function readFolderMetadata(
  tables: readonly FoundFile[],
  files: ReadonlySet<string>,
): Promise<FolderMetadata> {
  const fields = new Map<string, MetadataFields>();
  const complaints: SkippedFile[] = [];
  // Deeper tables come later in path order only below one folder, so sort by depth.
  const outermostFirst = [...tables].sort((a, b) => a.path.split('/').length - b.path.split('/').length);
  for (const table of outermostFirst) {
    const complain = (reason: string): void => {
      complaints.push({ path: table.path, reason, kind: 'note' });
    };
    const read = await readTable(table);
    if (!read.ok) {
      complain(read.reason);
      continue;
    }
    read.complaints.forEach(complain);
    const folder = table.path.slice(0, table.path.lastIndexOf('/') + 1);
    const absent: string[] = [];
    for (const { file, place, fields: said } of read.rows) {
      if (files.has(folder + file) || files.has(folder + fileOf(file)))
        fields.set(folder + file, mergedFields(said, fields.get(folder + file) ?? {}));
      else absent.push(`${file} (${place})`);
    }
    if (absent.length > 0) complain(namesAbsentFiles(absent));
  }
  return folderMetadata(fields, files, complaints);
}

/** `files` are the paths that a table may have named. */
export function folderMetadata(
  fields: ReadonlyMap<string, MetadataFields>,
  files: ReadonlySet<string>,
  complaints: readonly SkippedFile[],
): FolderMetadata {
  const fieldsOf = (file: string, document: string): MetadataFields =>
    mergedFields(file === document ? {} : (fields.get(document) ?? {}), fields.get(file) ?? {});
  const rows = new Map<string, [string, MetadataFields][]>();
  for (const [document, said] of [...fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = files.has(document) ? document : fileOf(document);
    const known = rows.get(file);
    if (known) known.push([document, said]);
    else rows.set(file, [[document, said]]);
  }
  return { fields, fieldsOf, rowsOf: (file) => rows.get(file) ?? [], complaints };
}

/** The file of a document that is named as the user sees it: `table.csv#row 3`. */
const fileOf = (document: string): string => document.replace(/#[^/]*$/u, '');

async function readTable(table: FoundFile): Promise<MetadataTable> {
  const read = readBytes(table.file);
  if (!read.ok) return read;
  try {
    const text = canonicalText((await decodeText(read.bytes)).text);
    return table.path.endsWith('.json') ? parseMetadataJson(text) : parseMetadata(text);
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message };
    throw error;
  }
}

function namesAbsentFiles(absent: readonly string[]): string {
  const shown = absent.slice(0, 5).join(', ');
  const more = absent.length > 5 ? ` and ${absent.length - 5} more` : '';
  return `it names files that are not among the documents: ${shown}${more}`;
}
