/** What a person says of spans that could not follow their text by themselves. Called inside a change. */
import { widened } from '../../corpus/tagging/graphemes.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CharOffset, DocId } from '../../shared/model.ts';
import type { SpanId } from '../../shared/tagging.ts';
import type { Own } from './corpus-project.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { refuse } from './rules/refusals.ts';
import { checkSpans, placeSpan } from './span-rows.ts';
import { placeOf, textOfVersion } from './tagged-documents.ts';

/** Where a person says that a span belongs. */
interface NewPlace {
  readonly doc: DocId;
  readonly start: CharOffset;
  readonly end: CharOffset;
}

export function settleSpans(
  database: Database,
  { corpus, opened }: Pick<Own, 'corpus' | 'opened'>,
  spans: readonly SpanId[],
  how: 'accept' | 'orphan' | NewPlace,
): void {
  checkSpans(database, spans);
  if (how !== 'accept') refuse(database, spans, undefined);
  for (const span of spans) {
    if (how === 'orphan') database.run("UPDATE spans SET state = 'orphan' WHERE id = ? AND state <> 'orphan'", span);
    else if (how === 'accept') accept(database, span);
    else {
      corpus.document(how.doc);
      const place = placeOf(database, opened, how.doc);
      const ends = widened(place.text, how.start, how.end);
      if (!ends) throw new ExpectedFailure('bad-request', 'There is no text at this place to tag.');
      placeSpan(database, span, place, ends.start, ends.end);
    }
  }
}

/** The text where it stands now becomes its quote. */
function accept(database: Database, span: SpanId): void {
  const row = database.get('SELECT document, version, start, "end", state FROM spans WHERE id = ?', span);
  if (textIn(row, 4) === 'orphan')
    throw new ExpectedFailure('bad-request', 'What this passage covered is gone: place it elsewhere, or delete it.');
  const [document, version] = [numberIn(row, 0), numberIn(row, 1)];
  placeSpan(
    database,
    span,
    { document, version, text: textOfVersion(database, version) },
    numberIn(row, 2),
    numberIn(row, 3),
  );
}
