/** Files that cross a door piece by piece: one at a time goes out and one comes in for each owner. */
import { ExpectedFailure } from '../shared/failure.ts';
import { filePiece, largestIncomingFile } from '../shared/file-pieces.ts';

interface Going<Extra> {
  readonly job: string;
  readonly bytes: Uint8Array;
  readonly extra: Extra;
}

interface Piece {
  /** Of the whole file. */
  readonly bytes: number;
  readonly base64: string;
  readonly next: number | null;
}

/** Files that go out; `Extra` is what is said of each beside its bytes. */
export class OutgoingFiles<Extra> {
  private readonly going = new WeakMap<object, Going<Extra>>();

  /**
   * The piece from byte `from` on. The file is made for the first one and kept for the others of the same job.
   * @throws ExpectedFailure `bad-request` when another file has taken its place
   */
  async piece(
    owner: object,
    job: string,
    from: number,
    make: () => Promise<{ readonly bytes: Uint8Array; readonly extra: Extra }>,
  ): Promise<Piece & { readonly extra: Extra }> {
    let file = this.going.get(owner);
    if (from === 0) this.going.set(owner, (file = { job, ...(await make()) }));
    else if (file?.job !== job)
      throw new ExpectedFailure('bad-request', 'This export was overtaken by another one: export again.');
    const until = Math.min(file.bytes.length, from + filePiece);
    const next = until < file.bytes.length ? until : null;
    if (next === null) this.going.delete(owner);
    const base64 = Buffer.from(file.bytes.subarray(from, until)).toString('base64');
    return { bytes: file.bytes.length, base64, next, extra: file.extra };
  }
}

export interface IncomingPiece {
  /** Of the file. */
  readonly name: string;
  readonly base64: string;
  readonly first: boolean;
  readonly last: boolean;
}

export class IncomingFiles {
  private readonly coming = new WeakMap<object, { readonly pieces: Uint8Array[]; size: number }>();

  /**
   * The whole file once its last piece has come.
   * @throws ExpectedFailure when its beginning never came, or it is too large
   */
  add(owner: object, { name, base64, first, last }: IncomingPiece): Uint8Array | undefined {
    const piece = Buffer.from(base64, 'base64');
    let file = this.coming.get(owner);
    if (first) this.coming.set(owner, (file = { pieces: [], size: 0 }));
    if (!file) throw new ExpectedFailure('bad-request', 'The beginning of this file is missing: import it again.');
    file.size += piece.length;
    if (file.size > largestIncomingFile) {
      this.coming.delete(owner);
      const most = `${largestIncomingFile / 1_000_000} MB`;
      throw new ExpectedFailure('unreadable', `This file is larger than ${most}: split it where it was made`, {
        where: name,
      });
    }
    file.pieces.push(piece);
    if (!last) return undefined;
    this.coming.delete(owner);
    return Buffer.concat(file.pieces);
  }
}
