/** The part of the table of commands that works with tagged passages. */
import { Option, type Command } from 'commander';
import { tagFormats } from '../../shared/tag-formats.ts';
import { lineUnits } from '../../shared/tagging.ts';
import { type AddOptions, addTag } from './commands/tags/add.ts';
import { type ExportOptions, exportTags, type ImportOptions, importTags } from './commands/tags/files.ts';
import { listTags } from './commands/tags/list.ts';
import { type AnswerOptions, withAnswerOptions, withWhere } from './options.ts';
import { recordFormats } from './output/record.ts';
import { formats } from './output/render.ts';
import { withQueryOptions } from './query-options.ts';
import { withReadingOptions } from './reading-options.ts';
import type { Tools } from './tools.ts';

const oneFolder = 'a folder, or a single file';
const tagPath = 'a tag by its name or its path: "War > Front"';

export function addTags(program: Command, tools: Tools): void {
  const tags = program.command('tags').description('tagged passages: list, add, export, import');

  withAnswerOptions(
    tags.command('list').description('the tree of tags with their passages').argument('<folder>', oneFolder),
    formats,
  ).action((folder: string, options: AnswerOptions) => listTags(folder, options, tools));

  const add = withQueryOptions(tags.command('add'))
    .description('tag every match of a query; what has the tag already is left as it is')
    .argument('<folder>', oneFolder)
    .argument('<query>', 'as of kwic')
    .argument('<tag>', `${tagPath}; made where there is none`)
    .addOption(new Option('--unit <unit>', 'how much is tagged').choices(lineUnits).default('match'))
    .option('--dry-run', 'only count');
  withAnswerOptions(withWhere(add), recordFormats).action(
    (folder: string, query: string, tag: string, options: AddOptions) => addTag(folder, query, tag, options, tools),
  );

  withReadingOptions(tags.command('export'))
    .description('write tagged passages in the format of another program, or as a report')
    .argument('<folder>', oneFolder)
    .addOption(
      new Option('--format <format>', 'default: by the ending of the file, else jsonl').choices([...tagFormats]),
    )
    .option('--tag <tag>', `only passages of this tag and those below it: ${tagPath}`)
    .option('--raw', 'do not protect spreadsheets from text that looks like a formula')
    .option('-o, --output <file>', 'write to a file instead; it appears only when it is whole')
    .option('--quiet', 'no progress and no remarks on standard error')
    .option('--cache <dir>', 'where snapshots of the index live')
    .option('--project <file>', "where the user's own work lives")
    .action((folder: string, options: ExportOptions) => exportTags(folder, options, tools));

  const take = tags
    .command('import')
    .description('take over the tagged passages of a file; what is there already is not brought twice')
    .argument('<folder>', oneFolder)
    .argument('<file>')
    .addOption(new Option('--as <format>', 'what the file is; default: by its ending').choices([...tagFormats]))
    .option('--dry-run', 'only count');
  withAnswerOptions(take, recordFormats).action((folder: string, file: string, options: ImportOptions) =>
    importTags(folder, file, options, tools),
  );
}
