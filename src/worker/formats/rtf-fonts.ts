/** The code page of each font of an RTF file: in RTF, what a byte means depends on the font it is written in. */
import { decodeAs, encodingNamed } from '../decode/encodings.ts';

/** `\fcharsetN` → Windows code page. 0 (ANSI) and 1 (default) follow the file; 2 is a font of symbols. */
export const characterSets: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

function encodingOf(page: number): string {
  if (page === 10_000) return 'MacRoman';
  if (page === 10_007) return 'MacCyrillic';
  if (page === 65_001) return 'UTF-8';
  return encodingNamed(`cp${page}`) ?? 'windows-1252';
}

export class CodePages {
  /** Number of the font whose entry is being read. */
  font = 0;
  /** Font of text that names none. */
  usual = -1;
  private ansi = 'windows-1252';
  private readonly fonts = new Map<number, string>();

  setAnsi(page: number): void {
    this.ansi = encodingOf(page);
  }

  define(page: number | undefined): void {
    if (page !== undefined && page !== 0) this.fonts.set(this.font, encodingOf(page));
  }

  decode(bytes: Uint8Array, font: number): string {
    const plain = bytes.every((byte) => byte < 0x80);
    return plain ? Buffer.from(bytes).toString('latin1') : decodeAs(bytes, this.fonts.get(font) ?? this.ansi);
  }
}
