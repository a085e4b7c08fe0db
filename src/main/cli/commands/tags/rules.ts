/** `lectern tags rules …`: queries that tag by themselves; made, listed, run and deleted by their names. */
import type { Layout } from '../../../../export/layout.ts';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { Params, Result } from '../../../../shared/contract.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { RuleId, RuleRun, TagRule } from '../../../../shared/rules.ts';
import type { Tag } from '../../../../shared/tagging.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import { type AnswerOptions, chosen, type WhereOptions } from '../../options.ts';
import type { RecordFormat } from '../../output/record.ts';
import { renderRecord } from '../../output/record.ts';
import { writeAnswer } from '../../output/render.ts';
import { type QueryOptions, queryOf } from '../../query-options.ts';
import type { Session } from '../../session.ts';
import { job, onePage } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { pathOf, tagAt, written } from './tag-tree.ts';

export interface AddRuleOptions extends Omit<AnswerOptions, 'format'>, WhereOptions, QueryOptions {
  readonly format: RecordFormat;
  readonly unit: Params<'rules.save'>['unit'];
}

export interface RunRulesOptions extends AnswerOptions {
  readonly dryRun?: boolean;
  readonly refused?: boolean;
}

export async function addRule(
  folder: string,
  [name, query, tag]: readonly [name: string, query: string, tag: string],
  options: AddRuleOptions,
  tools: Tools,
): Promise<void> {
  await answering({ ...options }, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const known = (await rulesOf(session, corpus)).find((rule) => rule.name === name);
    const tags = [await tagAt(session, corpus, tag)];
    const words = { name, query: queryOf(query, options), unit: options.unit, tags, ...chosen(options) };
    const { rule } = await session.ask('rules.save', { corpus, ...(known ? { rule: known.rule } : {}), ...words });
    const text = [`the rule “${name}” is ${known ? 'changed' : 'made'}: run it with lectern tags rules run`];
    await destination.write(
      renderRecord({ fields: { rule, name, changed: known !== undefined }, text }, options.format),
    );
    destination.finish();
  });
}

/** A rule with its tags by their paths. */
type ListedRule = TagRule & { readonly paths: readonly string[] };

const listLayout: Layout<ListedRule> = {
  title: 'Rules',
  rowsField: 'rules',
  columns: [
    { name: 'rule', cell: ({ name }) => name },
    { name: 'query', cell: ({ query }) => query.text },
    { name: 'mode', cell: ({ query }) => query.mode, detail: true },
    { name: 'where', cell: ({ where = '' }) => where, detail: true },
    { name: 'steps', cell: ({ steps = [] }) => steps.length, detail: true },
    { name: 'unit', cell: ({ unit }) => unit },
    { name: 'tags', cell: ({ paths }) => paths.join(', ') },
    { name: 'standing', cell: ({ standing }) => standing },
    { name: 'ran', cell: ({ ran }) => ran ?? '' },
  ],
  json: ({ rule, name, query, where, steps, unit, paths, standing, ran }) => ({
    ...{ rule, name, query, ...(where === undefined ? {} : { where }), ...(steps === undefined ? {} : { steps }) },
    ...{ unit, tags: paths, standing, ran },
  }),
};

export async function listRules(folder: string, options: AnswerOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { tags } = await session.ask('tags.tree', { corpus });
    const rules = (await rulesOf(session, corpus)).map((rule) => ({ ...rule, paths: pathsOf(rule, tags) }));
    const summary = counted(rules.length, 'rule');
    const answer = { layout: listLayout, head: {}, rows: onePage(rules), rowCount: rules.length, summary };
    await writeAnswer(answer, options, destination);
  });
}

type NamedRun = RuleRun & { readonly name: string };

const runLayout: Layout<NamedRun> = {
  title: 'Rules',
  rowsField: 'rules',
  columns: [
    { name: 'rule', cell: ({ name }) => name },
    { name: 'lines', cell: ({ lines }) => lines },
    { name: 'fresh', cell: ({ fresh }) => fresh },
    { name: 'already', cell: ({ already }) => already },
    { name: 'refused', cell: ({ refused }) => refused },
    { name: 'problem', cell: ({ problem }) => problem },
  ],
  json: ({ rule, name, lines, fresh, already, refused, problem }) => ({
    ...{ rule, name, lines, fresh, already, refused, problem },
  }),
};

export async function runRules(
  folder: string,
  names: readonly string[],
  options: RunRulesOptions,
  tools: Tools,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const rules = await rulesOf(session, corpus);
    const { dryRun = false, refused = false } = options;
    const wanted = names.length === 0 ? 'all' : names.map((name) => ruleNamed(name, rules));
    const done: Result<'rules.run'> = await session.ask('rules.run', { corpus, rules: wanted, dryRun, refused, job });
    const rows = done.runs.map((run) => ({ ...run, name: rules.find(({ rule }) => rule === run.rule)?.name ?? '' }));
    const summary = `${counted(done.fresh, 'passage')} ${dryRun ? 'would be tagged' : 'tagged'}`;
    const head = { dryRun, fresh: done.fresh };
    await writeAnswer(
      { layout: runLayout, head, rows: onePage(rows), rowCount: rows.length, summary },
      options,
      destination,
    );
  });
}

export async function deleteRule(
  folder: string,
  name: string,
  options: Omit<AnswerOptions, 'format'> & { readonly format: RecordFormat },
  tools: Tools,
): Promise<void> {
  await answering({ ...options }, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const rule = ruleNamed(name, await rulesOf(session, corpus));
    await session.ask('rules.delete', { corpus, rule });
    const text = [`the rule “${name}” is deleted; what it tagged stays`];
    await destination.write(renderRecord({ fields: { rule, name }, text }, options.format));
    destination.finish();
  });
}

async function rulesOf(session: Session, corpus: CorpusId): Promise<readonly TagRule[]> {
  return (await session.ask('rules.list', { corpus })).rules;
}

/** @throws ExpectedFailure `bad-request` where there is none */
function ruleNamed(name: string, rules: readonly TagRule[]): RuleId {
  const found = rules.find((rule) => rule.name === name);
  if (found) return found.rule;
  const known = rules.map((rule) => `“${rule.name}”`).join(', ');
  throw new ExpectedFailure(
    'bad-request',
    `There is no rule “${name}” here: ${known === '' ? 'this project has no rules' : `the rules are ${known}`}`,
  );
}

function pathsOf({ tags }: TagRule, all: readonly Tag[]): string[] {
  return tags.flatMap((one) => {
    const tag = all.find((known) => known.tag === one);
    return tag ? [written(pathOf(tag, all))] : [];
  });
}
