/** Certain tokens of one corpus, as a test asks for them. */
import type { HitSet } from './query-result.ts';
import { hitEnd } from './query-result.ts';
import { firstAtLeast } from './regions.ts';

let made = 0;

export class TokenPlaces {
  /** Ascending. */
  readonly tokens: Uint32Array;
  readonly #number = ++made;

  constructor(tokens: Uint32Array) {
    this.tokens = tokens;
  }

  /** The tokens of the runs, each once. */
  static ofRuns(runs: HitSet): TokenPlaces {
    let total = 0;
    let end = 0;
    for (let run = 0; run < runs.total; run++) {
      const from = Math.max(end, runs.start[run]!);
      end = Math.max(end, hitEnd(runs, run));
      total += Math.max(0, end - from);
    }
    const tokens = new Uint32Array(total);
    let length = 0;
    end = 0;
    for (let run = 0; run < runs.total; run++) {
      const from = Math.max(end, runs.start[run]!);
      end = Math.max(end, hitEnd(runs, run));
      for (let token = from; token < end; token++) tokens[length++] = token;
    }
    return new TokenPlaces(tokens);
  }

  /** Tells whether a token is one of them; quick when asked in mostly rising order. */
  membership(): (token: number) => boolean {
    const { tokens } = this;
    let at = 0;
    return (token) => {
      if (at === tokens.length || tokens[at]! > token) at = 0;
      at = firstAtLeast(tokens, token, at, tokens.length);
      return tokens[at] === token;
    };
  }

  /** Tests are told apart by what they look like: these by a number, not by all their tokens. */
  toJSON(): number {
    return this.#number;
  }
}
