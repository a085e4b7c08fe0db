/** What every reader of a format takes and gives. */
import type { Decoded } from '../decode/decode.ts';
import type { Meter } from './limits.ts';
import type { Limits } from './limits.ts';

export interface ExtractOptions {
  /** Encoding label from the user; wins over everything the file says. */
  readonly encoding?: string | undefined;
  /** `main`: the article without menus and footers; `all`: all text of the page. */
  readonly html: 'main' | 'all';
  /** Local name of the XML element whose text is wanted. */
  readonly xmlElement?: string | undefined;
  /** Name of the column (or key) that holds the text of a row. */
  readonly textColumn?: string | undefined;
  readonly limits: Limits;
}

export interface ExtractedDocument {
  /** '' for the whole file, else e.g. `row 12`, `ar`. Unique within the file. */
  readonly part: string;
  /** Decoded, paragraphs on lines of their own, not yet canonical. */
  readonly text: string;
  readonly encoding: string;
  /** 0 to 1. */
  readonly encodingConfidence: number;
  readonly mojibake?: { readonly as: string; readonly repaired: string };
  /** Primary BCP 47 subtag, only when the file says it. */
  readonly language?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly title?: string;
}

/** Paragraphs (0-based, of the two documents' texts) that translate one another. */
export interface PartLinks {
  readonly a: string;
  readonly b: string;
  readonly pairs: readonly (readonly [number, number])[];
}

export interface Extraction {
  readonly documents: readonly ExtractedDocument[];
  /** Short name: txt, md, html, xml, tei, docx, odt, rtf, pdf, epub, csv, tsv, xlsx, json, jsonl, srt, vtt, tmx, eml. */
  readonly format: string;
  /** What the reader left out or guessed, one sentence each. */
  readonly notes: readonly string[];
  readonly links?: readonly PartLinks[];
}

export type Reader = (bytes: Uint8Array, options: ExtractOptions, meter: Meter) => Promise<Extraction> | Extraction;

export interface DocumentParts {
  readonly part?: string;
  readonly text: string;
  readonly decoded?: Pick<Decoded, 'encoding' | 'confidence' | 'mojibake'>;
  readonly language?: string | undefined;
  readonly title?: string | undefined;
  readonly metadata?: Readonly<Record<string, string | undefined>>;
}

/** The primary subtag of a language tag (`ar-EG`, `EN_us` → `ar`, `en`), undefined for what is no tag. */
export function primaryLanguage(tag: string | undefined): string | undefined {
  const primary = /^\s*([A-Za-z]{2,3})(?![A-Za-z])/.exec(tag ?? '')?.[1]?.toLowerCase();
  return primary === undefined || primary === 'und' || primary === 'zxx' ? undefined : primary;
}

/** Packed formats hold Unicode by definition: they come without `decoded`. Empty metadata is left out. */
export function extracted(parts: DocumentParts): ExtractedDocument {
  const { decoded } = parts;
  const language = primaryLanguage(parts.language);
  const title = parts.title?.replace(/\s+/g, ' ').trim();
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(parts.metadata ?? {})) {
    const trimmed = value?.trim();
    if (trimmed !== undefined && trimmed !== '' && name !== '__proto__') metadata[name] = trimmed;
  }
  return {
    part: parts.part ?? '',
    text: parts.text,
    encoding: decoded?.encoding ?? 'UTF-8',
    encodingConfidence: decoded?.confidence ?? 1,
    metadata,
    ...(decoded?.mojibake ? { mojibake: decoded.mojibake } : {}),
    ...(language === undefined ? {} : { language }),
    ...(title === undefined || title === '' ? {} : { title }),
  };
}
