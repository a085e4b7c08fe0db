/** The words after a command that keep to what was tagged or judged in the project: the same wherever they make sense. */
import { InvalidArgumentError, type Command } from 'commander';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CorpusId } from '../../shared/model.ts';
import { judged, type Judged, type Tagged } from '../../shared/terms.ts';
import { findTag } from './commands/tags/tag-tree.ts';
import type { Session } from './session.ts';

export interface TagOptions {
  readonly tag?: string;
  readonly tagAlone?: boolean;
}

export function withTag(command: Command): Command {
  return command
    .option('--tag <tag>', 'only inside the passages of this tag and those below it: a name or a path, "War > Front"')
    .option('--tag-alone', 'without the tags below it');
}

/** The passages that are counted in, or compared with. @throws ExpectedFailure `bad-request` when there is no such tag */
export async function taggedBy(session: Session, corpus: CorpusId, name: string, alone = false): Promise<Tagged> {
  const { tags } = await session.ask('tags.tree', { corpus });
  const found = findTag(name, tags);
  if (!found) throw new ExpectedFailure('bad-request', `There is no tag “${name}” in this project`);
  return { tag: found.tag, below: !alone };
}

/** @throws ExpectedFailure `bad-request` when there is no such tag */
export async function tagIn(
  session: Session,
  corpus: CorpusId,
  { tag, tagAlone }: TagOptions,
): Promise<{ readonly tagged?: Tagged }> {
  return tag === undefined ? {} : { tagged: await taggedBy(session, corpus, tag, tagAlone) };
}

export interface VerdictOptions {
  readonly verdict?: Judged['verdicts'];
  readonly withoutVerdict?: Judged['verdicts'];
}

export function withVerdict(command: Command): Command {
  return command
    .option('--verdict <list>', 'only matches that were judged so: keep,unsure; - means not judged', verdictList)
    .option('--without-verdict <list>', 'no matches that were judged so', verdictList);
}

/** `keep,unsure,-`: verdicts with commas between them. */
function verdictList(word: string): Judged['verdicts'] {
  const verdicts = word.split(',').map((one) => (one.trim() === '-' ? null : one.trim()));
  const read = judged.shape.verdicts.safeParse(verdicts);
  if (read.success) return read.data;
  throw new InvalidArgumentError('Expected verdicts with commas between them, as keep,unsure, or - for none.');
}

/** One of the two, as a table is asked; both one after the other are for lines. */
export function judgedIn({ verdict, withoutVerdict }: VerdictOptions): { readonly judged?: Judged } {
  if (verdict && withoutVerdict) {
    const left = verdict.filter((one) => !withoutVerdict.includes(one));
    if (left.length === 0)
      throw new ExpectedFailure(
        'bad-request',
        '--verdict and --without-verdict leave nothing: name different verdicts',
      );
    return { judged: { verdicts: left, keep: true } };
  }
  if (verdict) return { judged: { verdicts: verdict, keep: true } };
  return withoutVerdict ? { judged: { verdicts: withoutVerdict, keep: false } } : {};
}
