/** What is measured, by the words after `npm run bench --`. */
import { parseArgs } from 'node:util';
import { scripts } from './corpus.ts';
import type { TaskName } from './tasks/all.ts';
import { taskNames } from './tasks/all.ts';
import type { GeneratedCorpus, Layout } from './texts.ts';

export interface PlannedCorpus {
  readonly name: string;
  readonly language: string;
  readonly runs: number;
  /** Beside `facts`, which comes first by itself. */
  readonly tasks: readonly TaskName[];
  /** Texts that are there already; else they are generated. */
  readonly folder?: string;
  readonly generated?: GeneratedCorpus;
}

const seed = 2026;
const usualRuns = 5;
/** Above this, the indexes of FlexSearch and MiniSearch do not fit into a heap, nor all texts into memory beside an index. */
const mostForPeers = 20_000_000;
const inMemoryOnly: readonly TaskName[] = ['passages', 'flexsearch', 'minisearch'];
/** A hundred million tokens in files of 640 would be 156,000 files. */
const booksFrom = 50_000_000;

export interface Plan {
  readonly corpora: readonly PlannedCorpus[];
  /** File for all times; a new one in bench/results/ when not said. */
  readonly json: string | undefined;
}

/** @throws Error in words when an option is not understood */
export function planOf(words: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...words],
    options: {
      tokens: { type: 'string' },
      corpus: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      script: { type: 'string' },
      books: { type: 'boolean', default: false },
      runs: { type: 'string' },
      json: { type: 'string' },
    },
  });
  return { corpora: corporaOf(values), json: values.json };
}

interface Options {
  readonly tokens?: string;
  readonly corpus?: string;
  readonly script?: string;
  readonly runs?: string;
  readonly quick: boolean;
  readonly books: boolean;
  readonly only: readonly string[];
}

function corporaOf(values: Options): PlannedCorpus[] {
  const runs = values.runs === undefined ? (values.quick ? 1 : usualRuns) : wholeNumber('--runs', values.runs);
  const tasks = chosenTasks(values.only);
  if (values.corpus !== undefined)
    return [{ name: values.corpus, language: 'und', runs, tasks, folder: values.corpus }];
  const asked = (['latin', 'arabic'] as const).filter(
    (script) => values.script === undefined || values.script === script,
  );
  if (asked.length === 0) throw new Error(`--script expects latin or arabic, got ${values.script}`);
  const of = (script: keyof typeof scripts, tokens: number, layout: Layout): PlannedCorpus => ({
    name: `${script}, ${tokens / 1e6} M tokens in ${layout}, seed ${seed}`,
    language: scripts[script].language,
    runs,
    tasks: tokens <= mostForPeers ? tasks : tasks.filter((task) => !inMemoryOnly.includes(task)),
    generated: { script, tokens, layout, seed },
  });
  if (values.tokens !== undefined || values.quick) {
    const tokens = values.tokens === undefined ? 50_000 : wholeNumber('--tokens', values.tokens);
    const layout = values.books || tokens >= booksFrom ? 'books' : 'articles';
    return (values.quick ? asked.slice(0, 1) : asked).map((script) => of(script, tokens, layout));
  }
  return [
    ...asked.flatMap((script) => [
      of(script, 1e6, 'articles'),
      of(script, 10e6, 'articles'),
      of(script, 10e6, 'books'),
    ]),
    of(asked[0]!, 100e6, 'books'),
  ];
}

function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number <= 0)
    throw new Error(`${option} expects a whole number above 0, got ${given}`);
  return number;
}

function chosenTasks(only: readonly string[]): TaskName[] {
  const unknown = only.find((name) => !taskNames.some((task) => task === name));
  if (unknown !== undefined) throw new Error(`--only expects one of ${taskNames.join(', ')}, got ${unknown}`);
  return taskNames.filter((task) => task !== 'facts' && (only.length === 0 || only.includes(task)));
}
