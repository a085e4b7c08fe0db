/** `lectern index FOLDER`: builds or refreshes the index and tells what was read and what was passed over. */
import type { CorpusSummary, SkippedFile } from '../../../shared/contract.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import { renderRecord, type RecordFormat } from '../output/record.ts';
import { pages, type Session } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface IndexOptions extends AnswerOptions {
  readonly format: RecordFormat;
}

async function allSkipped(session: Session, { corpus, skipped }: CorpusSummary): Promise<SkippedFile[]> {
  const found: SkippedFile[] = [];
  const read = async (from: number, count: number) =>
    (await session.ask('corpus.skipped', { corpus, from, count })).skipped;
  for await (const page of pages(0, skipped, read)) found.push(...page);
  return found;
}

export async function indexFolder(folder: string, options: IndexOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const summary = await session.open(folder);
    const skipped = await allSkipped(session, summary);
    const { documents, tokens, types, sentences, paragraphs, bytes, ms, reused, snapshotBytes } = summary;
    const fields = { documents, skipped, tokens, types, sentences, paragraphs, bytes, ms, reused, snapshotBytes };
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
    ];
    await destination.write(renderRecord({ fields, text }, options.format));
    destination.finish();
  });
}
