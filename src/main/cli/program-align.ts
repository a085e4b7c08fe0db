/** The commands about aligned texts, their words and options. What they do is in commands/. */
import { Option, type Command } from 'commander';
import { associationMeasures } from '../../shared/measures.ts';
import { besideUnits } from '../../shared/parallel.ts';
import { align, type AlignOptions } from './commands/align.ts';
import { parallel, type ParallelOptions } from './commands/parallel.ts';
import { lineCount, wholeNumber, withAnswerOptions } from './options.ts';
import { formats } from './output/render.ts';
import { withQueryOptions } from './query-options.ts';
import { alignFormats } from './output/alignments.ts';
import { withReadingOptions } from './reading-options.ts';
import type { Tools } from './tools.ts';

/** An option that may stand several times. */
function each(word: string, before: readonly string[]): readonly string[] {
  return [...before, word];
}

export function addAlign(program: Command, tools: Tools): void {
  const command = program
    .command('align')
    .description('link the sentences of two texts, or of the texts of two folders, that answer each other')
    .argument('<a>', 'a file or a folder')
    .argument('<b>', 'a file or a folder; the same folder to find pairs within it');
  withReadingOptions(command)
    .addOption(new Option('--format <format>', 'how to write the links').choices(alignFormats).default('tsv'))
    .addOption(new Option('--json', 'short for --format json').conflicts('format'))
    .addOption(
      new Option('--mode <mode>', 'one path over all sentences, similar passages in any order, or whichever fits')
        .choices(['parallel', 'comparable', 'auto'])
        .default('auto'),
    )
    .addOption(
      new Option('--granularity <unit>', 'what is linked').choices(['sentence', 'paragraph']).default('sentence'),
    )
    .option('--segmented', 'each line of a file is one sentence as it is')
    .option('--language-a <code>', 'language of the first text or folder')
    .option('--language-b <code>', 'language of the second')
    .option('--pair-by <how>', 'pair the files of folders by name, by content, or by a metadata field of that name')
    .option('--dictionary <file>', 'word, tab, meaning a line; or FreeDict; or TMX; may stand several times', each, [])
    .option('--lexicon <file>', 'start from what --learn wrote; may stand several times', each, [])
    .option('--learn <file>', 'write what was learned of the words')
    .option('-o, --output <path>', 'write to a file, or with folders a file a pair into this folder')
    .option('--quiet', 'no progress and no remarks on standard error')
    .action(async (a: string, b: string, options: AlignOptions & { readonly json?: boolean }) => {
      await align(a, b, options.json ? { ...options, format: 'json' } : options, tools);
    });
}

export function addParallel(program: Command, tools: Tools): void {
  const command = withQueryOptions(program.command('parallel'))
    .description('list sentences of one language beside what the other says there, or the words that it says there')
    .argument('<folder>', 'a folder with both languages')
    .argument('<query>', 'as of kwic')
    .requiredOption('--here <language>', 'language that is searched, as ar')
    .requiredOption('--there <language>', 'language of the other side')
    .option('--and <query>', 'only where the other side has this')
    .addOption(new Option('--without <query>', 'only where the other side has not this').conflicts('and'))
    .option('--pair-by <how>', 'pairs by name, by content, by a field of that name, or only accepted ones', 'name')
    .option('--words', 'the words of the other side in place of the lines')
    .addOption(
      new Option('--unit <what>', 'what is counted of a word: rows that have it, or occurrences')
        .choices(besideUnits)
        .default('rows'),
    )
    .addOption(
      new Option('--measure <name>', 'what the words are sorted by').choices(associationMeasures).default('g2'),
    )
    .option('--min <n>', 'only words that stand there at least so often', wholeNumber(1), 1)
    .option('--limit <n>', 'how many, or all', lineCount, 100);
  withAnswerOptions(command, formats).action((folder: string, query: string, options: ParallelOptions) =>
    parallel(folder, query, options, tools),
  );
}
