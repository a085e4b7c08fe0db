/** The words after a command that say how its folders are read: this time, over what was corrected in the window. */
import { Option, type Command } from 'commander';
import type { ReadingChange } from '../../shared/answers.ts';

export interface ReadingOptions {
  readonly encoding?: string;
  readonly language?: string;
  readonly html?: 'main' | 'all';
  readonly xmlElement?: string;
  readonly textColumn?: string;
  readonly pathPattern?: string;
}

export function withReadingOptions(command: Command): Command {
  return command
    .option('--encoding <name>', 'read every file in this encoding, whatever it seems to be in')
    .option('--language <code>', 'every document is in this language')
    .addOption(
      new Option('--html <part>', 'of web pages, read the article or all (default: main)').choices(['main', 'all']),
    )
    .option('--xml-element <name>', 'of XML, read the text of this element')
    .option('--text-column <name>', 'of tables and JSON, the column that holds the text; the others are metadata')
    .option('--path-pattern <pattern>', 'metadata in paths, as in "{source}/{date}_{title}.txt"');
}

export function readingOf(options: ReadingOptions): ReadingChange {
  const { encoding, language, html, xmlElement, textColumn, pathPattern } = options;
  const said = Object.entries({ encoding, language, html, xmlElement, textColumn, pathPattern });
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}
