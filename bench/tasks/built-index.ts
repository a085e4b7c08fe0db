/** The positional index in memory, and the texts beside it, as tasks that ask questions need them. */
import { statSync } from 'node:fs';
import { IndexBuilder } from '../../src/corpus/index/build.ts';
import type { TextSource } from '../../src/corpus/index/corpus-index.ts';
import type { PositionalIndex } from '../../src/corpus/index/positional.ts';
import { sentenceRules } from '../../src/corpus/text/sentences.ts';
import type { FoldClassId } from '../../src/shared/model.ts';
import { abbreviationLists, textFiles, textOf } from '../texts.ts';
import type { TaskInput } from './task.ts';

const rules = sentenceRules(abbreviationLists());
/** Texts larger than this together are read again when a line is cut from one. */
const mostTextInMemory = 300_000_000;

/** `reading` is called before a text is read and told when it was: reading files is no part of indexing. */
export function buildIndex(
  { folder, language }: TaskInput,
  reading: (read: () => string) => string = (read) => read(),
): PositionalIndex {
  const builder = new IndexBuilder(rules);
  for (const path of textFiles(folder)) builder.addDocument({ text: reading(() => textOf(path)), language });
  return builder.finish();
}

export function textSource({ folder }: TaskInput): TextSource {
  const files = textFiles(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const kept = bytes < mostTextInMemory ? files.map(textOf) : undefined;
  // A page has its lines from the first documents: a few dozen texts are read once.
  const read = new Map<number, string>();
  const text = (doc: number): string => {
    if (kept) return kept[doc]!;
    const known = read.get(doc) ?? textOf(files[doc]!);
    read.set(doc, known);
    return known;
  };
  return { text, slice: (doc, start, end) => text(doc).slice(start, end), length: (doc) => text(doc).length };
}

/** Folded words of letters alone, the most frequent first. */
export function wordsByFrequency(index: PositionalIndex): { readonly word: string; readonly count: number }[] {
  const { lexicon } = index;
  return Array.from({ length: lexicon.classes }, (_, cls) => ({
    word: lexicon.foldOf(cls as FoldClassId),
    count: index.classCount(cls as FoldClassId),
  }))
    .filter(({ word }) => /^\p{L}+$/u.test(word))
    .sort((a, b) => b.count - a.count);
}
