/**
 * What is asked of a folder that was just opened, before anybody looks a word up. The thread starts with these alone: reading
 * the program of all others takes as long as reading two million words.
 */
import { documentHandlers } from './document-handlers.ts';
import { refreshHandlers } from './refresh-handlers.ts';

export const firstHandlers = { ...refreshHandlers, ...documentHandlers };
