/** Spans as the contract answers them, with their words, notes and the place where they stand now. */
import type { CharOffset, DocId, Direction } from '../../shared/model.ts';
import type { SpanId, TaggedSpan } from '../../shared/tagging.ts';
import type { PlacedSpan } from '../../corpus/tagging/placed-spans.ts';
import type { OpenedFolder } from '../open.ts';
import type { CorpusProject } from './corpus-project.ts';
import { numberIn, textIn } from './database.ts';

/** In the order of `spans`. */
export function spanAnswers(
  own: CorpusProject,
  opened: OpenedFolder,
  spans: readonly (PlacedSpan & { readonly document: number })[],
): TaggedSpan[] {
  const { database } = own.project;
  const ids = JSON.stringify(spans.map(({ span }) => span));
  const among = 'IN (SELECT value FROM json_each(?))';
  const words = new Map(
    database
      .all(`SELECT id, quote, before, after FROM spans WHERE id ${among}`, ids)
      .map((row) => [textIn(row, 0), { quote: textIn(row, 1), before: textIn(row, 2), after: textIn(row, 3) }]),
  );
  const notes = new Map<string, string[]>();
  const noted = `SELECT target, text FROM notes WHERE kind = 'span' AND target ${among} ORDER BY made, id`;
  for (const row of database.all(noted, ids))
    notes.set(textIn(row, 0), [...(notes.get(textIn(row, 0)) ?? []), textIn(row, 1)]);
  const documents = new Map(
    database
      .all(
        'SELECT id, path, language, direction FROM documents WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify([...new Set(spans.map(({ document }) => document))]),
      )
      .map((row) => [numberIn(row, 0), { path: textIn(row, 1), language: textIn(row, 2), direction: textIn(row, 3) }]),
  );
  return spans.map(({ span, document, start, end, state, tags, author, made }) => {
    const { path, language, direction } = documents.get(document)!;
    const doc = own.docOf(opened, document);
    return {
      ...{ span, doc, path, start, end, ...words.get(span)!, state, tags: [...tags], author, made },
      direction: doc === null ? (direction as Direction) : directionAt(opened, doc, start),
      language: doc === null ? language : opened.documents[doc]!.language,
      notes: notes.get(span) ?? [],
    };
  });
}

/** One span, wherever it is. */
export function spanAnswer(own: CorpusProject, opened: OpenedFolder, document: number, span: SpanId): TaggedSpan {
  const placed = own.spans.of(document)?.spans.find((one) => one.span === span);
  return spanAnswers(own, opened, [{ ...placed!, document }])[0]!;
}

/** Of the paragraph that holds the place. */
function directionAt({ index, documents }: OpenedFolder, doc: DocId, at: CharOffset): Direction {
  const paragraphs = index.documentParagraph();
  let low = paragraphs[doc]!;
  let high = paragraphs[doc + 1]!;
  if (low === high) return documents[doc]!.direction;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (index.paragraphSpan(middle)[0] <= at) low = middle;
    else high = middle;
  }
  return index.paragraphDirection(low);
}
