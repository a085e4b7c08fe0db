/** The part of the table of commands that works with tagged passages. */
import { Option, type Command } from 'commander';
import { tagFormats } from '../../shared/tag-formats.ts';
import { matrixRelations } from '../../shared/tag-tables.ts';
import { lineUnits } from '../../shared/tagging.ts';
import { type AddOptions, addTag } from './commands/tags/add.ts';
import { type ExportOptions, exportTags, type ImportOptions, importTags } from './commands/tags/files.ts';
import { agreementAmong } from './commands/tags/agreement-among.ts';
import { agreement } from './commands/tags/agreement.ts';
import { mostCoders } from '../../shared/tag-tables.ts';
import { checkTags, type CheckOptions } from './commands/tags/check.ts';
import { listTags } from './commands/tags/list.ts';
import { matrix, type MatrixOptions } from './commands/tags/matrix.ts';
import { type AnswerOptions, wholeNumber, withAnswerOptions, withWhere } from './options.ts';
import { recordFormats } from './output/record.ts';
import { formats } from './output/render.ts';
import { withQueryOptions } from './query-options.ts';
import { addRules } from './program-rules.ts';
import { withReadingOptions } from './reading-options.ts';
import type { Tools } from './tools.ts';

const oneFolder = 'a folder, or a single file';
const tagPath = 'a tag by its name or its path: "War > Front"';

export function addTags(program: Command, tools: Tools): void {
  const tags = program
    .command('tags')
    .description('tagged passages: list, add, export, import, matrix, agreement, check, rules');
  addTagAnswers(tags, tools);
  addRules(tags, tools);

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

function addTagAnswers(tags: Command, tools: Tools): void {
  const table = tags
    .command('matrix')
    .description('count tagged passages by tag and tag, document, coder or field')
    .argument('<folder>', oneFolder)
    .option('--rows <axis>', 'tags, documents, coders, or a field such as language', 'tags')
    .option('--by <axis>', 'the columns, in the same words', 'tags')
    .addOption(
      new Option(
        '--relation <name>',
        'how the passage of the row stands to that of the column, where both are tags',
      ).choices(matrixRelations),
    )
    .option('--distance <n>', 'for near and precedes: at most so many words between', wholeNumber(0))
    .addOption(new Option('--count <unit>', 'what is counted').choices(['spans', 'documents']).default('spans'))
    .option('--children', 'a tag has the passages of those below it too');
  withAnswerOptions(table, formats).action((folder: string, options: MatrixOptions) => matrix(folder, options, tools));

  const agree = tags
    .command('agreement')
    .description('how far coders agree: percent, Cohen’s kappa, Krippendorff’s alpha over words and over passages')
    .argument('<folder>', oneFolder)
    .argument(
      '[coders...]',
      'two by name: they are compared tag by tag and document by document; more, or none for all: all together and two by two',
    );
  withAnswerOptions(agree, formats).action(
    (folder: string, [first, second, ...others]: string[], options: AnswerOptions, command: Command) => {
      if (first !== undefined && second === undefined) command.error('error: name another coder, or none for all');
      if (first !== undefined && second !== undefined && others.length === 0)
        return agreement(folder, [first, second], options, tools);
      const named = [first, second, ...others].filter((name) => name !== undefined);
      if (named.length > mostCoders) command.error(`error: at most ${mostCoders} coders can be compared`);
      return agreementAmong(folder, named, options, tools);
    },
  );

  const check = tags
    .command('check')
    .description('check that the project is sound and every passage says what it covers')
    .argument('<folder>', oneFolder)
    .option('--repair', 'mend what can be mended, after a backup');
  withAnswerOptions(check, recordFormats).action((folder: string, options: CheckOptions) =>
    checkTags(folder, options, tools),
  );
}
