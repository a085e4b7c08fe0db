/**
 * The token stream in two bytes a token: the frequent types have a number of 16 bits, the few tokens of all others a list
 * of their own. Where there are fewer types than such numbers, a type is its own number.
 */

/** The code of a token whose type stands in the list. */
const rareCode = 0xffff;
const pieceTokens = 1 << 19;

export interface StreamCodes {
  /** Type of each code; empty when a type is its own code. */
  readonly frequent: Uint32Array;
  /** A code for each token. */
  readonly codes: Uint16Array;
  /** Types of the tokens that have `rareCode`, in text order. */
  readonly rare: Uint32Array;
}

export interface EncodedStream {
  readonly frequent: Uint32Array;
  /** Bytes of `StreamCodes.codes`, made as they are asked for. */
  readonly codes: Iterable<Uint8Array>;
  /** Bytes of `StreamCodes.rare`: complete once `codes` came to its end. */
  readonly rare: Iterable<Uint8Array>;
}

/** `typeCounts` holds the tokens of each type. No more than `mostCodes` codes are given out. */
export function encodeStream(stream: Int32Array, typeCounts: Uint32Array, mostCodes = rareCode): EncodedStream {
  const frequent = typeCounts.length <= mostCodes ? new Uint32Array(0) : frequentTypes(typeCounts, mostCodes);
  const codeOfType = new Uint16Array(typeCounts.length).fill(rareCode);
  if (frequent.length === 0) for (let type = 0; type < typeCounts.length; type++) codeOfType[type] = type;
  else for (let code = 0; code < frequent.length; code++) codeOfType[frequent[code]!] = code;
  const rare: Uint32Array[] = [];
  return {
    frequent,
    codes: (function* () {
      const piece = new Uint16Array(Math.min(pieceTokens, stream.length));
      for (let from = 0; from < stream.length; from += pieceTokens) {
        const tokens = stream.subarray(from, from + pieceTokens);
        let missing = 0;
        for (let t = 0; t < tokens.length; t++) if ((piece[t] = codeOfType[tokens[t]!]!) === rareCode) missing++;
        rare.push(rareTypes(tokens, piece, missing));
        yield new Uint8Array(piece.buffer, 0, tokens.length * 2);
      }
    })(),
    rare: (function* () {
      for (const { buffer, byteLength } of rare) yield new Uint8Array(buffer, 0, byteLength);
    })(),
  };
}

function rareTypes(tokens: Int32Array, codes: Uint16Array, count: number): Uint32Array {
  const types = new Uint32Array(count);
  let at = 0;
  for (let t = 0; t < tokens.length; t++) if (codes[t] === rareCode) types[at++] = tokens[t]!;
  return types;
}

/** The `most` types that occur most often; of those that occur equally often any. */
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
  return frequent;
}

export function decodeStream({ frequent, codes, rare }: StreamCodes): Int32Array {
  const stream = new Int32Array(codes.length);
  const own = frequent.length === 0;
  let nextRare = 0;
  for (let t = 0; t < codes.length; t++) {
    const code = codes[t]!;
    stream[t] = code === rareCode && !own ? rare[nextRare++]! : own ? code : frequent[code]!;
  }
  return stream;
}
