import { declaredEncoding } from '../decode/declared.ts';
import type { Decoded } from '../decode/decode.ts';
import { decodeText } from '../decode/decode.ts';

/** XML in its own encoding: the declaration counts where a byte order mark and valid UTF-8 do not decide. */
export function decodeXml(bytes: Uint8Array, override?: string): Promise<Decoded> {
  return decodeText(bytes, override, declaredEncoding(bytes));
}
