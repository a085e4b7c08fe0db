/**
 * The token stream in two bytes a token: the frequent types have a number of 16 bits, the few tokens of all others a list
 * of their own. Where there are fewer types than such numbers, a type is its own number.
 */

/** The code of a token whose type stands in the list. */
export const rareCode = 0xffff;
/** Tokens between two notes of how many rare ones came before: finding one's place in the list looks at half as many. */
export const rareStride = 1024;
const pieceTokens = 1 << 19;

export interface EncodedStream {
  /** Type of each code; empty when a type is its own code. */
  readonly frequent: Uint32Array;
  /** Bytes of 16-bit codes, one a token, made as they are asked for. */
  readonly codes: Iterable<Uint8Array>;
  /** Bytes of the types (32 bits) of the tokens that have `rareCode`, in text order. Complete once `codes` came to its end. */
  readonly rare: Iterable<Uint8Array>;
  /**
   * Bytes of the number (32 bits) of rare tokens before every `rareStride`th token; none when a type is its own code.
   * Complete when `rare` is.
   */
  readonly rareBefore: Iterable<Uint8Array>;
}

/**
 * `stream` comes in pieces of any length; `typeCounts` holds the tokens of each type. No more than `mostCodes` codes are
 * given out.
 */
export function encodeStream(
  stream: Iterable<Int32Array>,
  typeCounts: Uint32Array,
  mostCodes = rareCode,
): EncodedStream {
  const frequent = typeCounts.length <= mostCodes ? new Uint32Array(0) : frequentTypes(typeCounts, mostCodes);
  const codeOfType = new Uint16Array(typeCounts.length).fill(rareCode);
  if (frequent.length === 0) for (let type = 0; type < typeCounts.length; type++) codeOfType[type] = type;
  else for (let code = 0; code < frequent.length; code++) codeOfType[frequent[code]!] = code;
  const rare: Uint32Array[] = [];
  const before: number[] = [];
  return {
    frequent,
    codes: (function* () {
      const codes = new Uint16Array(pieceTokens);
      let token = 0;
      let listed = 0;
      for (const piece of stream)
        for (let from = 0; from < piece.length; from += pieceTokens) {
          const tokens = piece.subarray(from, from + pieceTokens);
          let missing = 0;
          // Up to the next token that a note is made at.
          for (let t = 0; t < tokens.length;) {
            const ahead = rareStride - ((token + t) % rareStride);
            if (frequent.length > 0 && ahead === rareStride) before.push(listed + missing);
            const end = Math.min(tokens.length, t + ahead);
            missing += writeCodes(tokens, t, end, codeOfType, codes);
            t = end;
          }
          rare.push(rareTypes(tokens, codes, missing));
          token += tokens.length;
          listed += missing;
          yield new Uint8Array(codes.buffer, 0, tokens.length * 2);
        }
    })(),
    rare: (function* () {
      for (const { buffer, byteLength } of rare) yield new Uint8Array(buffer, 0, byteLength);
    })(),
    rareBefore: (function* () {
      yield new Uint8Array(Uint32Array.from(before).buffer);
    })(),
  };
}

/** Writes the codes of some tokens. Returns how many of them have none. */
function writeCodes(tokens: Int32Array, from: number, to: number, codeOfType: Uint16Array, codes: Uint16Array): number {
  let missing = 0;
  for (let t = from; t < to; t++) {
    const code = codeOfType[tokens[t]!]!;
    codes[t] = code;
    if (code === rareCode) missing++;
  }
  return missing;
}

function rareTypes(tokens: Int32Array, codes: Uint16Array, count: number): Uint32Array {
  const types = new Uint32Array(count);
  let at = 0;
  for (let t = 0; t < tokens.length; t++) if (codes[t] === rareCode) types[at++] = tokens[t]!;
  return types;
}

/**
 * The `most` types that occur most often; of those that occur equally often any. The most frequent first: small codes are
 * then the usual ones, which pack to three quarters of what codes in the order of the alphabet do.
 */
function frequentTypes(typeCounts: Uint32Array, most: number): Uint32Array {
  // Types by their count; those that occur still more often stand together at the end.
  const withCount = new Uint32Array(1 << 12);
  const last = withCount.length - 1;
  for (let type = 0; type < typeCounts.length; type++) withCount[Math.min(typeCounts[type]!, last)]!++;
  let least = last;
  for (let types = withCount[last]!; types < most; types += withCount[least]!) least--;
  const frequent = new Uint32Array(most);
  let code = 0;
  const take = (wanted: (count: number) => boolean): void => {
    for (let type = 0; type < typeCounts.length && code < most; type++)
      if (wanted(typeCounts[type]!)) frequent[code++] = type;
  };
  take((count) => count > least);
  take((count) => count === least);
  return frequent.sort((one, other) => typeCounts[other]! - typeCounts[one]!);
}

/** Writes the types of `codes` to `into`; `rare` holds those of rare tokens from `nextRare` on. Returns the next of them. */
export function decodeTypes(
  codes: Uint16Array,
  frequent: Uint32Array,
  rare: Uint32Array,
  nextRare: number,
  into: Int32Array,
): number {
  let next = nextRare;
  if (frequent.length === 0) into.set(codes);
  else
    for (let t = 0; t < codes.length; t++) {
      const code = codes[t]!;
      into[t] = code === rareCode ? rare[next++]! : frequent[code]!;
    }
  return next;
}
