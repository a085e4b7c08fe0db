/** The `metadata.csv` tables of a folder, looked up by document. A table speaks of the files beside and below it. */
import type { SkippedFile } from '../shared/contract.ts';
import { canonicalText } from '../corpus/text/canonical.ts';
import { decode } from './unicode-text.ts';
import type { MetadataFields, MetadataTable } from './metadata.ts';
import { metadataFileName, parseMetadata } from './metadata.ts';
import { readBytes } from './read.ts';
import type { FoundFile } from './walk.ts';

export interface FolderMetadata {
  readonly fieldsOf: ReadonlyMap<string, MetadataFields>;
  /** Tables that could not be read, and lines that name nothing. */
  readonly complaints: readonly SkippedFile[];
}

export function isMetadataTable({ path }: FoundFile): boolean {
  return path === metadataFileName || path.endsWith(`/${metadataFileName}`);
}

/** Of two tables that name one file, the nearer wins. `documents` are the paths that may be named. */
export function readFolderMetadata(tables: readonly FoundFile[], documents: ReadonlySet<string>): FolderMetadata {
  const fieldsOf = new Map<string, MetadataFields>();
  const complaints: SkippedFile[] = [];
  // Deeper tables come later in path order only below one folder, so sort by depth.
  const outermostFirst = [...tables].sort((a, b) => a.path.split('/').length - b.path.split('/').length);
  for (const table of outermostFirst) {
    const complain = (reason: string): void => {
      complaints.push({ path: table.path, reason });
    };
    const read = readTable(table);
    if (!read.ok) {
      complain(read.reason);
      continue;
    }
    read.complaints.forEach(complain);
    const folder = table.path.slice(0, -metadataFileName.length);
    const absent: string[] = [];
    for (const { file, line, fields } of read.rows) {
      if (documents.has(folder + file)) fieldsOf.set(folder + file, fields);
      else absent.push(`${file} (line ${line})`);
    }
    if (absent.length > 0) complain(namesAbsentFiles(absent));
  }
  return { fieldsOf, complaints };
}

function readTable(table: FoundFile): MetadataTable {
  const read = readBytes(table.file);
  if (!read.ok) return read;
  const decoded = decode(read.bytes);
  return decoded.ok ? parseMetadata(canonicalText(decoded.text)) : decoded;
}

function namesAbsentFiles(absent: readonly string[]): string {
  const shown = absent.slice(0, 5).join(', ');
  const more = absent.length > 5 ? ` and ${absent.length - 5} more` : '';
  return `it names files that are not among the documents: ${shown}${more}`;
}
