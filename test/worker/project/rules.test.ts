/** Rules tag what they mean, nothing twice, and nothing that a person took away; tried against a scan of the words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Params, Result } from '../../../src/shared/contract.ts';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import type { TagId } from '../../../src/shared/tagging.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { stepSays } from '../../../src/shared/step-words.ts';
import { TaggingFolder } from './tagging-folder.ts';

const lake = 'The lake is old. Its water is clear, and people say that the lake has a daughter.\nA second paragraph.';
const buhaira = 'البحيرة قديمة. الماء صافٍ، ويقول الناس إنّ للبحيرة ابنة.';

const simple = (text: string) => ({ text, mode: 'simple', case: false, marks: false }) as const;
const cql = (text: string) => ({ ...simple(text), mode: 'cql' }) as const;

type Saved = Omit<Params<'rules.save'>, 'corpus' | 'rule'>;
async function save(folder: TaggingFolder, name: string, tag: TagId, more: Partial<Saved> = {}) {
  const rule: Saved = { name, query: simple(name), unit: 'match', tags: [tag], ...more };
  return (await folder.ask('rules.save', rule)).rule;
}

async function run(folder: TaggingFolder, more: Partial<Params<'rules.run'>> = {}): Promise<Result<'rules.run'>> {
  return folder.ask('rules.run', { rules: 'all', dryRun: false, ...more });
}

const counts = ({ runs }: Result<'rules.run'>) => runs.map(({ fresh, already, refused }) => [fresh, already, refused]);

const quotes = async (folder: TaggingFolder) => (await folder.spans()).map(({ quote }) => quote);

describe('rules', () => {
  it('tag what they mean as one step, and nothing the second time', async () => {
    const folder = await TaggingFolder.open(temporaryFolder({ 'a.en.txt': lake, 'b.ar.txt': buhaira }));
    const tag = await folder.tag('Lakes');
    await save(folder, 'lake', tag);
    await save(folder, 'بحيرة', tag, { query: { ...simple('بحيرة'), clitics: true } });
    await save(folder, 'daughter', tag, {
      unit: 'sentence',
      where: 'language=en',
      steps: [{ kind: 'first-in-document' }],
    });
    const trial = await run(folder, { dryRun: true, sample: 2 });
    expect(counts(trial)).toEqual([
      [2, 0, 0],
      [2, 0, 0],
      [1, 0, 0],
    ]);
    expect(trial.runs.map(({ sample }) => sample.map(({ match }) => match))).toEqual([
      ['lake', 'lake'],
      ['البحيرة', 'للبحيرة'],
      ['daughter'],
    ]);
    expect(await folder.spans()).toEqual([]);
    const done = await run(folder);
    expect([done.fresh, done.undo]).toEqual([5, stepSays('rule.runSome', { rules: 3, count: 5 })]);
    expect(await quotes(folder)).toEqual([
      ...['lake', 'Its water is clear, and people say that the lake has a daughter.', 'lake', 'البحيرة', 'للبحيرة'],
    ]);
    expect(counts(await run(folder))).toEqual([
      [0, 2, 0],
      [0, 2, 0],
      [0, 1, 0],
    ]);
    expect((await folder.ask('project.summary', {})).undo).toEqual(stepSays('rule.runSome', { rules: 3, count: 5 }));
    await folder.ask('project.undo', {});
    expect(await folder.spans()).toEqual([]);
  });

  it('leave alone what a person took away by deleting, untagging, moving or splitting, until they are told', async () => {
    const folder = await TaggingFolder.open(
      temporaryFolder({ 'a.txt': 'wave one wave two wave three wave four wave' }),
    );
    const [tag, other] = [await folder.tag('Waves'), await folder.tag('Others')];
    const rule = await save(folder, 'wave', tag);
    await run(folder);
    const [first, second, third, fourth] = (await folder.spans()).map(({ span }) => span);
    await folder.ask('spans.delete', { spans: [first!] });
    await folder.ask('spans.change', { spans: [second!], add: [other], remove: [tag] });
    await folder.ask('spans.change', { spans: [third!], end: 27 as CharOffset });
    const split = await folder.ask('tags.split', { tag, name: 'Split', spans: [fourth!] });
    expect(counts(await run(folder))).toEqual([[0, 1, 4]]);
    // Another tag of the rule was never taken away.
    const more: Saved = { name: 'wave', query: simple('wave'), unit: 'match', tags: [tag, other] };
    await folder.ask('rules.save', { rule, ...more });
    expect(counts(await run(folder))).toEqual([[4, 0, 1]]);
    await folder.ask('tags.merge', { from: [tag], into: split.tag });
    expect(counts(await run(folder, { dryRun: true }))).toEqual([[0, 2, 3]]);
    expect(counts(await run(folder, { refused: true }))).toEqual([[3, 2, 0]]);
    expect(counts(await run(folder))).toEqual([[0, 5, 0]]);
  });

  it('ask for what rules before them have tagged, and say what cannot be run', async () => {
    const folder = await TaggingFolder.open(temporaryFolder({ 'a.txt': 'old lake, old sea. A new lake.' }));
    const [water, old] = [await folder.tag('Water'), await folder.tag('Old')];
    await save(folder, 'old water', old, { query: cql('[word="old"] [tag="Water"]') });
    const words = await save(folder, 'water', water, { query: simple('(lake|sea)') });
    expect(counts(await run(folder, { dryRun: true }))).toEqual([
      [0, 0, 0],
      [3, 0, 0],
    ]);
    await folder.ask('rules.move', { rule: words, position: 0 });
    expect(counts(await run(folder, { dryRun: true }))).toEqual([
      [3, 0, 0],
      [2, 0, 0],
    ]);
    expect(counts(await run(folder))).toEqual([
      [3, 0, 0],
      [2, 0, 0],
    ]);
    await folder.ask('tags.delete', { tag: water });
    const { runs } = await run(folder);
    expect(runs.map(({ problem, already }) => [problem.slice(0, 22), already])).toEqual([
      ['Its tags were deleted:', 0],
      ['', 0],
    ]);
    await expect(save(folder, 'water', old)).rejects.toThrow('There is a rule “water” already');
    await save(folder, 'odd', old, { query: cql('[word=') });
    expect((await run(folder, { dryRun: true })).runs[2]).toMatchObject({
      problem: expect.stringContaining('') as string,
    });
    expect((await run(folder, { dryRun: true })).runs[2]!.problem).not.toBe('');
  });

  it('say when the folder or they themselves have changed since they ran, and refusals follow their file', async () => {
    const folder = await TaggingFolder.open(temporaryFolder({ 'a.txt': 'A wave. Another wave.' }));
    const tag = await folder.tag('Waves');
    const rule = await save(folder, 'wave', tag);
    const standing = async () => (await folder.ask('rules.list', {})).rules[0]!.standing;
    expect(await standing()).toBe('never');
    await run(folder, { dryRun: true });
    expect(await standing()).toBe('never');
    await run(folder);
    expect(await standing()).toBe('current');
    await folder.ask('spans.delete', { spans: [(await folder.spans())[1]!.span] });
    writeFileSync(join(folder.root, 'a.txt'), 'First a wave. A wave. Another wave.');
    await folder.refresh();
    expect(await standing()).toBe('folder');
    expect(counts(await run(folder))).toEqual([[1, 1, 1]]);
    expect((await folder.spans()).map(({ start }) => start)).toEqual([8, 16]);
    expect(await standing()).toBe('current');
    await folder.ask('project.undo', {});
    expect(await standing()).toBe('never');
    await run(folder);
    await folder.ask('rules.save', { rule, name: 'wave', query: simple('wave'), unit: 'sentence', tags: [tag] });
    expect(await standing()).toBe('changed');
    await folder.ask('project.undo', {});
    expect(await standing()).toBe('current');
    await folder.ask('rules.delete', { rule });
    const { discarded } = await folder.ask('trash.list', { from: 0, count: 5 });
    await folder.ask('trash.restore', { step: discarded[0]!.step });
    expect((await folder.ask('rules.list', {})).rules).toMatchObject([{ rule, tags: [tag], standing: 'current' }]);
  });

  it('do what a scan of the words does, whatever is tagged and taken away by hand between runs', async () => {
    const words = ['mare', 'море', 'بحر', 'mare', 'lago', 'море', 'mare'];
    const starts = words.map((_, at) => words.slice(0, at).join(' ').length + (at > 0 ? 1 : 0));
    const folder = await TaggingFolder.open(temporaryFolder({ 'a.txt': words.join(' ') }));
    const place = fc.nat(words.length - 1);
    const action = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), at: place, tag: fc.nat(1) }),
      fc.record({ kind: fc.constant('remove' as const), at: place, tag: fc.nat(1) }),
      fc.record({ kind: fc.constant('run' as const), refused: fc.boolean() }),
      fc.record({ kind: fc.constant('undo' as const) }),
    );
    const rule = fc.record({
      word: fc.constantFrom('mare', 'море', 'بحر'),
      tags: fc.subarray([0, 1], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        fc.array(action, { maxLength: 8 }),
        async (rules, actions) => {
          const tags = [await folder.tag('One'), await folder.tag('Two')];
          for (const [at, one] of rules.entries())
            await save(folder, `${at}`, tags[0]!, { query: simple(one.word), tags: one.tags.map((tag) => tags[tag]!) });
          const given = new Set(rules.flatMap((one) => one.tags));
          let model = { has: new Set<string>(), refused: new Set<string>() };
          const history: (typeof model)[] = [];
          for (const step of actions) {
            const next = { has: new Set(model.has), refused: new Set(model.refused) };
            if (step.kind === 'undo') {
              const before = history.pop();
              if (!before) continue;
              await folder.ask('project.undo', {});
              model = before;
            } else if (step.kind === 'run') {
              const expected = rules.map((one) => {
                const count = [0, 0, 0];
                for (const [at, word] of words.entries()) {
                  if (word !== one.word) continue;
                  const lacking = one.tags.map((tag) => `${at} ${tag}`).filter((key) => !next.has.has(key));
                  const give = lacking.filter((key) => step.refused || !next.refused.has(key));
                  for (const key of give) next.has.add(key);
                  count[give.length > 0 ? 0 : lacking.length > 0 ? 2 : 1]!++;
                }
                return count;
              });
              expect(counts(await run(folder, { dryRun: true, refused: step.refused }))).toEqual(expected);
              expect(counts(await run(folder, { refused: step.refused }))).toEqual(expected);
              if (expected.some(([fresh]) => fresh! > 0)) history.push(model);
              model = next;
              expect((await run(folder, { refused: step.refused })).fresh).toBe(0);
            } else {
              const key = `${step.at} ${step.tag}`;
              const [start, tag] = [starts[step.at]!, tags[step.tag]!];
              if (model.has.has(key) === (step.kind === 'add')) continue;
              const ends = { start: start as CharOffset, end: (start + words[step.at]!.length) as CharOffset };
              if (step.kind === 'add') {
                await folder.ask('spans.add', { doc: 0 as DocId, ...ends, tags: [tag] });
                next.has.add(key);
              } else {
                const span = (await folder.spans()).find((one) => one.start === start)!;
                if (span.tags.length === 1) await folder.ask('spans.delete', { spans: [span.span] });
                else await folder.ask('spans.change', { spans: [span.span], remove: [tag] });
                next.has.delete(key);
                if (given.has(step.tag)) next.refused.add(key);
              }
              history.push(model);
              model = next;
            }
          }
          const found = (await folder.spans()).flatMap((span) =>
            span.tags.map((tag) => `${starts.indexOf(span.start)} ${tags.indexOf(tag)}`),
          );
          expect(found.sort()).toEqual([...model.has].sort());
          for (const { rule: known } of (await folder.ask('rules.list', {})).rules)
            await folder.ask('rules.delete', { rule: known });
          for (const tag of tags) await folder.ask('tags.delete', { tag });
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('tables inside the passages of a tag', () => {
  const counting = { unit: 'marks', numbers: true, minCount: 1, minDocuments: 1, oncePerStory: false } as const;

  it('count their words, against the rest, other documents or the passages of another tag', async () => {
    const texts = { 'a.en.txt': lake, 'b.ar.txt': buhaira, 'c.en.txt': 'The sea. The lake.' };
    const folder = await TaggingFolder.open(temporaryFolder(texts));
    const [above, other] = [await folder.tag('Above'), await folder.tag('Other')];
    const below = await folder.tag('Below', { parent: above });
    await folder.span(0, 'The lake is old', above);
    await folder.span(0, 'lake is old. Its', below);
    await folder.span(1, 'البحيرة قديمة', below);
    await folder.span(2, 'The sea', other);
    const open = (table: Params<'tables.open'>['table']) => folder.ask('tables.open', { table });
    const count = (tag: TagId, deep: boolean) => ({ ...counting, tagged: { tag, below: deep } });
    const sizes = async (tag: TagId, deep: boolean) =>
      (await open({ kind: 'words', counting: count(tag, deep) })).whole;
    expect(await sizes(above, false)).toMatchObject({ tokens: 4, documents: 1, types: 4 });
    expect(await sizes(above, true)).toMatchObject({ tokens: 7, documents: 2, types: 7 });
    const { tokenCount } = folder.corpus.opened.index;
    const against = async (reference: Extract<Params<'tables.open'>['table'], { kind: 'keywords' }>['reference']) =>
      (await open({ kind: 'keywords', counting: count(above, true), reference })).whole;
    expect(await against({ kind: 'rest' })).toMatchObject({ targetTokens: 7, referenceTokens: tokenCount - 7 });
    expect(await against({ kind: 'where', where: 'path~c.en' })).toMatchObject({ targetTokens: 7, referenceTokens: 4 });
    expect(await against({ kind: 'tagged', tag: other, below: false })).toMatchObject({ referenceTokens: 2 });
    const summary = await open({ kind: 'words', counting: count(above, true) });
    const { rows } = await folder.ask('tables.page', { table: summary.table, from: 0, count: 50 });
    const row = rows.find(({ cells }) => cells.includes('lake'))!;
    expect(row.cells[summary.columns.findIndex(({ name }) => name === 'count')]).toBe(1);
    const lines = await folder.ask('tables.lines', { table: summary.table, row: row.row });
    expect((await folder.ask('concordance.open', { ...lines, sort: [] })).total).toBe(1);
    await folder.ask('tags.delete', { tag: other });
    await expect(against({ kind: 'tagged', tag: other, below: false })).rejects.toThrow(
      'This tag is not there any more',
    );
  });
});
