/**
 * FlexSearch and MiniSearch over the same texts, a document a file. Both get words cut and folded by Lectern's own tokeniser,
 * with folds remembered by form: what is compared is the index, not the reading. They keep which documents hold a word
 * and no places, so they give documents, not lines.
 */
import { Index as FlexIndex } from 'flexsearch';
import MiniSearch from 'minisearch';
import { fold } from '../../src/corpus/text/fold.ts';
import { Tokeniser } from '../../src/corpus/text/tokenise.ts';
import type { Measurement } from '../measure.ts';
import { timed, weighed } from '../measure.ts';
import { textFiles, textOf } from '../texts.ts';
import type { Task } from './task.ts';
import { questionsOf } from './task.ts';

function foldedWords(): (text: string) => string[] {
  const tokeniser = new Tokeniser();
  const folds: string[] = [];
  return (text) => {
    tokeniser.run(text);
    return Array.from({ length: tokeniser.count }, (_, t) => {
      const type = tokeniser.types[t]!;
      return (folds[type] ??= fold(tokeniser.forms.form(type)));
    });
  };
}

function asked(by: string, runs: number, questions: readonly (readonly [key: string, ask: () => number])[]) {
  return questions.map(([key, ask]): Measurement => {
    let gave = '';
    const times = timed(runs, () => (gave = `${ask()} documents`));
    return { key, task: `${key}: document numbers`, by, times, gave };
  });
}

export const flexSearch: Task = (input) => {
  const { frequent, usual } = questionsOf(input);
  const texts = textFiles(input.folder).map(textOf);
  const by = 'FlexSearch';
  const build = (): FlexIndex => {
    const index = new FlexIndex({ tokenize: 'strict', encode: foldedWords() });
    texts.forEach((text, doc) => index.add(doc, text));
    return index;
  };
  const { thing: index, bytes } = weighed(build);
  const times = timed(input.runs, () => void build());
  const find = (text: string) => index.search(text, { limit: 100 }).length;
  return {
    measurements: [
      { key: 'index', task: 'index texts in memory', by, times, bytes: { heap: bytes } },
      ...asked(by, input.runs, [
        ['frequent', () => find(frequent)],
        ['usual', () => find(usual)],
      ]),
    ],
  };
};

export const miniSearch: Task = (input) => {
  const { frequent, usual, prefix } = questionsOf(input);
  const documents = textFiles(input.folder).map((path, id) => ({ id, text: textOf(path) }));
  const by = 'MiniSearch';
  const build = (): MiniSearch => {
    const index = new MiniSearch({ fields: ['text'], tokenize: foldedWords(), processTerm: (term) => term });
    index.addAll(documents);
    return index;
  };
  const { thing: index, bytes } = weighed(build);
  const times = timed(input.runs, () => void build());
  return {
    measurements: [
      { key: 'index', task: 'index texts in memory', by, times, bytes: { heap: bytes } },
      ...asked(by, input.runs, [
        ['frequent', () => index.search(frequent).length],
        ['usual', () => index.search(usual).length],
        ['prefix', () => index.search(prefix, { prefix: true }).length],
      ]),
    ],
  };
};
