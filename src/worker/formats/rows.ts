/**
 * One document a row: tables (csv, tsv, xlsx) and lists of objects (json, jsonl). One field is the text, the others are
 * metadata; the field is the one the user names, else one with a telling name, else the one with the longest texts.
 */
import type { Decoded } from '../decode/decode.ts';
import { Unreadable } from '../decode/unreadable.ts';
import type { ExtractedDocument, ExtractOptions } from './extraction.ts';
import { extracted } from './extraction.ts';
import type { Meter } from './limits.ts';

export interface Row {
  /** `row 12`: what the user sees beside the file name. */
  readonly part: string;
  /** Field → values; several values are paragraphs when the field is the text, `; ` between them when not. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

const textNames =
  /^(?:text|body|content|full_?text|article|article_?(?:text|body)|(?:main_?)?story|post|message|transcript|tweet|comment|абзац|текст|содржина|содержание|النص|نص|المحتوى|محتوى|texte|texto|testo|inhalt)$/i;
const titleNames =
  /^(?:title|headline|heading|subject|name|наслов|заголовок|заглавие|العنوان|عنوان|titre|título|titulo|titel|titolo)$/i;
const languageNames = /^(?:language|lang|locale|јазик|язык|језик|اللغة|لغة|langue|idioma|sprache|lingua)$/i;

/** The last name of a dotted key: `article.body` is a body. */
const lastName = (key: string): string => key.slice(key.lastIndexOf('.') + 1).trim();

/** Rows that are looked at to find the field with the longest texts. */
const guessedFrom = 500;

interface Choice {
  readonly field: string;
  readonly note?: string;
}

function chooseText(rows: readonly Row[], wanted: string | undefined): Choice {
  const lengths = new Map<string, number>();
  for (const { fields } of rows.slice(0, guessedFrom)) {
    for (const [key, values] of fields) {
      lengths.set(key, (lengths.get(key) ?? 0) + values.reduce((sum, value) => sum + value.length, 0));
    }
  }
  const keys = [...lengths.keys()];
  const longest = (of: readonly string[]): string | undefined =>
    of.reduce<string | undefined>(
      (best, key) => (best === undefined || lengths.get(key)! > lengths.get(best)! ? key : best),
      undefined,
    );
  let note: string | undefined;
  if (wanted !== undefined) {
    const same = (key: string): boolean => key.trim().toLowerCase() === wanted.trim().toLowerCase();
    const named = keys.find(same) ?? keys.find((key) => lastName(key).toLowerCase() === wanted.trim().toLowerCase());
    if (named !== undefined) return { field: named };
    note = `has no column "${wanted}"; `;
  }
  const field = longest(keys.filter((key) => textNames.test(lastName(key)) && lengths.get(key)! > 0)) ?? longest(keys);
  if (field === undefined) throw new Unreadable('has no row with text: check that it is the right file');
  return { field, note: `${note ?? ''}the text is taken from "${field}"` };
}

/** Throws Unreadable when no row has text. `common` is metadata of the whole file. */
export function documentsOfRows(
  rows: readonly Row[],
  options: ExtractOptions,
  meter: Meter,
  decoded: Decoded | undefined,
  common: Readonly<Record<string, string>> = {},
): { documents: ExtractedDocument[]; notes: string[] } {
  const { field, note } = chooseText(rows, options.textColumn);
  const documents: ExtractedDocument[] = [];
  let empty = 0;
  for (const { part, fields } of rows) {
    meter.step();
    const text = (fields.get(field) ?? []).join('\n');
    if (text.trim() === '') {
      empty++;
      continue;
    }
    meter.document();
    let title: string | undefined;
    let language: string | undefined;
    const metadata: Record<string, string> = { ...common };
    for (const [key, values] of fields) {
      if (key === field) continue;
      const value = values.join('; ');
      if (title === undefined && titleNames.test(lastName(key))) title = value;
      else if (language === undefined && languageNames.test(lastName(key))) language = value;
      else metadata[key] = value;
    }
    documents.push(extracted({ part, text, ...(decoded ? { decoded } : {}), title, language, metadata }));
  }
  if (documents.length === 0) throw new Unreadable('has no row with text: check that it is the right file');
  const notes = note === undefined ? [] : [note];
  if (empty > 0) notes.push(`${empty} of ${rows.length} rows have no text and are left out`);
  return { documents, notes };
}

/** Header names made fit for keys: trimmed, empty ones numbered, repeated ones told apart. */
export function columnNames(header: readonly string[]): string[] {
  const used = new Set<string>();
  return header.map((cell, at) => {
    const base = cell.trim() === '' ? `column ${at + 1}` : cell.trim();
    let name = base;
    for (let n = 2; used.has(name); n++) name = `${base} ${n}`;
    used.add(name);
    return name;
  });
}

/** A first row is a header when its cells are short, different, no numbers, and none is missing at the start. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    (cells[0] ?? '').trim() !== '' &&
    filled.every((cell) => cell.length <= 60 && !/^[\d.,\s%-]+$/.test(cell) && !/[.!?؟。]$/.test(cell)) &&
    new Set(filled).size === filled.length
  );
}

/** Rows of cells with their row numbers (as a spreadsheet counts them, from 1) to rows of named fields. */
export function namedRows(table: readonly { number: number; cells: readonly string[] }[], sheet = ''): Row[] {
  const first = table[0];
  if (!first) return [];
  // A row alone is a header only when it says so: it may as well be the one text there is.
  const named = first.cells.length > 1 && first.cells.some((cell) => textNames.test(cell.trim()));
  const header = looksLikeHeader(first.cells) && (table.length > 1 || named);
  const names = columnNames(header ? first.cells : first.cells.map(() => ''));
  return table.slice(header ? 1 : 0).map(({ number, cells }) => {
    const fields = new Map<string, readonly string[]>();
    cells.forEach((cell, at) => {
      const name = names[at] ?? `column ${at + 1}`;
      fields.set(fields.has(name) ? `${name} ${at + 1}` : name, [cell]);
    });
    return { part: sheet === '' ? `row ${number}` : `${sheet} row ${number}`, fields };
  });
}
