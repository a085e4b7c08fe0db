/** Lines as files: the whole result goes out piece by piece, with progress, and can be stopped. */
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Params } from '../../../shared/contract.ts';
import { writeLink } from '../../../shared/link.ts';
import { wordsOf } from '../../language/words.ts';
import { saveFile } from '../../ui/save-file.ts';
import { newJob } from '../jobs.ts';
import { request } from '../request.ts';
import { currentCorpus } from '../store/library.ts';
import { store } from '../store/store.ts';

const t = wordsOf('lines');

export type LineFile = Omit<Params<'concordance.export'>, 'corpus' | 'result' | 'job'>;

/** @throws ExpectedFailure when the format has no room for the lines, or the folder was read anew meanwhile. */
export async function saveLines({ corpus, result }: ConcordanceSummary, options: LineFile): Promise<void> {
  const blob = await gathered(corpus, result, options);
  if (!blob) return;
  saveFile(blob.name, blob.content);
  store.getState().remark(t('file.saved', { name: blob.name }));
}

interface Gathered {
  readonly name: string;
  readonly content: Blob;
}

/** Null when it was stopped. */
async function gathered(
  corpus: ConcordanceSummary['corpus'],
  result: ConcordanceSummary['result'],
  options: LineFile,
): Promise<Gathered | null> {
  const job = newJob();
  const { begin, advance, end } = store.getState();
  begin(job, t('file.writing'), null);
  try {
    const { file, name, mediaType, lines } = await request('concordance.export', { corpus, result, ...options, job });
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let isLast = false; !isLast;) {
      if (isStopped(job)) {
        await request('files.close', { corpus, file });
        return null;
      }
      const piece = await request('files.next', { corpus, file });
      pieces.push(Uint8Array.from(atob(piece.base64), (sign) => sign.charCodeAt(0)));
      advance({ type: 'progress', job, stage: 'writing', done: piece.lines, total: lines, what: name });
      isLast = piece.isLast;
    }
    return { name, content: new Blob(pieces, { type: mediaType }) };
  } finally {
    end(job);
  }
}

function isStopped(job: string): boolean {
  return store.getState().jobs.find((known) => known.job === job)?.cancelling ?? true;
}

/** Opens the system's print dialog on the exercise alone: its lines with blanks, and the key on a page of its own. */
export async function printExercise(shown: ConcordanceSummary, options: LineFile): Promise<void> {
  const sheet = await gathered(shown.corpus, shown.result, { ...options, format: 'html', gaps: true });
  if (!sheet) return;
  const frame = document.createElement('iframe');
  frame.className = 'concordance-print';
  frame.srcdoc = await sheet.content.text();
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => {
      frame.remove();
    });
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}

/** The link to a result as it is shown now. */
export function linkTo({ query, sort, chain }: ConcordanceSummary): string {
  const { asked, preferences } = store.getState();
  return writeLink({
    query,
    sort,
    where: asked?.where ?? '',
    steps: chain.map(({ step }) => step),
    context: preferences.context,
    folder: currentCorpus(store.getState())?.name ?? '',
    fingerprint: '',
  });
}
