/** UTF-16 and UTF-32 without a byte order mark, by the pattern of their zero bytes and by what they spell. */
import { decodeAs } from './encodings.ts';
import { plausibility } from './plausibility.ts';

/** Only asked when there are zero or control bytes, which no 8-bit text has. */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 16_384);
  const whole = sample.subarray(0, sample.length & ~3);
  if (whole.length >= 4 && bytes.length % 4 === 0) {
    const wide = (order: (at: number) => boolean): boolean => {
      let zeros = 0;
      for (let at = 0; at < whole.length; at += 4) {
        if (!order(at)) return false;
        if (whole.subarray(at, at + 4).every((byte) => byte === 0)) zeros++;
      }
      return zeros < whole.length / 1000;
    };
    if (wide((at) => whole[at + 3] === 0 && whole[at + 2]! <= 0x10)) return 'UTF-32LE';
    if (wide((at) => whole[at] === 0 && whole[at + 1]! <= 0x10)) return 'UTF-32BE';
  }
  const even = sample.subarray(0, sample.length & ~1);
  if (even.length < 2) return undefined;
  let best: string | undefined;
  let bestScore = -0.2;
  for (const name of ['UTF-16LE', 'UTF-16BE']) {
    const text = decodeAs(even, name);
    const zeros = text.split('\0').length - 1;
    if (zeros > text.length / 1000) continue;
    const score = plausibility(text) - tooManyScripts(text);
    if (score > bestScore) {
      best = name;
      bestScore = score;
    }
  }
  return best;
}

/** Latin text read in the wrong byte order falls into Han and rare blocks all over the plane: count 4096-blocks. */
function tooManyScripts(text: string): number {
  const blocks = new Uint8Array(16);
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    blocks[code >> 12] = 1;
    if (code === 0x20 || code === 0x0a || code === 0x3000) spaces++;
  }
  const used = blocks.reduce((sum, block) => sum + block, 0);
  return used * 0.02 - Math.min(0.1, spaces / text.length);
}
