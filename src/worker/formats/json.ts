/** JSON (a list of objects, an object that holds one, or one object) and JSON Lines: one document an object. */
import { decodeText } from '../decode/decode.ts';
import type { Decoded } from '../decode/decode.ts';
import { Unreadable } from '../decode/unreadable.ts';
import type { ExtractOptions, Extraction, Reader } from './extraction.ts';
import { flatten } from './flatten.ts';
import type { Meter } from './limits.ts';
import { documentsOfRows } from './rows.ts';
import type { Row } from './rows.ts';

/** Levels of keys that become metadata; deeper ones are structure of the program that wrote the file. */
const keyDepth = 6;

function depthOf(text: string, meter: Meter): void {
  let level = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) meter.depth(++level);
    else if (code === 0x5d || code === 0x7d) level--;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list of documents in a parsed value, with what stands beside it. */
function listIn(value: unknown): { list: readonly unknown[]; beside: Record<string, unknown> } {
  if (Array.isArray(value)) return { list: value, beside: {} };
  if (!isRecord(value)) return { list: [value], beside: {} };
  let longest: string | undefined;
  let length = 0;
  for (const [key, one] of Object.entries(value)) {
    if (Array.isArray(one) && one.length > length && one.every(isRecord)) {
      longest = key;
      length = one.length;
    }
  }
  // A text of its own beside the list: the object is the document and the list belongs to it (comments, authors).
  const hasText = Object.entries(value).some(([, one]) => typeof one === 'string' && one.length > 200);
  if (longest === undefined || hasText) return { list: [value], beside: {} };
  const { [longest]: list, ...beside } = value;
  return { list: list as unknown[], beside };
}

function rowsOf(list: readonly unknown[], meter: Meter, name: string): Row[] {
  return list.map((one, at) => {
    meter.step();
    const fields = flatten(isRecord(one) ? one : { text: one }, keyDepth);
    return { part: list.length === 1 ? '' : `${name} ${at + 1}`, fields };
  });
}

function parseLines(text: string, meter: Meter): { rows: Row[]; broken: number[] } {
  const rows: Row[] = [];
  const broken: number[] = [];
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    meter.step();
    number++;
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      rows.push({ ...rowsOf([value], meter, 'line')[0]!, part: `line ${number}` });
    } catch {
      broken.push(number);
    }
  }
  return { rows, broken };
}

function linesExtraction(decoded: Decoded, options: ExtractOptions, meter: Meter): Extraction | undefined {
  const { rows, broken } = parseLines(decoded.text, meter);
  if (rows.length === 0 || broken.length > rows.length) return undefined;
  const { documents, notes } = documentsOfRows(rows, options, meter, decoded);
  const shown = broken.slice(0, 10).join(', ');
  if (broken.length > 0) notes.push(`${broken.length} lines are not JSON and are left out (${shown})`);
  return { documents, format: 'jsonl', notes };
}

export const readJsonLines: Reader = async (bytes, options, meter) => {
  const decoded = await decodeText(bytes, options.encoding);
  depthOf(decoded.text, meter);
  const lines = linesExtraction(decoded, options, meter);
  if (lines) return lines;
  return wholeExtraction(decoded, options, meter);
};

export const readJson: Reader = async (bytes, options, meter) => {
  const decoded = await decodeText(bytes, options.encoding);
  depthOf(decoded.text, meter);
  return wholeExtraction(decoded, options, meter);
};

function wholeExtraction(decoded: Decoded, options: ExtractOptions, meter: Meter): Extraction {
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch (error) {
    const lines = linesExtraction(decoded, options, meter);
    if (lines) return lines;
    const reason = error instanceof Error ? error.message.slice(0, 100) : '';
    throw new Unreadable(`is not JSON (${reason}): mend it, or read it as .txt`);
  }
  const { list, beside } = listIn(value);
  const common = Object.fromEntries([...flatten(beside, keyDepth)].map(([key, values]) => [key, values.join('; ')]));
  const { documents, notes } = documentsOfRows(rowsOf(list, meter, 'entry'), options, meter, decoded, common);
  return { documents, format: 'json', notes };
}
