/** The query languages as Monaco knows them: their signs for the colours, their brackets. Registered once. */
import type { languages } from 'monaco-editor/editor';
import type { Monaco } from './monaco.ts';
import { queryLanguages, signsOf } from './query-signs.ts';

let registered = false;

export function registerQueryLanguages(monaco: Monaco): void {
  if (registered) return;
  registered = true;
  // A query is one line: nothing is carried from one to the next.
  const state: languages.IState = { clone: () => state, equals: () => true };
  for (const language of queryLanguages) {
    const id = `lectern-${language}`;
    monaco.languages.register({ id });
    monaco.languages.setLanguageConfiguration(id, {
      brackets: [
        ['(', ')'],
        ['[', ']'],
        ['{', '}'],
      ],
      autoClosingPairs: [],
      // A word of a query is what stands between signs; asked for by double click and by the keys that move by words.
      wordPattern: /[\p{L}\p{M}\p{N}_'’-]+/u,
    });
    monaco.languages.setTokensProvider(id, {
      getInitialState: () => state,
      tokenize: (line) => ({
        tokens: signsOf(line, language).map(({ at, kind }) => ({ startIndex: at, scopes: `${kind}.query` })),
        endState: state,
      }),
    });
  }
}
