/** What stands in the line when the builder is opened, as blocks: cql that blocks can say, or plain words with wildcards. */
import type { Query } from '../../../../shared/terms.ts';
import type { Block, Build } from './blocks.ts';
import { anywhere, anyWord, mostTimes, oneWord } from './blocks.ts';
import { readBlocks } from './read-blocks.ts';

/** Undefined when the query says more than blocks can. */
export function readQuery(query: Query): Build | undefined {
  if (query.text.trim() === '') return { blocks: [oneWord], inside: anywhere };
  if (query.mode === 'cql') return readBlocks(query.text);
  if (query.mode === 'regex' || query.clitics === true) return undefined;
  const blocks = query.text
    .trim()
    .split(/\s+/u)
    .map((word) => blockOf(word, query));
  return blocks.every((block) => block !== undefined) ? { blocks, inside: anywhere } : undefined;
}

function blockOf(word: string, { stems, case: byCase, marks }: Query): Block | undefined {
  const gap = /^\*(?:\{(\d{1,3}),(\d{1,3})\})?$/u.exec(word);
  if (gap) return gapOf(gap[1], gap[2]);
  const found = /^(\*?)([\p{L}\p{M}\p{N}'’_@#-]+)(\*?)$/u.exec(word);
  if (!found || word === 'NEAR' || word === 'BEFORE') return undefined;
  const [, open, text = '', close] = found;
  const how = open ? (close ? 'contains' : 'ends') : close ? 'begins' : stems === true ? 'stem' : 'is';
  // A stem knows no capitals.
  if (how === 'stem' && (byCase || marks)) return undefined;
  return { ...anyWord, alternatives: [{ how, text }], case: byCase, marks };
}

function gapOf(least = '1', most = '1'): Block | undefined {
  const block = { ...anyWord, least: Number(least), most: Number(most) };
  return block.most >= Math.max(1, block.least) && block.most <= mostTimes ? block : undefined;
}
