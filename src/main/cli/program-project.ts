/** The part of the table of commands that keeps the user's own work safe. */
import type { Command } from 'commander';
import { backUp, restore } from './commands/backups.ts';
import { checkTags, type CheckOptions } from './commands/tags/check.ts';
import { type AnswerOptions, withAnswerOptions } from './options.ts';
import { recordFormats } from './output/record.ts';
import { formats } from './output/render.ts';
import type { Tools } from './tools.ts';

const oneFolder = 'a folder, or a single file';

export function addProject(program: Command, tools: Tools): void {
  const project = program.command('project').description("the user's own work on a folder: check, backup, restore");

  withAnswerOptions(
    project
      .command('check')
      .description('check that the file is sound and every passage stands in its text as it is quoted')
      .argument('<folder>', oneFolder)
      .option('--repair', 'mend what can be mended, after a backup; save what can be read of a damaged file'),
    recordFormats,
  ).action((folder: string, options: CheckOptions) => checkTags(folder, options, tools));

  withAnswerOptions(
    project.command('backup').description('make a backup now, and list all of them').argument('<folder>', oneFolder),
    formats,
  ).action((folder: string, options: AnswerOptions) => backUp(folder, options, tools));

  withAnswerOptions(
    project
      .command('restore')
      .description(
        'put a backup in the place of the project, after a backup of what there is now; without NAME list them',
      )
      .argument('<folder>', oneFolder)
      .argument('[name]', 'of the backup, as backup lists it'),
    formats,
  ).action((folder: string, name: string | undefined, options: AnswerOptions) => restore(folder, name, options, tools));
}
