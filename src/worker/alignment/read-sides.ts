/** The documents of a file or a folder, read for alignment: text, language, metadata, and the units to be aligned. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { PairingDocument } from '../../corpus/alignment/pair-documents.ts';
import { analyse } from '../../corpus/text/analyse.ts';
import { canonicalText } from '../../corpus/text/canonical.ts';
import type { SentenceRules } from '../../corpus/text/sentences.ts';
import { sentenceRules } from '../../corpus/text/sentences.ts';
import type { AlignStart } from '../../shared/align-messages.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Direction, Language } from '../../shared/model.ts';
import { Corrections } from '../corrections.ts';
import { decodeText } from '../decode/decode.ts';
import { describe, documentPath } from '../describe.ts';
import { isMetadataTable, readFolderMetadata } from '../document-metadata.ts';
import { nothingSaid } from '../folder-record.ts';
import { FolderSaid } from '../folder-said.ts';
import { endingOf, Unreadable } from '../formats/extract.ts';
import type { Reading } from '../formats/reading.ts';
import { languageFromMetadata, loadLanguageDetector, type LanguageDetector } from '../language.ts';
import { readBytes, readFile, whyNotRead, type ReadDocument, type ReadFile, type Unread } from '../read.ts';
import { abbreviationLists } from '../segments/abbreviation-lists.ts';
import { walk, type FoundFile } from '../walk.ts';

export interface SideDocument extends PairingDocument {
  readonly direction: Direction;
  readonly units: readonly string[];
}

export interface SideRead {
  readonly documents: readonly SideDocument[];
  /** What could not be read, each in one line. */
  readonly skipped: readonly string[];
}

/** Endings of plain text that the tools of this field use, beside those that are read everywhere. */
const segmentEndings = new Set(['', 'src', 'tgt', 'snt', 'seg', 'sent']);

export class SideReader {
  private readonly start: AlignStart;
  private readonly reading: Reading;
  private readonly rules: SentenceRules;

  constructor(start: AlignStart, reading: Reading) {
    this.start = start;
    this.reading = reading;
    this.rules = sentenceRules(abbreviationLists(start.resources));
  }

  /**
   * @param root a file or a folder
   * @param language of all its documents, when the caller knows it
   * @throws ExpectedFailure when it cannot be read, or holds no text
   */
  async read(root: string, language: Language | undefined, read: (file: string) => void): Promise<SideRead> {
    const { files } = walk(root, () => undefined);
    const single = !statSync(root).isDirectory();
    const tables = single ? [] : files.filter(isMetadataTable);
    const wanted = files.filter((file) => !tables.includes(file) && (single || isText(file.path)));
    const metadata = await readFolderMetadata(tables, new Set(wanted.map(({ path }) => path)));
    const reading = { ...this.start.reading, ...(language === undefined ? {} : { language }) };
    const said = new FolderSaid(metadata, new Corrections(nothingSaid, reading));
    const detect = await loadLanguageDetector();
    const documents: SideDocument[] = [];
    const skipped: string[] = [];
    for (const file of wanted) {
      read(file.path);
      const found = await this.readOne(file, said);
      if (!found.ok) skipped.push(`${file.path}: ${found.reason}`);
      else for (const document of found.documents) documents.push(this.document(file, found, document, said, detect));
    }
    if (documents.length === 0) {
      const why = skipped[0] ?? 'it holds no text files';
      throw new ExpectedFailure('unreadable', `Nothing to align: ${why}`, { where: basename(root) });
    }
    return { documents, skipped };
  }

  private async readOne(file: FoundFile, said: FolderSaid): Promise<ReadFile | Unread> {
    if (!this.start.segmented) return readFile(asText(file), this.reading, said.readingOf(file.path));
    // As given: no front matter, no headings, nothing but lines.
    const read = readBytes(file.file);
    if (!read.ok) return read;
    try {
      const decoded = await decodeText(read.bytes, this.start.reading.encoding ?? undefined);
      const document: ReadDocument = {
        part: '',
        text: canonicalText(decoded.text),
        metadata: {},
        encoding: decoded.encoding,
        encodingConfidence: decoded.confidence,
      };
      return { ok: true, stamp: read.stamp, format: 'txt', documents: [document], notes: [] };
    } catch (error) {
      if (error instanceof Unreadable) return { ok: false, reason: error.message };
      throw error;
    }
  }

  private document(
    { path }: FoundFile,
    file: ReadFile,
    document: ReadDocument,
    said: FolderSaid,
    detect: LanguageDetector,
  ): SideDocument {
    const own = documentPath(path, document.part);
    const facts = describe(own, file, document, said.ofDocument(path, own), detect);
    const { text } = document;
    const language = facts.language === 'und' ? (languageOfName(path) ?? 'und') : facts.language;
    const { sentences, paragraphs, direction } = analyse(text, language, this.rules);
    const spans = this.start.granularity === 'paragraph' ? paragraphs : sentences;
    const units = this.start.segmented
      ? text.replace(/\n$/u, '').split('\n')
      : spans.map(({ start, end }) => text.slice(start, end).replaceAll('\n', ' '));
    return { path: own, language, metadata: facts.metadata, text, direction, units };
  }
}

function isText(path: string): boolean {
  return whyNotRead(path) === '' || segmentEndings.has(endingOf(path)) || languageOfName(path) !== undefined;
}

/** A file of an ending that is not known otherwise is read as plain text. */
function asText(file: FoundFile): FoundFile {
  return whyNotRead(file.path) === '' ? file : { ...file, path: `${file.path}.txt` };
}

/** `story.de`, `story.de.txt`: what the name says. */
function languageOfName(path: string): Language | undefined {
  const written = /\.([a-z]{2,3})(?:\.[a-z]+)?$/u.exec(path.toLowerCase())?.[1];
  if (written === undefined || !whyNotRead(`x.${written}`)) return undefined;
  return languageFromMetadata(written);
}
