/** The stop lists that come with Lectern: `resources/stop-lists/<language>.txt`, words between blanks, # remarks. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ExpectedFailure } from '../../shared/failure.ts';

const ending = '.txt';

interface StopList {
  readonly words: readonly string[];
  /** The first remark: whose list it is. */
  readonly source: string;
}

function readList(path: string): StopList {
  const lines = readFileSync(path, 'utf8').split('\n');
  const words = lines.flatMap((line) => (line.startsWith('#') ? [] : line.split(/\s+/u).filter((word) => word !== '')));
  const source =
    lines
      .find((line) => line.startsWith('#'))
      ?.slice(1)
      .trim() ?? '';
  return { words, source };
}

function languagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => basename(name, ending))
    .sort();
}

export function hasStopList(resources: string, language: string): boolean {
  return languagesIn(join(resources, 'stop-lists')).includes(language);
}

/** By language, in the order of its code. */
export function listsIn(resources: string): { language: string; words: number; source: string }[] {
  const folder = join(resources, 'stop-lists');
  return languagesIn(folder).map((language) => {
    const { words, source } = readList(join(folder, `${language}${ending}`));
    return { language, words: words.length, source };
  });
}

/** @throws ExpectedFailure `bad-request` for a language without a list */
export function stopWords(resources: string, languages: readonly string[]): string[] {
  const folder = join(resources, 'stop-lists');
  const known = languagesIn(folder);
  return languages.flatMap((language) => {
    if (!known.includes(language)) {
      const message = `There is no stop list for “${language}”. There are ${known.join(', ')}.`;
      throw new ExpectedFailure('bad-request', message);
    }
    return readList(join(folder, `${language}${ending}`)).words;
  });
}
