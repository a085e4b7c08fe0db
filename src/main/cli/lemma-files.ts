/** Lists of lemmas that the command line names: for this command alone, in the place of what is kept of the folder. */
import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { CorpusSummary } from '../../shared/answers.ts';
import { longestLemmaPiece } from '../../shared/answers.ts';
import type { Params } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import { readTextFile } from './text-file.ts';

export interface LemmaFile {
  /** Undefined: that of the folder, which must be in one language then. */
  readonly language: string | undefined;
  readonly path: string;
}

/** `mk=lemmas.txt` or `lemmas.txt`; may be repeated. */
export function lemmaFiles(word: string, before: readonly LemmaFile[] = []): LemmaFile[] {
  const [, language, path = word] = /^([a-z]{2,3})=(.+)$/u.exec(word) ?? [];
  if (word === '') throw new InvalidArgumentError('Expected a file, or a language and a file as in mk=lemmas.txt.');
  return [...before, { language, path }];
}

/**
 * The requests that hand a list over.
 * @throws ExpectedFailure when the file cannot be read, or the folder is in several languages and none was named
 */
export function lemmaPieces(
  { language: named, path }: LemmaFile,
  { corpus, languages }: CorpusSummary,
): Params<'lemmas.save'>[] {
  const language = named ?? languages[0]?.language ?? 'und';
  if (named === undefined && languages.length > 1)
    throw new ExpectedFailure(
      'bad-request',
      `Which language are these lemmas of? The documents are in ${languages.map((one) => one.language).join(', ')}: name it as in ${language}=${basename(path)}`,
      { where: path },
    );
  const text = readTextFile(path, 'The list of lemmas');
  const count = Math.max(1, Math.ceil(text.length / longestLemmaPiece));
  return Array.from({ length: count }, (_, at) => ({
    corpus,
    language,
    name: basename(path),
    piece: text.slice(at * longestLemmaPiece, (at + 1) * longestLemmaPiece),
    first: at === 0,
    last: at === count - 1,
    keep: false,
  }));
}
