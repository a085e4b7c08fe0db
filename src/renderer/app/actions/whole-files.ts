/** Files that leave and enter piece by piece, as a job that shows its progress. */
import type { z } from 'zod';
import type { losses, outgoingPiece } from '../../../shared/file-pieces.ts';
import { filePiece } from '../../../shared/file-pieces.ts';
import { wordsOf } from '../../language/words.ts';
import { saveFile } from '../../ui/save-file.ts';
import { newJob } from '../jobs.ts';
import { store } from '../store/store.ts';

const t = wordsOf('exchange');

type Losses = z.infer<typeof losses>;
type Piece = { readonly [Field in keyof typeof outgoingPiece]: z.infer<(typeof outgoingPiece)[Field]> } & {
  readonly lost: Losses;
};

/** Milliseconds after which the work is shown. */
const patience = 300;

async function asJob<Made>(words: string, work: (job: string) => Promise<Made>): Promise<Made> {
  const job = newJob();
  const { begin, end } = store.getState();
  const timer = setTimeout(() => {
    begin(job, words, null);
  }, patience);
  try {
    return await work(job);
  } finally {
    clearTimeout(timer);
    end(job);
  }
}

/** `12 notes, 3 …`: what has no place; empty when nothing. */
export function lossesInWords(lost: Losses): string {
  return lost.map(({ what, times }) => `${times} × ${what}`).join('; ');
}

/**
 * Saves a file whose pieces `ask` gives, and says what it has no place for.
 * @throws ExpectedFailure when a piece is refused
 */
export async function saveWhole(ask: (from: number, job: string) => Promise<Piece>): Promise<void> {
  const { file, lost } = await asJob(t('writing'), async (job) => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; ;) {
      const piece = await ask(from, job);
      pieces.push(Uint8Array.from(atob(piece.base64), (sign) => sign.charCodeAt(0)));
      if (piece.next === null)
        return { file: { name: piece.name, content: new Blob(pieces, { type: piece.mediaType }) }, lost: piece.lost };
      from = piece.next;
    }
  });
  saveFile(file.name, file.content);
  const left = lossesInWords(lost);
  const said = t('saved', { name: file.name });
  store.getState().remark(left === '' ? said : `${said} ${t('left', { left })}`);
}

export interface SentPiece {
  readonly name: string;
  readonly base64: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly job: string;
}

/** Sends a file; what the last piece is answered comes back. */
export async function sendWhole<Answer>(file: File, send: (piece: SentPiece) => Promise<Answer>): Promise<Answer> {
  return asJob(t('reading', { name: file.name }), async (job) => {
    for (let from = 0; ; from += filePiece) {
      const bytes = new Uint8Array(await file.slice(from, from + filePiece).arrayBuffer());
      const last = from + filePiece >= file.size;
      const piece = { name: file.name.slice(0, 300), base64: base64Of(bytes), first: from === 0, last, job };
      const answer = await send(piece);
      if (last) return answer;
    }
  });
}

/** Bytes that are put into one call: more are more arguments than an engine takes. */
const atOnce = 8192;

function base64Of(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += atOnce) signs += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return btoa(signs);
}
