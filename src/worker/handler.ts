/** What a handler of a request is: the corpus, what was asked, and the way to say how far it is. */
import type { CorpusRequestName, Params, Result } from '../shared/contract.ts';
import type { Corpus } from './corpus.ts';
import type { ReportProgress } from './open.ts';

/** What a handler may use beside the corpus: the way to report progress, and the word that it is no longer wanted. */
export interface Call {
  readonly report: ReportProgress;
  readonly signal: AbortSignal;
}

/** Throws ExpectedFailure for what the caller can put right. */
export type Handler<Name extends CorpusRequestName> = (
  corpus: Corpus,
  params: Params<Name>,
  call: Call,
) => Result<Name> | Promise<Result<Name>>;

export type Handlers<Names extends CorpusRequestName = CorpusRequestName> = {
  readonly [Name in Names]: Handler<Name>;
};
