/** The part of the table of commands that counts: words, n-grams, collocates, keywords, dispersion, trends, profiles. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { associationMeasures, keynessMeasures, type ParityTool, parityTools } from '../../shared/measures.ts';
import { mostTerms, windowMarginals } from '../../shared/tables.ts';
import { collocates, type CollocatesOptions, spanOf } from './commands/tables/collocates.ts';
import {
  withCountingOptions,
  withIntervals,
  withResampling,
  withRows,
  withTextOptions,
} from './commands/tables/counting-options.ts';
import { keywords, type KeywordsOptions } from './commands/tables/keywords.ts';
import { ngrams, type NgramsOptions, words, type WordsOptions } from './commands/tables/lists.ts';
import {
  dispersion,
  type DispersionOptions,
  groupingOf,
  profile,
  type ProfileOptions,
  trend,
  type TrendOptions,
} from './commands/tables/spread.ts';
import { wholeNumber, withAnswerOptions } from './options.ts';
import { formats } from './output/render.ts';
import { withVerdict } from './project-options.ts';
import { withQueryOptions } from './query-options.ts';
import type { Tools } from './tools.ts';

const oneFolder = 'a folder, or a single file';
/** As it is typed: `sketch-engine`. */
const typedTools: Readonly<Record<string, ParityTool>> = Object.fromEntries(
  parityTools.map((tool) => [tool.toLowerCase().replace(' ', '-'), tool]),
);

function parityTool(word: string): ParityTool {
  const tool = typedTools[word.toLowerCase()];
  if (tool) return tool;
  throw new InvalidArgumentError(`Expected ${Object.keys(typedTools).join(', ')}.`);
}

function withParity(command: Command): Command {
  return command.option(
    '--as <program>',
    `scores as another program gives them, and only those whose making is published: ${Object.keys(typedTools).join(', ')}`,
    parityTool,
  );
}

const likeKwic = 'as of kwic';

export function addTables(program: Command, tools: Tools): void {
  addLists(program, tools);
  addCompany(program, tools);
  addSpread(program, tools);
}

function addLists(program: Command, tools: Tools): void {
  const list = withIntervals(withCountingOptions(program.command('words')))
    .description('list how often each word occurs, in how many documents, and how evenly')
    .argument('<folder>', oneFolder)
    .option('--match <query>', 'only words that this finds: govern*, (lake|river)');
  withAnswerOptions(list, formats).action((folder: string, options: WordsOptions) => words(folder, options, tools));

  const grams = withIntervals(withCountingOptions(program.command('ngrams')))
    .description('list runs of words')
    .argument('<folder>', oneFolder)
    .option('-n, --n <n>', 'words of a run, 2 to 5', wholeNumber(2, 5), 2)
    .option('--slots', 'leave one inner word open: the * of')
    .addOption(
      new Option('--bounds <unit>', 'no run goes over its end').choices(['sentence', 'paragraph']).default('paragraph'),
    )
    .option('--around <query>', 'only runs that hold a match of this');
  withAnswerOptions(grams, formats).action((folder: string, options: NgramsOptions) => ngrams(folder, options, tools));
}

function addCompany(program: Command, tools: Tools): void {
  const company = withCountingOptions(withVerdict(withQueryOptions(program.command('collocates'))))
    .description('list the words that keep company with the matches of a query')
    .argument('<folder>', oneFolder)
    .argument('<query>', likeKwic)
    .addOption(new Option('--span <n,n>', 'words before and after').argParser(spanOf).default(spanOf('5,5'), '5,5'))
    .option('--sentence', 'windows stop at the ends of the sentence')
    .addOption(
      new Option('--measure <name>', 'what the list is sorted by').choices(associationMeasures).default('logDice'),
    )
    .addOption(
      new Option('--window-marginals <what>', 'R1 of the table: tokens in the windows, node frequency, or times span')
        .choices(windowMarginals)
        .default('tokens'),
    );
  withAnswerOptions(withParity(company), formats).action((folder: string, query: string, options: CollocatesOptions) =>
    collocates(folder, query, options, tools),
  );

  const key = withIntervals(withCountingOptions(program.command('keywords')))
    .description('list the words that are typical of the target against the reference')
    .argument('<target>', oneFolder)
    .argument('[reference]', 'another folder; without it, and with --where, the other documents of the target')
    .option('--against <expr>', 'only these documents of the reference')
    .option('--against-tag <tag>', 'compare with the passages of a tag and those below it')
    .option('--list <file>', 'compare with a word list instead: one word a line with its count')
    .addOption(new Option('--measure <name>', 'what the list is sorted by').choices(keynessMeasures).default('ll'))
    .option('--negative', 'begin with the words that the target avoids');
  withAnswerOptions(withParity(key), formats).action(
    (target: string, reference: string | undefined, options: KeywordsOptions, command: Command) => {
      if (
        reference === undefined &&
        ![options.where, options.tag, options.against, options.againstTag, options.list].some(
          (one) => one !== undefined,
        )
      )
        command.error('error: name a reference: another folder, --where, --tag, --against, --against-tag or --list');
      return keywords(target, reference, options, tools);
    },
  );
}

function addSpread(program: Command, tools: Tools): void {
  const spread = withRows(withTextOptions(withVerdict(withQueryOptions(program.command('dispersion')))))
    .description('show how evenly the matches of a query are spread over the documents')
    .argument('<folder>', oneFolder)
    .argument('<query>', likeKwic);
  withAnswerOptions(spread, formats).action((folder: string, query: string, options: DispersionOptions) =>
    dispersion(folder, query, options, tools),
  );

  const trends = withResampling(withRows(withTextOptions(withVerdict(withQueryOptions(program.command('trend'))))))
    .description('show how often queries match in groups of documents')
    .argument('<folder>', oneFolder)
    .argument('<query...>', `${likeKwic}; up to ${mostTerms} to compare`)
    .requiredOption('--by <field>', 'a field, or year, month, day of date; published:month of another', groupingOf);
  withAnswerOptions(trends, formats).action(
    (folder: string, queries: string[], options: TrendOptions, command: Command) => {
      if (queries.length > mostTerms) command.error(`error: at most ${mostTerms} queries can be compared`);
      return trend(folder, queries, options, tools);
    },
  );

  const profiles = withRows(withTextOptions(program.command('profile')))
    .description('describe the vocabulary, sentences and words of each document and of all')
    .argument('<folder>', oneFolder);
  withAnswerOptions(profiles, formats).action((folder: string, options: ProfileOptions) =>
    profile(folder, options, tools),
  );
}
