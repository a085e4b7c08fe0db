/** Every format that tagged passages leave and enter by. */
import { extname } from 'node:path';
import { ExpectedFailure } from '../../shared/failure.ts';
import { tagFormats } from '../../shared/tag-formats.ts';
import type { TagFormat } from '../../shared/tag-formats.ts';
import { Unreadable } from '../decode/unreadable.ts';
import { Meter, usualLimits } from '../formats/limits.ts';
import { readBrat, writeBrat } from './brat.ts';
import { readConll, writeConll } from './conll.ts';
import type { Exchange, Incoming, Sources, Written } from './exchange.ts';
import { readCodebook, readProject } from './refi-read.ts';
import { writeCodebook, writeProject } from './refi-write.ts';
import { firstStrong, writeHtmlReport, writeWordReport } from './report.ts';
import { readCsv, readJsonLines, writeCsv, writeJsonLines } from './rows.ts';
import { readTei, writeTei } from './tei.ts';
import { readWebAnnotations } from './web-annotation-read.ts';
import { writeWebAnnotations } from './web-annotation.ts';
import { readWorkbook, writeWorkbook } from './workbook.ts';

export interface WriteOptions {
  /** No protection against text that a spreadsheet would run as a formula. */
  readonly raw: boolean;
  /** ISO 8601: when it is written. */
  readonly now: string;
}

export function writeTagFile(
  format: TagFormat,
  exchange: Exchange,
  sources: Sources,
  { raw, now }: WriteOptions,
): Written | Promise<Written> {
  switch (format) {
    case 'webannotation':
      return writeWebAnnotations(exchange, sources);
    case 'qdc':
      return writeCodebook(exchange);
    case 'qdpx':
      return writeProject(exchange, sources, now);
    case 'csv':
      return writeCsv(exchange, sources, raw);
    case 'xlsx':
      return writeWorkbook(exchange, sources);
    case 'jsonl':
      return writeJsonLines(exchange);
    case 'brat':
      return writeBrat(exchange, sources);
    case 'tei':
      return writeTei(exchange, sources);
    case 'conll':
      return writeConll(exchange, sources);
    case 'html':
      return writeHtmlReport(exchange, sources, ({ quote }) => firstStrong(quote));
    case 'docx':
      return writeWordReport(exchange, sources, ({ quote }) => firstStrong(quote));
  }
}

/** The format of a file by its name; undefined when the name says nothing. */
export function formatOfFile(name: string): TagFormat | undefined {
  const ending = extname(name).slice(1).toLowerCase();
  return tagFormats.find((format) => tagFileEndings[format].includes(ending));
}

const tagFileEndings: Readonly<Record<TagFormat, readonly string[]>> = {
  webannotation: ['jsonld', 'json'],
  qdc: ['qdc'],
  qdpx: ['qdpx'],
  csv: ['csv', 'tsv'],
  xlsx: ['xlsx'],
  jsonl: ['jsonl', 'ndjson'],
  brat: ['zip'],
  tei: ['xml', 'tei'],
  conll: ['conll', 'conllu', 'conllup'],
  html: ['html'],
  docx: ['docx'],
};

/** @throws ExpectedFailure `unreadable` for a file that is not what its format says */
export async function readTagFile(
  format: TagFormat,
  bytes: Uint8Array,
  name: string,
  sources: Sources,
): Promise<Incoming> {
  const meter = new Meter(usualLimits);
  const text = (): string => new TextDecoder().decode(bytes);
  try {
    switch (format) {
      case 'webannotation':
        return readWebAnnotations(text(), sources);
      case 'qdc':
        return await readCodebook(bytes, meter);
      case 'qdpx':
        return await readProject(bytes, sources, meter);
      case 'csv':
        return readCsv(text(), sources);
      case 'xlsx':
        return await readWorkbook(bytes, sources, meter);
      case 'jsonl':
        return readJsonLines(text(), sources);
      case 'brat':
        return readBrat(bytes, sources, meter);
      case 'tei':
        return await readTei(bytes, sources, meter);
      case 'conll':
        return readConll(text(), sources);
      case 'html':
      case 'docx':
        throw new Unreadable('is a report for reading: import one of the other formats');
    }
  } catch (error) {
    const reason = error instanceof ExpectedFailure ? error.message : `is not what a ${format} file should be`;
    throw new ExpectedFailure('unreadable', `This file ${reason}`, { where: name });
  }
}
