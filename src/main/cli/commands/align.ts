/** `lectern align A B`: which sentences of two texts, or of the texts of two folders, answer each other. */
import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AlignedPair, AlignStart } from '../../../shared/align-messages.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { unlinkedUnits } from '../../../export/alignment/written-pair.ts';
import { findInstallation } from '../../installation.ts';
import { alignInThread } from '../align-thread.ts';
import { counted } from '../counted.ts';
import { writtenPairs, type AlignFormat } from '../output/alignments.ts';
import { outputFile, standardOutput, type Destination } from '../output/destination.ts';
import { ProgressBar } from '../progress.ts';
import { readingOf, type ReadingOptions } from '../reading-options.ts';
import { job } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface AlignOptions extends ReadingOptions {
  readonly format: AlignFormat;
  readonly mode: AlignStart['mode'];
  readonly granularity: AlignStart['granularity'];
  readonly segmented?: boolean;
  readonly languageA?: string;
  readonly languageB?: string;
  readonly pairBy?: string;
  readonly dictionary: readonly string[];
  readonly lexicon: readonly string[];
  readonly learn?: string;
  readonly quiet?: boolean;
  readonly output?: string;
}

export async function align(a: string, b: string, options: AlignOptions, tools: Tools): Promise<void> {
  const { alignUrl, readerUrl, resources, version } = findInstallation();
  const start: AlignStart = {
    a: realPath(a),
    b: realPath(b),
    mode: options.mode,
    granularity: options.granularity,
    segmented: options.segmented ?? false,
    languages: [options.languageA, options.languageB],
    pairBy: options.pairBy,
    dictionaries: options.dictionary.map(realPath),
    lexicons: options.lexicon.map(realPath),
    reading: readingOf(options),
    resources,
    readerUrl: readerUrl.href,
  };
  const folders = isFolder(start.a) || isFolder(start.b);
  const output = new AlignOutput(options, folders, tools);
  const bar = new ProgressBar(process.stderr, options.quiet ?? false);
  const remark = (text: string): void => {
    bar.clear();
    if (!options.quiet) tools.tell(text);
  };
  tools.ending.own(() => {
    bar.clear();
  });
  const progress = (report: Parameters<ProgressBar['show']>[0]): void => {
    bar.show(report);
  };
  const listeners = {
    remark,
    progress: (report: Omit<Parameters<ProgressBar['show']>[0], 'type' | 'job'>) => {
      progress({ type: 'progress', job, ...report });
    },
  };
  const { pairs, lexicons } = await alignInThread(alignUrl, start, listeners, tools.ending);
  bar.clear();
  await output.write(pairs, version);
  if (options.learn !== undefined) await output.writeWhole(options.learn, `${JSON.stringify({ lexicons })}\n`);
  for (const line of whatWasDone(pairs, options.format)) remark(line);
}

/** Where the links go: one text, or a file a pair. */
class AlignOutput {
  private readonly format: AlignFormat;
  private readonly folder: string | undefined;
  private readonly single: Destination | undefined;
  private readonly tools: Tools;

  constructor({ output, format }: AlignOptions, folders: boolean, tools: Tools) {
    this.format = format;
    this.tools = tools;
    this.folder = output !== undefined && (folders || isFolder(output)) ? output : undefined;
    // Opened first: a file that cannot be written is known before the work is done, not after it.
    if (this.folder === undefined)
      this.single = this.own(output === undefined ? standardOutput(process.stdout) : outputFile(output));
    else makeFolder(this.folder);
  }

  async write(pairs: readonly AlignedPair[], version: string): Promise<void> {
    const { folder, single, format } = this;
    if (single) {
      await single.write(writtenPairs(pairs, format, version));
      single.finish();
      return;
    }
    const taken = new Set<string>();
    for (const pair of pairs) {
      const name = freeName(pair.name.replace(/[/\\]+/gu, '-'), taken);
      await this.writeWhole(join(folder!, `${name}.${format}`), writtenPairs([pair], format, version));
    }
  }

  async writeWhole(path: string, text: string): Promise<void> {
    const destination = this.own(outputFile(path));
    await destination.write(text);
    destination.finish();
  }

  private own(destination: Destination): Destination {
    this.tools.ending.own(() => {
      destination.abandon();
    });
    return destination;
  }
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name}-${n}`;
  taken.add(free);
  return free;
}

function whatWasDone(pairs: readonly AlignedPair[], format: AlignFormat): string[] {
  const lines: string[] = [];
  const [only] = pairs;
  if (pairs.length === 1 && only && !only.asked) lines.push(reason(only));
  else if (pairs.length > 1) {
    const parallel = pairs.filter(({ mode }) => mode === 'parallel').length;
    lines.push(`${counted(pairs.length, 'pair')}: ${parallel} parallel, ${pairs.length - parallel} comparable`);
  }
  const unlinked = pairs.reduce((sum, pair) => sum + unlinkedUnits(pair), 0);
  if (format === 'tmx' && unlinked > 0)
    lines.push(
      `${counted(unlinked, 'unit')} without counterpart have no place in a translation memory and were left out`,
    );
  return lines;
}

function reason({ mode, coverage, monotonicity }: AlignedPair): string {
  const share = (value: number): string => `${Math.round(value * 100)} %`;
  const seen = `${share(coverage)} of the units have a sure counterpart in order, ${share(monotonicity)} of the surest are in one order`;
  return `aligned as ${mode === 'parallel' ? 'translations' : 'comparable texts'}: ${seen}`;
}

/** @throws ExpectedFailure when there is nothing at that path */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new ExpectedFailure('no-such-folder', 'There is no such file or folder', { where: path });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new ExpectedFailure('unreadable', 'The folder for the links could not be made', { where: basename(path) });
  }
}
