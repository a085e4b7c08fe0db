/** The requests about what a person adds to a folder. */
import { agreementHandlers } from './agreement-handlers.ts';
import { coderHandlers } from './coder-handlers.ts';
import { matrixHandlers } from './matrix-handlers.ts';
import { noteHandlers } from './note-handlers.ts';
import { projectHandlers } from './project-handlers.ts';
import { savedQueryHandlers } from './queries/saved-query-handlers.ts';
import { ruleHandlers } from './rules/rule-handlers.ts';
import { spanHandlers } from './span-handlers.ts';
import { tagFileHandlers } from './tag-file-handlers.ts';
import { tagHandlers } from './tag-handlers.ts';
import { trustHandlers } from './trust-handlers.ts';
import { verdictHandlers } from './verdict-handlers.ts';

export const projectRoomHandlers = {
  ...tagHandlers,
  ...spanHandlers,
  ...noteHandlers,
  ...verdictHandlers,
  ...savedQueryHandlers,
  ...coderHandlers,
  ...ruleHandlers,
  ...projectHandlers,
  ...trustHandlers,
  ...matrixHandlers,
  ...agreementHandlers,
  ...tagFileHandlers,
};
