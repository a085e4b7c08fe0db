/** Looks a project over: the file, every quote against its text, and everything that should belong to something. */
import * as z from 'zod';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { freshId } from './fresh-id.ts';
import { freeName, lastPosition } from './tag-rows.ts';
import { textOfVersion } from './tagged-documents.ts';
import type { TagId } from '../../shared/tagging.ts';

export interface Problem {
  readonly problem: string;
  readonly where: string;
  /** Puts it right, inside a change; absent where nothing can. */
  readonly repair?: (database: Database, by: { readonly author: string; readonly made: string }) => void;
}

export function problemsOf(database: Database): Problem[] {
  return [
    ...filePages(database),
    ...lostRows(database),
    ...wrongQuotes(database),
    ...doubledSpans(database),
    ...untaggedSpans(database),
    ...ownerlessNotes(database),
    ...circularTags(database),
  ];
}

function filePages(database: Database): Problem[] {
  return database
    .all('PRAGMA integrity_check(100)')
    .map((row) => textIn(row, 0))
    .filter((line) => line !== 'ok')
    .map((problem) => ({ problem: `The file is damaged: ${problem}`, where: 'file' }));
}

const noTag = 'tag NOT IN (SELECT id FROM tags)';
const lostIn = {
  span_tags: `span NOT IN (SELECT id FROM spans) OR ${noTag}`,
  rule_tags: `rule NOT IN (SELECT id FROM rules) OR ${noTag}`,
  refusals: noTag,
};

/** Rows that name a span, a tag or a rule that is not there. */
function lostRows(database: Database): Problem[] {
  return Object.entries(lostIn).flatMap(([table, lost]) => {
    if (database.number(`SELECT count(*) FROM ${table} WHERE ${lost}`) === 0) return [];
    const repair = (changed: Database): void => {
      changed.execute(`DELETE FROM ${table} WHERE ${lost}`);
    };
    return [{ problem: 'A passage, a tag or a rule is named that is not there.', where: table, repair }];
  });
}

/** Every span stands in its text as it is quoted; what does not is found where it was made, or kept as an orphan. */
function wrongQuotes(database: Database): Problem[] {
  const problems: Problem[] = [];
  const texts = new Map<number, string | undefined>();
  const quoteAt = (version: number, start: number, end: number): string | undefined => {
    if (!texts.has(version)) {
      // One text at a time: spans are asked for by document and text.
      texts.clear();
      texts.set(version, readable(database, version));
    }
    return texts.get(version)?.slice(start, end).toWellFormed();
  };
  const spans = `SELECT spans.id, spans.version, start, "end", quote, state, origin, origin_start, origin_end, path
    FROM spans LEFT JOIN documents ON documents.id = document ORDER BY document, spans.version`;
  for (const row of database.all(spans)) {
    const span = textIn(row, 0);
    const quote = textIn(row, 4);
    const state = textIn(row, 5);
    if (state !== 'held' || quoteAt(numberIn(row, 1), numberIn(row, 2), numberIn(row, 3)) === quote) continue;
    const [origin, start, end] = [numberIn(row, 6), numberIn(row, 7), numberIn(row, 8)];
    const path = typeof row[9] === 'string' ? row[9] : 'a document that is not known';
    problems.push({
      problem: `A passage does not stand where it should: “${shortened(quote)}”`,
      where: path,
      repair: (changed) => {
        if (readable(changed, origin)?.slice(start, end).toWellFormed() === quote)
          changed.run('UPDATE spans SET version = ?, start = ?, "end" = ? WHERE id = ?', origin, start, end, span);
        else changed.run("UPDATE spans SET state = 'orphan' WHERE id = ?", span);
      },
    });
  }
  return problems;
}

function readable(database: Database, version: number): string | undefined {
  try {
    return textOfVersion(database, version);
  } catch {
    return undefined;
  }
}

/** Passages of one coder that cover the very same: the oldest gets what the others carry. */
function doubledSpans(database: Database): Problem[] {
  const doubled = `SELECT json_group_array(spans.id ORDER BY made, spans.id), min(quote), min(path) FROM spans
    JOIN documents ON documents.id = document WHERE state <> 'orphan'
    GROUP BY document, spans.version, start, "end", author HAVING count(*) > 1`;
  return database.all(doubled).map((row) => {
    const [first, ...others] = z.array(z.string()).parse(JSON.parse(textIn(row, 0)));
    return {
      problem: `A passage is there ${others.length + 1} times: “${shortened(textIn(row, 1))}”`,
      where: textIn(row, 2),
      repair: (changed) => {
        for (const other of others) {
          changed.run('INSERT OR IGNORE INTO span_tags SELECT ?, tag FROM span_tags WHERE span = ?', first!, other);
          changed.run("UPDATE notes SET target = ? WHERE kind = 'span' AND target = ?", first!, other);
          changed.run('DELETE FROM span_tags WHERE span = ?', other);
          changed.run('DELETE FROM spans WHERE id = ?', other);
        }
      },
    };
  });
}

function untaggedSpans(database: Database): Problem[] {
  const bare = 'SELECT id, quote FROM spans WHERE id NOT IN (SELECT span FROM span_tags)';
  return database.all(bare).map((row) => ({
    problem: `A passage has lost its tags: “${shortened(textIn(row, 1))}”`,
    where: 'spans',
    repair: (changed, { author, made }) => {
      changed.run('INSERT INTO span_tags VALUES (?, ?)', textIn(row, 0), foundAgain(changed, author, made));
    },
  }));
}

const nameOfFound = 'Found again';

function foundAgain(database: Database, author: string, made: string): string {
  const known = database.get("SELECT id FROM tags WHERE parent IS NULL AND name LIKE ? || '%'", nameOfFound);
  if (known) return textIn(known, 0);
  const tag = freshId('t') as TagId;
  database.run(
    "INSERT INTO tags VALUES (?, NULL, ?, ?, '#777777', 'Passages whose tags were lost', NULL, 0, ?, ?)",
    ...[tag, lastPosition(database, null), freeName(database, null, nameOfFound, tag), author, made],
  );
  return tag;
}

function ownerlessNotes(database: Database): Problem[] {
  const lost = `SELECT id, text FROM notes WHERE (kind = 'span' AND target NOT IN (SELECT id FROM spans))
    OR (kind = 'tag' AND target NOT IN (SELECT id FROM tags))`;
  return database.all(lost).map((row) => ({
    problem: `A note is on something that is not there: “${shortened(textIn(row, 1))}”. It becomes a note on the project.`,
    where: 'notes',
    repair: (changed) => {
      changed.run("UPDATE notes SET kind = 'project', target = '' WHERE id = ?", textIn(row, 0));
    },
  }));
}

/** Tags that no way from the top leads to. */
function circularTags(database: Database): Problem[] {
  const reached = `WITH RECURSIVE reached (id) AS (SELECT id FROM tags WHERE parent IS NULL
    UNION SELECT tags.id FROM tags JOIN reached ON tags.parent = reached.id) SELECT id, name FROM tags WHERE id NOT IN reached`;
  return database.all(reached).map((row) => ({
    problem: `A tag hangs on no other: “${textIn(row, 1)}”. It moves to the top.`,
    where: 'tags',
    repair: (changed) => {
      const tag = textIn(row, 0) as TagId;
      const name = freeName(changed, null, textIn(row, 1), tag);
      changed.run(
        'UPDATE tags SET parent = NULL, position = ?, name = ? WHERE id = ?',
        lastPosition(changed, null),
        name,
        tag,
      );
    },
  }));
}

const longestShown = 60;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown).toWellFormed()}…`;
}
