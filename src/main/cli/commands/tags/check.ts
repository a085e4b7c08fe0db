/** `lectern tags check FOLDER`: whether the project is sound, every passage says what it covers, and nothing hangs loose. */
import { ExpectedFailure } from '../../../../shared/failure.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import type { RecordFormat } from '../../output/record.ts';
import { renderRecord } from '../../output/record.ts';
import { job } from '../../session.ts';
import type { Tools } from '../../tools.ts';

export interface CheckOptions extends Omit<AnswerOptions, 'format'> {
  readonly format: RecordFormat;
  readonly repair?: boolean;
}

/** Ends as a failure while something is wrong, so that a script can tell. */
export async function checkTags(folder: string, options: CheckOptions, tools: Tools): Promise<void> {
  await answering({ ...options }, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { sound, spans, problems } = await session.ask('project.check', {
      ...{ corpus, repair: options.repair ?? false, job },
    });
    const { review, orphans } = await session.ask('project.summary', { corpus });
    const text = [
      ...problems.map(({ problem, where, repaired }) => `${problem} (${where})${repaired ? ' – repaired' : ''}`),
      `${counted(spans, 'passage')} checked: ${sound ? 'sound' : counted(problems.length, 'problem')}; ${review} to review, ${counted(orphans, 'orphan')}`,
    ];
    await destination.write(
      renderRecord({ fields: { sound, spans, review, orphans, problems }, text }, options.format),
    );
    destination.finish();
    const left = problems.filter(({ repaired }) => !repaired).length;
    if (left > 0)
      throw new ExpectedFailure('unreadable', `The project has ${counted(left, 'problem')}`, { where: folder });
  });
}
