/** Requests about rules that tag by themselves. */
import { stepSays } from '../../../shared/step-words.ts';
import { subset } from '../../../corpus/concordance/operations.ts';
import { concordanceLines } from '../../../corpus/concordance/lines.ts';
import type { Params, Result } from '../../../shared/contract.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { DocId } from '../../../shared/model.ts';
import type { RuleId, RuleRun } from '../../../shared/rules.ts';
import type { Handlers } from '../../handler.ts';
import type { Own } from '../corpus-project.ts';
import { inProject } from '../corpus-project.ts';
import type { Database } from '../database.ts';
import { addSpan } from '../span-rows.ts';
import { placeOf } from '../tagged-documents.ts';
import { folderStamp } from './folder-stamp.ts';
import type { RulePlan } from './plan-rules.ts';
import { planRules } from './plan-rules.ts';
import type { RuleRow } from './rule-rows.ts';
import { deleteRule, moveRule, noteRun, ruleRow, rulesInOrder, saveRule, standingsOf } from './rule-rows.ts';

export const ruleHandlers: Handlers<'rules.list' | 'rules.save' | 'rules.move' | 'rules.delete' | 'rules.run'> = {
  'rules.list': inProject(({ project, opened }) => {
    const standing = standingsOf(project.database, folderStamp(opened));
    const rules = rulesInOrder(project.database).map((rule) => ({ ...rule, ...standing(rule) }));
    return { revision: project.state.revision, rules };
  }),

  'rules.save': inProject(({ project, corpus, state }, { rule, name, query, where, steps, unit, tags }) => {
    // A condition that cannot be read is refused here; what is wrong with a query is told by a trial.
    corpus.select(where);
    const words = { name: name.normalize('NFC'), query, where, steps, unit, tags: [...new Set(tags)] };
    const says = stepSays(rule === undefined ? 'rule.make' : 'rule.change', { name: words.name });
    const saved = project.change({ says }, (database) =>
      saveRule(database, { ...words, rule }, { author: project.coder, made: project.now }),
    );
    return { ...state(), rule: saved };
  }),

  'rules.move': inProject(({ project, state }, { rule, position }) => {
    const { name } = ruleRow(project.database, rule);
    project.change({ says: stepSays('rule.move', { name }) }, (database) => {
      moveRule(database, rule, position);
    });
    return state();
  }),

  'rules.delete': inProject(({ project, state }, { rule }) => {
    const { name } = ruleRow(project.database, rule);
    project.change({ says: stepSays('rule.delete', { name }), kind: 'deletion' }, (database) => {
      deleteRule(database, rule);
    });
    return state();
  }),

  'rules.run': inProject(runRules),
};

/** From so many passages on a run is large enough for a backup of its own. */
const bulkFrom = 100;

async function runRules(room: Own, params: Params<'rules.run'>): Promise<Result<'rules.run'>> {
  const { opened, own, project, state } = room;
  const { dryRun, refused = false, sample = 0 } = params;
  const rules = wantedRules(project.database, params.rules);
  const plans = await planRules(room, rules, refused);
  const planned = plans.reduce((sum, { freshCount }) => sum + freshCount, 0);
  const said = (fresh: (plan: RulePlan) => number): RuleRun[] =>
    plans.map((plan) => ({
      ...{ rule: plan.rule.rule, lines: plan.hits?.total ?? 0, fresh: fresh(plan) },
      ...{ already: plan.already + plan.freshCount - fresh(plan), refused: plan.refused },
      ...{ sample: linesOf(room, plan, sample), problem: plan.problem },
    }));
  if (dryRun) return { ...state(), runs: said(({ freshCount }) => freshCount), fresh: planned };
  own.follow(opened);
  const [only, ...others] = rules;
  const words = {
    says: (done: ReadonlyMap<RuleId, number>) => {
      const count = total(done);
      if (only && others.length === 0) return stepSays('rule.run', { name: only.name, count });
      return stepSays('rule.runSome', { rules: rules.length, count });
    },
    bulk: planned > bulkFrom,
  };
  const done = project.change(words, (database) => runPlans(database, room, plans));
  return { ...state(), runs: said(({ rule }) => done.get(rule.rule) ?? 0), fresh: total(done) };
}

function wantedRules(database: Database, wanted: Params<'rules.run'>['rules']): readonly RuleRow[] {
  const rules = rulesInOrder(database);
  if (wanted === 'all') {
    if (rules.length === 0)
      throw new ExpectedFailure('bad-request', 'There are no rules in this project: make one first.');
    return rules;
  }
  for (const rule of wanted) ruleRow(database, rule);
  return rules.filter(({ rule }) => wanted.includes(rule));
}

/** Passages that got a tag, by rule. */
function runPlans(database: Database, { opened, project }: Own, plans: readonly RulePlan[]): Map<RuleId, number> {
  const done = new Map<RuleId, number>();
  const by = { author: project.coder, made: project.now };
  const places = new Map<DocId, ReturnType<typeof placeOf>>();
  for (const { rule, fresh } of plans) {
    let count = 0;
    for (const [doc, passagesOfDocument] of fresh) {
      const place = places.get(doc) ?? placeOf(database, opened, doc);
      places.set(doc, place);
      for (const { start, end, tags } of passagesOfDocument)
        if (addSpan(database, { place, start, end, tags, ...by }).fresh) count++;
    }
    done.set(rule.rule, count);
  }
  for (const { rule, problem } of plans)
    if (problem === '')
      noteRun(database, rule, { at: project.now, folder: folderStamp(opened), step: (done.get(rule.rule) ?? 0) > 0 });
  return done;
}

function linesOf({ corpus, opened }: Own, { hits, fresh }: RulePlan, most: number): RuleRun['sample'] {
  if (!hits || most === 0) return [];
  const numbers = [...fresh.values()].flat().slice(0, most);
  const shown = subset(
    hits,
    numbers.map(({ hit }) => hit),
  );
  const context = { unit: 'tokens', size: 8 } as const;
  return concordanceLines(opened.index, opened.texts, shown, null, 0, most, context, corpus.pathOf);
}

function total(done: ReadonlyMap<RuleId, number>): number {
  return [...done.values()].reduce((sum, count) => sum + count, 0);
}
