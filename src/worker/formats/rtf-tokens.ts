/** The five things an RTF file is made of. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\name` or `\name12`; also the signs `\~`, `\_`, `\-`, `\*`. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** `\'hh`. */
  | { readonly kind: 'byte'; readonly value: number }
  /** Characters as they are, one a byte. */
  | { readonly kind: 'text'; readonly text: string };

const open = { kind: 'open' } as const;
const close = { kind: 'close' } as const;
const piece = /([{}])|\\'([\da-fA-F]{2})|\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\([\s\S])|([^{}\\\r\n]+)|[\r\n]+|\\/g;

/** `source`: the file's bytes as Latin-1 characters. Binary stretches (`\binN`) are passed over. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  piece.lastIndex = 0;
  let at = 0;
  while (at < source.length) {
    piece.lastIndex = at;
    const found = piece.exec(source);
    if (!found) return;
    at = piece.lastIndex;
    const [, brace, hex, name, number, sign, text] = found;
    if (brace !== undefined) yield brace === '{' ? open : close;
    else if (hex !== undefined) yield { kind: 'byte', value: parseInt(hex, 16) };
    else if (name === 'bin') at += Math.max(0, Number(number ?? 0));
    else if (name !== undefined) {
      yield { kind: 'word', name, value: number === undefined ? undefined : Number(number) };
    } else if (sign !== undefined) yield { kind: 'word', name: sign, value: undefined };
    else if (text !== undefined) yield { kind: 'text', text };
  }
}
