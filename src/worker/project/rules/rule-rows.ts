/** Rules as their rows hold them, and what may be done to them. Called inside a change. */
import * as z from 'zod';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { RuleId, RuleStanding, TagRule } from '../../../shared/rules.ts';
import { mostRules } from '../../../shared/rules.ts';
import { query, steps, where } from '../../../shared/terms.ts';
import { lineUnits, type CoderId, type TagId } from '../../../shared/tagging.ts';
import type { Database } from '../database.ts';
import { numberIn, textIn, textOrNull } from '../database.ts';
import { freshId } from '../fresh-id.ts';
import { checkTags } from '../tag-rows.ts';

/** What a rule says, without how it stands. */
export type RuleWords = Pick<TagRule, 'name' | 'query' | 'where' | 'steps' | 'unit' | 'tags'>;
export interface RuleRow extends RuleWords {
  readonly rule: RuleId;
}

const asked = z
  .string()
  .transform((text) => z.object({ query, where: where.optional(), steps: steps.optional() }).parse(JSON.parse(text)));
const unit = z.enum(lineUnits);

/** In the order in which they run. */
export function rulesInOrder(database: Database): RuleRow[] {
  const tags = Map.groupBy(
    database.all('SELECT rule, tag FROM rule_tags ORDER BY rule, tag'),
    (row) => textIn(row, 0) as RuleId,
  );
  return database.all('SELECT id, name, asked, unit FROM rules ORDER BY position, id').map((row) => {
    const rule = textIn(row, 0) as RuleId;
    return {
      ...{ rule, name: textIn(row, 1), ...asked.parse(textIn(row, 2)), unit: unit.parse(textIn(row, 3)) },
      tags: (tags.get(rule) ?? []).map((given) => textIn(given, 1) as TagId),
    };
  });
}

/** @throws ExpectedFailure `bad-request` when there is no such rule */
export function ruleRow(database: Database, rule: RuleId): RuleRow {
  const found = rulesInOrder(database).find((one) => one.rule === rule);
  if (!found) throw new ExpectedFailure('bad-request', 'This rule is not there any more: it was deleted.');
  return found;
}

export function saveRule(
  database: Database,
  { rule, tags, name, unit: much, ...question }: RuleWords & { readonly rule?: RuleId | undefined },
  { author, made }: { readonly author: CoderId; readonly made: string },
): RuleId {
  checkTags(database, tags);
  const rules = rulesInOrder(database);
  if (rules.some((one) => one.name === name && one.rule !== rule))
    throw new ExpectedFailure('bad-request', `There is a rule “${name}” already: choose another name.`);
  const words = JSON.stringify(question);
  const id = rule ?? (freshId('u') as RuleId);
  if (rule !== undefined) {
    ruleRow(database, rule);
    database.run('UPDATE rules SET name = ?, asked = ?, unit = ? WHERE id = ?', name, words, much, rule);
  } else {
    if (rules.length >= mostRules)
      throw new ExpectedFailure('bad-request', `A project has at most ${mostRules} rules: delete one first.`);
    const values = [id, rules.length, name, words, much, author, made];
    database.run('INSERT INTO rules VALUES (?, ?, ?, ?, ?, ?, ?)', ...values);
  }
  const wanted = JSON.stringify(tags);
  database.run('DELETE FROM rule_tags WHERE rule = ? AND tag NOT IN (SELECT value FROM json_each(?))', id, wanted);
  for (const tag of tags) database.run('INSERT INTO rule_tags VALUES (?, ?) ON CONFLICT DO NOTHING', id, tag);
  return id;
}

export function moveRule(database: Database, rule: RuleId, position: number): void {
  ruleRow(database, rule);
  const others = rulesInOrder(database).flatMap((one) => (one.rule === rule ? [] : [one.rule]));
  numberRules(database, others.toSpliced(position, 0, rule));
}

export function deleteRule(database: Database, rule: RuleId): void {
  ruleRow(database, rule);
  database.run('DELETE FROM rule_tags WHERE rule = ?', rule);
  database.run('DELETE FROM rules WHERE id = ?', rule);
  numberRules(
    database,
    rulesInOrder(database).map((one) => one.rule),
  );
}

function numberRules(database: Database, rules: readonly RuleId[]): void {
  for (const [at, rule] of rules.entries())
    database.run('UPDATE rules SET position = ? WHERE id = ? AND position <> ?', at, rule, at);
}

// ---- runs ----------------------------------------------------------------------------------------------------------

/** What decides which passages a rule means: all but its name. */
function saidBy({ query: text, where: condition, steps: chain, unit: much, tags }: RuleWords): string {
  return JSON.stringify([text, condition ?? '', chain ?? [], much, tags.toSorted()]);
}

/**
 * Notes that a rule ran on the folder of that stamp. With `step` true the run tagged something by the step at hand, and
 * counts only as long as that is not undone.
 */
export function noteRun(
  database: Database,
  rule: RuleRow,
  { at, folder, step }: { readonly at: string; readonly folder: string; readonly step: boolean },
): void {
  database.run(
    `INSERT INTO rule_runs VALUES (?, ?, ?, ?, ${step ? '(SELECT step FROM temp.noting)' : 'NULL'}) ON CONFLICT (rule) DO UPDATE
      SET at = excluded.at, folder = excluded.folder, said = excluded.said, step = coalesce(excluded.step, step)`,
    ...[rule.rule, at, folder, saidBy(rule)],
  );
}

/** How each rule stands to a folder of that stamp. */
export function standingsOf(
  database: Database,
  folder: string,
): (rule: RuleRow) => { readonly standing: RuleStanding; readonly ran: string | null } {
  const select = `SELECT rule, at, folder, said, coalesce((SELECT undone FROM steps WHERE id = step), 0) FROM rule_runs`;
  const runs = new Map(database.all(select).map((row) => [textIn(row, 0), row]));
  return (rule) => {
    const run = runs.get(rule.rule);
    if (!run || numberIn(run, 4) === 1) return { standing: 'never', ran: null };
    const ran = textOrNull(run, 1);
    if (textIn(run, 3) !== saidBy(rule)) return { standing: 'changed', ran };
    return { standing: textIn(run, 2) === folder ? 'current' : 'folder', ran };
  };
}
