/** The table of commands: their words, options and help. What a command does is in commands/. */
import { Command, Option } from 'commander';
import { usualShingle, usualSimilarity } from '../../shared/answers.ts';
import { longestPage } from '../../shared/terms.ts';
import { batch, type BatchOptions } from './commands/batch.ts';
import { duplicates, type DuplicatesOptions, shareOf } from './commands/duplicates.ts';
import { find, type FindOptions } from './commands/find.ts';
import { indexFolder, type IndexOptions } from './commands/index-folder.ts';
import { info, type InfoOptions } from './commands/info.ts';
import { kwic, type KwicOptions } from './commands/kwic.ts';
import { openWindow, type OpenOptions } from './commands/open-window.ts';
import { serve, type ServeOptions } from './commands/serve.ts';
import { subcorpora, subcorpusChange } from './commands/subcorpora.ts';
import { tokens } from './commands/tokens.ts';
import {
  contextSize,
  lineCount,
  fieldList,
  sortList,
  wholeNumber,
  withAnswerOptions,
  withWhere,
  type AnswerOptions,
} from './options.ts';
import { withTag, withVerdict } from './project-options.ts';
import { withQueryOptions, withStepOptions } from './query-options.ts';
import { recordFormats } from './output/record.ts';
import { formats } from './output/render.ts';
import { addAlign, addParallel } from './program-align.ts';
import { addTables } from './program-tables.ts';
import { addProject } from './program-project.ts';
import { addTags } from './program-tags.ts';
import type { Tools } from './tools.ts';

const anyPort = 0;
const lastPort = 65_535;
const oneFolder = 'a folder, or a single file';

function withDoorOptions(command: Command): Command {
  return command
    .option('--port <n>', 'port of the local page; 0 takes a free one', wholeNumber(anyPort, lastPort), anyPort)
    .option('--no-browser', 'only print the link')
    .option('--quiet', 'no remarks on standard error');
}

function addDoors(program: Command, tools: Tools): void {
  withDoorOptions(
    program
      .command('open')
      .description('open the desktop window')
      .argument('[folder...]', 'folders to open')
      .option('--or-browser', 'where no window can open, say so and open the browser'),
  ).action((folders: string[], options: OpenOptions) => openWindow(folders, options, tools));

  withDoorOptions(
    program
      .command('serve')
      .description('serve the page to a browser on this machine; prints one line, the link with its token')
      .argument('<folder...>', 'folders that may be opened'),
  ).action((folders: string[], options: ServeOptions) => serve(folders, options, tools));
}

function addReadings(program: Command, tools: Tools): void {
  withAnswerOptions(
    program.command('index').description('build or refresh the index of a folder').argument('<folder>', oneFolder),
    recordFormats,
  ).action((folder: string, options: IndexOptions) => indexFolder(folder, options, tools));

  withAnswerOptions(
    withWhere(program.command('info').description('list the documents of a folder').argument('<folder>', oneFolder)),
    formats,
  ).action((folder: string, options: InfoOptions) => info(folder, options, tools));

  const copies = program
    .command('duplicates')
    .description('list documents that are nearly the same text, in groups')
    .argument('<folder>', oneFolder)
    .option('--threshold <n>', 'how much two of them share at least, 0.05 to 1', shareOf, usualSimilarity)
    .option('--shingle <n>', 'what is shared: runs of so many words', wholeNumber(1, 20), usualShingle);
  withAnswerOptions(copies, formats).action((folder: string, options: DuplicatesOptions) =>
    duplicates(folder, options, tools),
  );

  withAnswerOptions(
    program
      .command('subcorpora')
      .description('list the saved conditions of a folder; save NAME EXPR keeps one, delete NAME forgets one')
      .argument('<folder>', oneFolder)
      .argument('[change...]', 'save NAME EXPR, or delete NAME'),
    formats,
  ).action((folder: string, change: string[], options: AnswerOptions, command: Command) =>
    subcorpora(folder, subcorpusChange(change, command), options, tools),
  );

  withAnswerOptions(
    program.command('tokens').description('list the tokens of a file as the engine sees them').argument('<file>'),
    formats,
  ).action((file: string, options: AnswerOptions) => tokens(file, options, tools));
}

function addSearches(program: Command, tools: Tools): void {
  const concordance = withQueryOptions(program.command('kwic'))
    .description('show every place where a query matches, in context (a concordance)')
    .argument('<folder>', oneFolder)
    .argument('<query>', 'words; * any characters, ? one; (a|b), a NEAR/5 b, a BEFORE/5 b; \\ escapes')
    .option('--context <n>', 'words before and after', contextSize, 10)
    .addOption(
      new Option('--unit <unit>', 'show whole sentences or paragraphs, or count --context in characters').choices([
        'characters',
        'sentence',
        'paragraph',
      ]),
    )
    .addOption(
      new Option('--sort <keys>', 'comma list of B1…B10, M, A1…A10, doc, pos, freq, field:NAME; a leading - reverses')
        .argParser(sortList)
        .default([], 'pos'),
    )
    .option('--fields <names>', 'comma list of fields of the documents, a column each', fieldList, [])
    .option('--limit <n>', 'how many lines, or all', lineCount, 100)
    .option('--offset <n>', 'how many lines to pass over first', wholeNumber(0), 0);
  withAnswerOptions(withWhere(withTag(withVerdict(withStepOptions(concordance)))), formats).action(
    (folder: string, text: string, options: KwicOptions) => kwic(folder, text, options, tools),
  );

  const many = withQueryOptions(program.command('batch'))
    .description('count many queries at once')
    .argument('<folder>', oneFolder)
    .argument('<file>', 'a text file, one query a line');
  withAnswerOptions(withWhere(many), formats).action((folder: string, file: string, options: BatchOptions) =>
    batch(folder, file, options, tools),
  );

  const passages = program
    .command('find')
    .description('find the passages that hold the words, best first')
    .argument('<folder>', oneFolder)
    .argument('<words>')
    .option('--fuzzy', 'also take words that are nearly the same')
    .option('--limit <n>', `how many passages, at most ${longestPage}`, wholeNumber(1, longestPage), 100);
  withAnswerOptions(withWhere(passages), formats).action((folder: string, words: string, options: FindOptions) =>
    find(folder, words, options, tools),
  );
}

export function buildProgram(version: string, tools: Tools): Command {
  const program = new Command('lectern')
    .description('Read and compare articles in several languages, on this machine alone.')
    .version(version)
    .showHelpAfterError(false)
    .exitOverride();
  // A wrong command line is reported once, by the caller, in the one form that all failures have.
  program.configureOutput({ outputError: () => undefined });
  addDoors(program, tools);
  addReadings(program, tools);
  addSearches(program, tools);
  addTables(program, tools);
  addTags(program, tools);
  addProject(program, tools);
  addAlign(program, tools);
  addParallel(program, tools);
  return program;
}
