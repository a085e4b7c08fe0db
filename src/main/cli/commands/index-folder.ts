/** `lectern index FOLDER`: builds or refreshes the index and tells what was read and what was passed over. */
import type { CorpusSummary, SkippedFile } from '../../../shared/answers.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import { renderRecord, type RecordFormat } from '../output/record.ts';
import { pages, type Session } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface IndexOptions extends AnswerOptions {
  readonly format: RecordFormat;
}

async function allSkipped(session: Session, { corpus, skipped, notes }: CorpusSummary): Promise<SkippedFile[]> {
  const found: SkippedFile[] = [];
  const read = async (from: number, count: number) =>
    (await session.ask('corpus.skipped', { corpus, from, count })).skipped;
  for await (const page of pages(0, skipped + notes, read)) found.push(...page);
  return found;
}

export async function indexFolder(folder: string, options: IndexOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const summary = await session.keep(await session.open(folder));
    if (summary.snapshotProblem !== '' && options.quiet !== true) tools.tell(summary.snapshotProblem);
    const remarks = await allSkipped(session, summary);
    const of = (wanted: SkippedFile['kind']) =>
      remarks.filter(({ kind }) => kind === wanted).map(({ path, reason }) => ({ path, reason }));
    const skipped = of('skipped');
    const notes = of('note');
    const { documents, tokens, types, sentences, paragraphs, bytes, ms, reused, snapshotBytes } = summary;
    const fields = {
      documents,
      skipped,
      tokens,
      types,
      sentences,
      paragraphs,
      bytes,
      ms,
      reused,
      snapshotBytes,
      notes,
    };
    const text = [
      `${counted(documents, 'document')}, ${reused} of them from the snapshot`,
      [
        counted(tokens, 'token'),
        counted(types, 'type'),
        counted(sentences, 'sentence'),
        counted(paragraphs, 'paragraph'),
      ].join(', '),
      `${counted(bytes, 'byte')} read in ${Math.round(ms)} ms, snapshot of ${counted(snapshotBytes, 'byte')}`,
      ...skipped.map(({ path, reason }) => `skipped ${path}: ${reason}`),
      ...notes.map(({ path, reason }) => `note ${path}: ${reason}`),
    ];
    await destination.write(renderRecord({ fields, text }, options.format));
    destination.finish();
  });
}
