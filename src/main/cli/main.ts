/**
 * The command line, one of the three doors: it reads words, asks the workbench, and prints answers. What it promises
 * (names, fields, exit codes) scripts rely on; `lectern <command> --help` lists it.
 */
import { runCommandLine } from './run.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
