/** The `metadata.csv` tables of a folder, looked up by document. A table speaks of the files beside and below it. */
import type { SkippedFile } from '../shared/contract.ts';
import { canonicalText } from '../corpus/text/canonical.ts';
import { decodeText } from './decode/decode.ts';
import { Unreadable } from './decode/unreadable.ts';
import type { MetadataFields, MetadataTable } from './metadata.ts';
import { metadataFileName, parseMetadata } from './metadata.ts';
import { readBytes } from './read.ts';
import type { FoundFile } from './walk.ts';

export interface FolderMetadata {
  /** What the tables say of a document: of its file, and nearer still of itself. */
  readonly fieldsOf: (file: string, document: string) => MetadataFields;
  /** Tables that could not be read, and lines that name nothing. */
  readonly complaints: readonly SkippedFile[];
}

export function isMetadataTable({ path }: FoundFile): boolean {
  return path === metadataFileName || path.endsWith(`/${metadataFileName}`);
}

/** Of two tables that name one file, the nearer wins. `files` are the paths that may be named. */
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
    const folder = table.path.slice(0, -metadataFileName.length);
    const absent: string[] = [];
    for (const { file, line, fields: said } of read.rows) {
      if (files.has(folder + file) || files.has(folder + fileOf(file))) fields.set(folder + file, said);
      else absent.push(`${file} (line ${line})`);
    }
    if (absent.length > 0) complain(namesAbsentFiles(absent));
  }
  const fieldsOf = (file: string, document: string): MetadataFields =>
    file === document ? (fields.get(file) ?? {}) : { ...fields.get(file), ...fields.get(document) };
  return { fieldsOf, complaints };
}

/** The file of a document that is named as the user sees it: `table.csv#row 3`. */
const fileOf = (document: string): string => document.replace(/#[^/]*$/u, '');

async function readTable(table: FoundFile): Promise<MetadataTable> {
  const read = readBytes(table.file);
  if (!read.ok) return read;
  try {
    return parseMetadata(canonicalText((await decodeText(read.bytes)).text));
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
