/** The command that aligns, its words and options. What it does is in commands/align.ts. */
import { Option, type Command } from 'commander';
import { align, type AlignOptions } from './commands/align.ts';
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
