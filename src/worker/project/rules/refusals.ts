/**
 * Places from which a person took a tag that a rule gives. A rule leaves them alone from then on; who tags the place by
 * hand is not asked. They follow their file as verdicts do. Called inside a change.
 */
import type { CoderId, SpanId, TagId } from '../../../shared/tagging.ts';
import type { Database } from '../database.ts';
import { numberIn, textIn } from '../database.ts';

/**
 * To be called before a person's change takes `tags` from spans, or all of their tags when undefined. Only tags that some
 * rule gives are noted: of the others nothing would ever ask.
 */
export function refuse(database: Database, spans: readonly SpanId[], tags: readonly TagId[] | undefined): void {
  if (database.get('SELECT 1 FROM rule_tags LIMIT 1') === undefined) return;
  database.run(
    `INSERT INTO refusals SELECT 'r' || lower(hex(randomblob(12))), document, version, start, "end", quote, 'held', tag, author, made
      FROM spans JOIN span_tags ON span_tags.span = spans.id
      WHERE spans.id IN (SELECT value FROM json_each(?)) AND state <> 'orphan'
        AND tag IN (SELECT tag FROM rule_tags) AND (? OR tag IN (SELECT value FROM json_each(?)))
        AND NOT EXISTS (SELECT 1 FROM refusals AS known WHERE known.document = spans.document AND known.start = spans.start
          AND known."end" = spans."end" AND known.version = spans.version AND known.tag = span_tags.tag
          AND known.author = spans.author)`,
    ...[JSON.stringify(spans), tags === undefined ? 1 : 0, JSON.stringify(tags ?? [])],
  );
}

/** By the number of the document in the project: the tags that were refused at `start end`, by this coder. */
export function refusalsOf(database: Database, coder: CoderId): Map<number, Map<string, Set<TagId>>> {
  const current = `SELECT document, start, "end", tag FROM refusals JOIN documents ON documents.id = document
    WHERE refusals.version = documents.version AND state = 'held' AND author = ?`;
  const found = new Map<number, Map<string, Set<TagId>>>();
  for (const row of database.all(current, coder)) {
    const document = numberIn(row, 0);
    const places = found.get(document) ?? new Map<string, Set<TagId>>();
    found.set(document, places);
    const place = `${numberIn(row, 1)} ${numberIn(row, 2)}`;
    places.set(place, (places.get(place) ?? new Set()).add(textIn(row, 3) as TagId));
  }
  return found;
}
