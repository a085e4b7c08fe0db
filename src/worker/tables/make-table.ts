/** Which maker a kind of table has. */
import type { TableRequest } from '../../shared/tables.ts';
import { textsOf } from '../../shared/tables.ts';
import type { Corpus } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { collocatesTable } from './collocates-table.ts';
import { dispersionTable } from './dispersion-table.ts';
import type { MadeTable } from './held-table.ts';
import { keywordsTable } from './keywords-table.ts';
import { ngramsTable } from './ngrams-table.ts';
import { tableCorpus } from './table-corpus.ts';
import { profileTable } from './profile-table.ts';
import { trendTable } from './trend-table.ts';
import { wordsTable } from './words-table.ts';

/** @throws ExpectedFailure as queries, conditions and stop lists of the request say, and `cancelled` */
export async function makeTable(whole: Corpus, request: TableRequest, call: Call): Promise<MadeTable> {
  const corpus = tableCorpus(whole, textsOf(request).tagged);
  switch (request.kind) {
    case 'words':
      return wordsTable(corpus, request, call);
    case 'ngrams':
      return ngramsTable(corpus, request, call);
    case 'collocates':
      return collocatesTable(corpus, request, call);
    case 'keywords':
      return keywordsTable(corpus, request, call);
    case 'dispersion':
      return dispersionTable(corpus, request, call);
    case 'trend':
      return trendTable(corpus, request, call);
    case 'profile':
      return profileTable(corpus, request, call);
  }
}
