/**
 * Bytes to text. In order: what the user said, a byte order mark, valid UTF-8, the zero-byte pattern of UTF-16/32,
 * UTF-8 with a few broken places, then the detector. The libraries of the last steps are loaded only when reached, so
 * that a folder of UTF-8 files never pays for them.
 */
import { constants, isAscii, isUtf8 } from 'node:buffer';
import { oddBytes, refuseBinary, refuseSignature, strayShare, zeroBytes } from './binary.ts';
import { announced } from './marks.ts';
import { firstTrace, sampleSize, suspectRuns } from './mojibake-trace.ts';
import { Unreadable } from './unreadable.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** 0 to 1; 1 when the user, a mark or the bytes themselves leave no doubt. */
  readonly confidence: number;
  /** Set when the text looks as if UTF-8 had been read in page `as` once; `repaired` shows the first such passage. */
  readonly mojibake?: { readonly as: string; readonly repaired: string };
}

/** `sound`: the bytes it was decoded from, when they were sound UTF-8. */
async function withMojibake(decoded: Decoded, sound: Uint8Array | undefined): Promise<Decoded> {
  const mayBeDamaged = sound ? await hasDamagedRun(sound) : firstTrace(decoded.text) >= 0;
  if (!mayBeDamaged) return decoded;
  const { findMojibake } = await import('./mojibake.ts');
  const mojibake = findMojibake(decoded.text);
  return mojibake ? { ...decoded, mojibake } : decoded;
}

async function hasDamagedRun(bytes: Uint8Array): Promise<boolean> {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, sampleSize));
  if (isAscii(sample)) return false;
  for (const [from, to] of suspectRuns(sample)) {
    const { goesBack } = await import('./mojibake.ts');
    if (goesBack(sample.toString('utf8', from, to))) return true;
  }
  return false;
}

/** Share of broken places among the characters outside ASCII up to which bytes are still called UTF-8. */
const brokenShare = 0.05;

function brokenUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let sound = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) sound++;
  }
  if (sound < 8 || broken > sound * brokenShare) return undefined;
  return { text, encoding: 'UTF-8', confidence: Math.round((1 - 2 * (broken / sound)) * 90) / 100 };
}

/** A stray zero in UTF-8 must not make it UTF-16: there every space and line end brings one. */
function mayBeWide(bytes: Uint8Array, sound: boolean): boolean {
  const zeros = zeroBytes(bytes);
  return zeros > 0 && !(zeros < bytes.length * 0.02 && sound);
}

async function decodeBytes(bytes: Uint8Array, override?: string, declared?: string): Promise<Decoded> {
  if (override !== undefined) {
    const { encodingNamed, decodeAs } = await import('./encodings.ts');
    const name = encodingNamed(override);
    if (name === undefined) throw new Unreadable(`was to be read as "${override}", an encoding Lectern does not know`);
    return { text: decodeAs(bytes, name), encoding: name, confidence: 1 };
  }
  const mark = announced(bytes);
  const sound = (mark === undefined || mark === 'UTF-8') && isUtf8(bytes);
  if (mark === 'UTF-8' && sound) return { text: soundUtf8(bytes, 3), encoding: mark, confidence: 1 };
  if (mark !== undefined && mark !== 'UTF-8') {
    const { decodeAs } = await import('./encodings.ts');
    return { text: decodeAs(bytes, mark), encoding: mark, confidence: 1 };
  }
  refuseSignature(bytes);
  const odd = oddBytes(bytes);
  if (odd > strayShare || mayBeWide(bytes, sound)) {
    const { wideEncoding } = await import('./unicode.ts');
    const wide = wideEncoding(bytes);
    if (wide !== undefined) {
      const { decodeAs } = await import('./encodings.ts');
      return { text: decodeAs(bytes, wide), encoding: wide, confidence: 0.9 };
    }
  }
  refuseBinary(bytes, odd);
  if (sound) return { text: soundUtf8(bytes, 0), encoding: 'UTF-8', confidence: 1 };
  const broken = brokenUtf8(bytes);
  if (broken) return broken;
  const { detectEncoding, trusted } = await import('./detect.ts');
  const said = declared === undefined ? undefined : trusted(bytes, declared);
  if (said) return said;
  const found = detectEncoding(bytes);
  if (!found) throw new Unreadable('is in no encoding that makes sense: set the encoding by hand, or convert to UTF-8');
  const { decodeAs } = await import('./encodings.ts');
  return { text: decodeAs(bytes, found.encoding), ...found };
}

/** Of bytes that were looked at: a decoder would look at them once more. */
function soundUtf8(bytes: Uint8Array, from: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', from);
}

/**
 * `override` is an encoding label from the user; `declared` one from the file, believed unless the bytes speak against
 * it. Throws Unreadable for what is no text.
 */
export async function decodeText(bytes: Uint8Array, override?: string, declared?: string): Promise<Decoded> {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw new Unreadable('is too long for one document (more than half a billion characters): split it');
  }
  const decoded = await decodeBytes(bytes, override, declared);
  const isSound = override === undefined && decoded.encoding === 'UTF-8' && decoded.confidence === 1;
  return withMojibake(decoded, isSound ? bytes : undefined);
}
