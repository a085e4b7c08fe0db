/** The part of the table of commands that works with rules that tag by themselves. */
import { Option, type Command } from 'commander';
import { lineUnits } from '../../shared/tagging.ts';
import {
  addRule,
  type AddRuleOptions,
  deleteRule,
  listRules,
  runRules,
  type RunRulesOptions,
} from './commands/tags/rules.ts';
import { type AnswerOptions, withAnswerOptions, withWhere } from './options.ts';
import { type RecordFormat, recordFormats } from './output/record.ts';
import { formats } from './output/render.ts';
import { withQueryOptions } from './query-options.ts';
import type { Tools } from './tools.ts';

const oneFolder = 'a folder, or a single file';

export function addRules(tags: Command, tools: Tools): void {
  const rules = tags.command('rules').description('queries that tag by themselves: list, add, run, delete');

  withAnswerOptions(
    rules.command('list').description('the rules in the order in which they run').argument('<folder>', oneFolder),
    formats,
  ).action((folder: string, options: AnswerOptions) => listRules(folder, options, tools));

  const add = withQueryOptions(rules.command('add'))
    .description('make a rule, or give another query to the rule of that name')
    .argument('<folder>', oneFolder)
    .argument('<name>', 'of the rule')
    .argument('<query>', 'as of kwic')
    .argument('<tag>', 'a tag by its name or its path: "War > Front"; made where there is none')
    .addOption(new Option('--unit <unit>', 'how much is tagged').choices(lineUnits).default('match'));
  withAnswerOptions(withWhere(add), recordFormats).action(
    (folder: string, name: string, query: string, tag: string, options: AddRuleOptions) =>
      addRule(folder, [name, query, tag], options, tools),
  );

  const run = rules
    .command('run')
    .description('run rules, all without a name, as one step; nothing is tagged twice, nor what a person took away')
    .argument('<folder>', oneFolder)
    .argument('[name...]', 'of rules')
    .option('--dry-run', 'only count')
    .option('--refused', 'tag again what a person took away');
  withAnswerOptions(run, formats).action((folder: string, names: string[], options: RunRulesOptions) =>
    runRules(folder, names, options, tools),
  );

  withAnswerOptions(
    rules
      .command('delete')
      .description('delete a rule; what it tagged stays')
      .argument('<folder>', oneFolder)
      .argument('<name>', 'of the rule'),
    recordFormats,
  ).action((folder: string, name: string, options: Omit<AnswerOptions, 'format'> & { format: RecordFormat }) =>
    deleteRule(folder, name, options, tools),
  );
}
