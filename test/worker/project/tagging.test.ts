/** What is tagged is kept, undone and redone, across restarts, and follows the files of the folder. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../../src/shared/contract.ts';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import { stepSays } from '../../../src/shared/step-words.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TaggingFolder } from './tagging-folder.ts';

const lake = 'The lake is old. Its water is clear, and people say that the lake has a daughter.\nA second paragraph.';
const ezero = 'Езерото е старо. Водата е бистра, а луѓето велат дека има ќерка.';
const buhaira = 'البحيرة قديمة. الماء صافٍ، ويقول الناس إنّ لها ابنة.';

const articles = (): string => temporaryFolder({ 'a.en.txt': lake, 'b.mk.txt': ezero, 'c.ar.txt': buhaira });

describe('tags', () => {
  it('form a tree that is moved, merged, split and deleted, each as one step that can be undone', async () => {
    const folder = await TaggingFolder.open(articles());
    const nature = await folder.tag('Nature');
    const water = await folder.tag('Water', { parent: nature, shortcut: 'w' });
    const lakes = await folder.tag('Lakes', { parent: water });
    const people = await folder.tag('People');
    const span = await folder.span(0, 'lake', lakes);
    await folder.span(1, 'Водата', water, lakes);
    await folder.span(2, 'الناس', people);
    const contents = [await folder.content()];
    const steps: (() => Promise<unknown>)[] = [
      () => folder.ask('tags.change', { tag: lakes, parent: null, name: 'Standing water', position: 0 }),
      () => folder.ask('tags.merge', { from: [water, lakes], into: people }),
      () => folder.ask('tags.split', { tag: people, name: 'Daughters', spans: [span] }),
      () => folder.ask('tags.delete', { tag: people }),
      () => folder.ask('notes.save', { target: { kind: 'tag', tag: nature }, text: 'Широко' }),
    ];
    for (const step of steps) {
      await step();
      contents.push(await folder.content());
    }
    for (const content of contents.slice(0, -1).toReversed()) {
      await folder.ask('project.undo', {});
      expect(await folder.content()).toEqual(content);
    }
    // As if the program had been started again in between.
    folder.close();
    const again = await TaggingFolder.open(folder.root, folder.file);
    for (const content of contents.slice(1)) {
      await again.ask('project.redo', {});
      expect(await again.content()).toEqual(content);
    }
  });

  it('count spans once for those above them, and refuse what makes no tree', async () => {
    const folder = await TaggingFolder.open(articles());
    const above = await folder.tag('Above');
    const below = await folder.tag('Below', { parent: above, shortcut: 'b' });
    await folder.span(0, 'water', above, below);
    const { tags } = await folder.ask('tags.tree', {});
    expect(tags.map(({ name, spans, spansBelow, documents }) => [name, spans, spansBelow, documents])).toEqual([
      ['Above', 1, 1, 1],
      ['Below', 1, 1, 1],
    ]);
    await expect(folder.ask('tags.change', { tag: above, parent: below })).rejects.toThrow('below itself');
    await expect(folder.ask('tags.create', { name: 'Above' })).rejects.toThrow('There is a tag “Above”');
    await expect(folder.ask('tags.create', { name: 'C', shortcut: 'b' })).rejects.toThrow('gives the tag “Below”');
    await expect(folder.ask('tags.merge', { from: [below], into: below })).rejects.toThrow('into itself');
    expect(await folder.ask('tags.tree', {})).toMatchObject({ tags: [{ name: 'Above' }, { name: 'Below' }] });
  });
});

describe('passages', () => {
  it('are whole characters, carry their words, and are one for the same ends', async () => {
    const folder = await TaggingFolder.open(temporaryFolder({ 'a.txt': 'On the shore 👩‍👩‍👧 wave flags, says Ana.' }));
    const [tag, other] = [await folder.tag('One'), await folder.tag('Two')];
    const add = (start: number, end: number, ...tags: (typeof tag)[]) =>
      folder.ask('spans.add', { doc: 0 as DocId, start: start as CharOffset, end: end as CharOffset, tags });
    const { span, undo } = await add(15, 16, tag);
    expect(span).toMatchObject({ start: 13, end: 21, quote: '👩‍👩‍👧', before: 'On the shore ', state: 'held', doc: 0 });
    expect(undo).toEqual(stepSays('passage.tag', { count: 1 }));
    expect((await add(13, 21, other)).span).toMatchObject({
      span: span.span,
      tags: expect.arrayContaining([tag, other]) as unknown,
    });
    await expect(folder.ask('spans.change', { spans: [span.span], remove: [tag, other] })).rejects.toThrow(
      'at least one tag',
    );
    await folder.ask('spans.change', { spans: [span.span], end: 26 as CharOffset });
    expect(await folder.spans()).toMatchObject([{ start: 13, end: 26, quote: '👩‍👩‍👧 wave' }]);
  });

  it('come from lines of a result as one step, and none twice', async () => {
    const folder = await TaggingFolder.open(articles());
    const tag = await folder.tag('Lake');
    const query = { text: 'lake', mode: 'simple', case: false, marks: false } as const;
    const { result } = await folder.ask('concordance.open', { query, sort: ['A1'] });
    const lines = { result, lines: 'all' as const, unit: 'match' as const, tags: [tag] };
    const before = await folder.content();
    expect(await folder.ask('spans.fromLines', { ...lines, dryRun: true })).toMatchObject({ fresh: 2, already: 0 });
    expect(await folder.ask('spans.fromLines', { ...lines, lines: [2], dryRun: false })).toMatchObject({ fresh: 1 });
    expect(await folder.ask('spans.fromLines', { ...lines, dryRun: true })).toMatchObject({ fresh: 1, already: 1 });
    expect(await folder.ask('spans.fromLines', { ...lines, dryRun: false })).toMatchObject({
      undo: stepSays('passage.tag', { count: 1 }),
    });
    const sentences = { ...lines, unit: 'sentence' as const, dryRun: false };
    expect(await folder.ask('spans.fromLines', sentences)).toMatchObject({
      ...{ fresh: 2, undo: stepSays('passage.tag', { count: 2 }) },
    });
    const quotes = (await folder.spans()).map(({ quote }) => quote);
    expect(quotes).toEqual(expect.arrayContaining(['lake', 'The lake is old.']));
    for (let steps = 0; steps < 3; steps++) await folder.ask('project.undo', {});
    expect(await folder.content()).toEqual(before);
  });

  it('are found by relations counted in words and sentences', async () => {
    const folder = await TaggingFolder.open(articles());
    const [thing, whole] = [await folder.tag('Thing'), await folder.tag('Whole')];
    await folder.span(0, 'lake', thing);
    await folder.span(0, 'water', thing);
    await folder.span(0, 'The lake is old.', whole);
    await folder.span(0, 'daughter', thing);
    const all = { kind: 'tag', tag: thing, children: false } as const;
    const to = { kind: 'tag', tag: whole, children: false } as const;
    const find = async (relation: 'within' | 'near' | 'precedes' | 'encloses', more: object = {}, swapped = false) => {
      const question = { kind: 'relation', relation, of: swapped ? to : all, to: swapped ? all : to, ...more } as const;
      const { spans } = await folder.ask('spans.find', { question, sort: 'place', from: 0, count: 9 });
      return spans.map(({ quote }) => quote);
    };
    expect(await find('within')).toEqual(['lake']);
    expect(await find('encloses', {}, true)).toEqual(['The lake is old.']);
    expect(await find('near', { distance: 1, unit: 'words' })).toEqual(['lake', 'water']);
    expect(await find('near', { distance: 0, unit: 'words' })).toEqual(['lake']);
    expect(await find('near', { distance: 1, unit: 'sentences' })).toEqual(['lake', 'water', 'daughter']);
    expect(await find('precedes', {}, true)).toEqual(['The lake is old.']);
  });
});

describe('files that change', () => {
  it('take their passages with them, show what was altered, and keep what is gone', async () => {
    const folder = await TaggingFolder.open(articles());
    const tag = await folder.tag('Tag');
    await folder.span(0, 'daughter', tag);
    await folder.span(0, 'water is clear', tag);
    await folder.span(0, 'A second paragraph.', tag);
    const edited = `A new beginning. ${lake.replace('clear', 'crystal clear').replace('\nA second paragraph.', '')}`;
    writeFileSync(join(folder.root, 'a.en.txt'), edited);
    await folder.refresh();
    const state = async () => (await folder.spans()).map(({ quote, state }) => `${quote}: ${state}`).sort();
    expect(await state()).toEqual(['A second paragraph.: orphan', 'daughter: held', 'water is clear: review']);
    const summary = await folder.ask('project.summary', {});
    expect(summary).toMatchObject({ spans: 3, review: 1, orphans: 1 });
    const { spans } = await folder.ask('spans.inDocument', { doc: 0 as DocId });
    for (const { start, end, quote } of spans.filter((span) => span.state === 'held'))
      expect(edited.slice(start, end)).toBe(quote);
    const waiting = spans.find((span) => span.state === 'review')!.span;
    expect(await folder.ask('review.compare', { span: waiting })).toMatchObject({
      was: { quote: 'water is clear' },
      is: { quote: 'water is crystal clear' },
    });
    await folder.ask('review.settle', { spans: [waiting], how: 'accept' });
    expect(await state()).toContain('water is crystal clear: held');
    // What was lost is found where its text comes back, and what was done before the change can still be undone.
    await folder.ask('project.undo', {});
    writeFileSync(join(folder.root, 'a.en.txt'), lake);
    await folder.refresh();
    expect(await state()).toEqual(['A second paragraph.: held', 'daughter: held', 'water is clear: held']);
    const { steps } = await folder.ask('project.log', { from: 0, count: 20 });
    expect(steps.filter(({ says }) => 'key' in says && says.key === 'file.change')).toHaveLength(2);
  });

  it('are known under another name when the text is the same, and only then', async () => {
    const folder = await TaggingFolder.open(articles());
    const tag = await folder.tag('Tag');
    await folder.span(1, 'Водата', tag);
    const query = { text: 'водата', mode: 'simple', case: false, marks: false } as const;
    const { result } = await folder.ask('concordance.open', { query, sort: [] });
    await folder.ask('verdicts.give', { result, lines: 'all', verdict: 'keep' });
    renameSync(join(folder.root, 'b.mk.txt'), join(folder.root, 'z.mk.txt'));
    await folder.refresh();
    expect(await folder.spans()).toMatchObject([{ path: 'z.mk.txt', doc: 2, state: 'held' }]);
    const again = await folder.ask('concordance.open', { query, sort: [] });
    expect(await folder.ask('verdicts.counts', { result: again.result })).toEqual({
      none: 0,
      verdicts: [{ verdict: 'keep', lines: 1 }],
    });
    const { steps } = await folder.ask('project.log', { from: 0, count: 1 });
    expect(steps[0]!.says).toEqual(stepSays('file.rename', { path: 'b.mk.txt', now: 'z.mk.txt' }));
    rmSync(join(folder.root, 'z.mk.txt'));
    writeFileSync(join(folder.root, 'y.mk.txt'), ezero.replace('бистра', 'чиста'));
    await folder.refresh();
    expect(await folder.spans()).toMatchObject([{ path: 'z.mk.txt', doc: null, quote: 'Водата' }]);
  });

  it('have what an undone deletion brings back follow them too', async () => {
    const folder = await TaggingFolder.open(articles());
    const span = await folder.span(0, 'daughter', await folder.tag('Tag'));
    await folder.ask('spans.delete', { spans: [span] });
    writeFileSync(join(folder.root, 'a.en.txt'), `Before it all. ${lake}`);
    await folder.refresh();
    await folder.ask('project.undo', {});
    const [back] = await folder.spans();
    expect(back).toMatchObject({ state: 'held', quote: 'daughter' });
    expect(`Before it all. ${lake}`.slice(back!.start, back!.end)).toBe('daughter');
  });
});

describe('the trash', () => {
  it('brings no passage back beside the same one that came again meanwhile', async () => {
    const folder = await TaggingFolder.open(articles());
    const [tag, other] = [await folder.tag('Tag'), await folder.tag('Other')];
    const span = await folder.span(0, 'lake', tag, other);
    const note = { target: { kind: 'span' as const, span }, text: 'Which one?' };
    await folder.ask('notes.save', note);
    await folder.span(0, 'water', tag);
    await folder.ask('spans.delete', { spans: (await folder.spans()).map((one) => one.span) });
    // As an import does, under another id.
    const again = await folder.span(0, 'lake', tag);
    const { discarded } = await folder.ask('trash.list', { from: 0, count: 1 });
    const change = await folder.ask('trash.restore', { step: discarded[0]!.step });
    expect(change.touched?.counts).toMatchObject({ spans: 2, trash: 0 });
    const spans = await folder.spans();
    expect(spans.map(({ quote, tags, notes }) => [quote, tags.length, notes])).toEqual([
      ['lake', 2, ['Which one?']],
      ['water', 1, []],
    ]);
    expect(spans[0]!.span).toBe(again);
    expect(await folder.ask('project.check', { repair: false })).toMatchObject({ sound: true, problems: [] });
  });

  it('gives back one deletion whatever was done since, with the tags that it needs', async () => {
    const folder = await TaggingFolder.open(articles());
    const tag = await folder.tag('Kept', { shortcut: 'k' });
    const span = await folder.span(0, 'daughter', tag);
    await folder.ask('notes.save', { target: { kind: 'span', span }, text: 'Нота' });
    await folder.ask('spans.delete', { spans: [span] });
    await folder.ask('tags.delete', { tag });
    await folder.tag('Kept', { shortcut: 'k' });
    const { discarded } = await folder.ask('trash.list', { from: 0, count: 9 });
    expect(discarded).toMatchObject([{ tags: 1 }, { spans: 1, notes: 1, tags: 0 }]);
    await folder.ask('trash.restore', { step: discarded[1]!.step });
    expect(await folder.spans()).toMatchObject([{ span, quote: 'daughter', notes: ['Нота'], tags: [tag] }]);
    const { tags } = await folder.ask('tags.tree', {});
    expect(tags.map(({ name, shortcut }) => [name, shortcut])).toEqual([
      ['Kept', 'k'],
      ['Kept (2)', null],
    ]);
    expect((await folder.ask('trash.list', { from: 0, count: 9 })).total).toBeLessThan(2);
    await folder.ask('project.undo', {});
    expect((await folder.ask('trash.list', { from: 0, count: 9 })).total).toBe(2);
  });
});

describe('lines that were tagged or judged', () => {
  it('are asked for in queries and kept by steps', async () => {
    const folder = await TaggingFolder.open(articles());
    const water = await folder.tag('Water');
    const lakes = await folder.tag('Lakes', { parent: water });
    await folder.span(0, 'The lake is old.', lakes);
    const open = (text: string, steps: Params<'concordance.open'>['steps'] = []) =>
      folder.ask('concordance.open', { query: { text, mode: 'cql', case: false, marks: false }, sort: [], steps });
    expect((await open('"lake" within <tag name="Water"/>')).total).toBe(1);
    expect((await open('<tag name="Lakes"/>')).total).toBe(1);
    expect((await open('[tag="Water"]')).total).toBe(4);
    expect((await open('"lake"', [{ kind: 'tagged', tag: water, below: true, keep: true }])).total).toBe(1);
    expect((await open('"lake"', [{ kind: 'tagged', tag: water, below: false, keep: true }])).total).toBe(0);
    expect((await open('"lake"', [{ kind: 'tagged', tag: lakes, below: false, keep: false }])).total).toBe(1);
    const { result } = await open('"lake"');
    const given = await folder.ask('verdicts.give', { result, lines: [2], verdict: 'out' });
    expect(given).toMatchObject({ lines: 1, undo: stepSays('verdict.give', { count: 1, verdict: 'out' }) });
    expect((await open('"lake"', [{ kind: 'verdict', verdicts: ['out'], keep: false }])).total).toBe(1);
    expect((await open('"lake"', [{ kind: 'verdict', verdicts: [null], keep: true }])).total).toBe(1);
    expect((await open('"lake"', [{ kind: 'verdict', verdicts: [null, 'out'], keep: true }])).total).toBe(2);
    const across = { result, from: 0, count: 9 };
    expect(await folder.ask('verdicts.across', { ...across, by: 'document' })).toEqual({
      total: 1,
      verdicts: ['out', null],
      groups: [{ written: 'a.en.txt', counts: [1, 1] }],
    });
    expect((await folder.ask('verdicts.across', { ...across, by: 'A1', from: 1 })).groups).toHaveLength(1);
    const byVerdict = await folder.ask('concordance.group', { result, by: 'verdict', from: 0, count: 9 });
    expect(byVerdict.groups.map(({ value, lines }) => [value, lines])).toEqual([
      [null, 1],
      ['out', 1],
    ]);
    await folder.ask('project.undo', {});
    expect(await folder.ask('verdicts.counts', { result })).toEqual({ none: 2, verdicts: [] });
  });

  it('are asked for in the queries of tables, and tables are of passages', async () => {
    const folder = await TaggingFolder.open(articles());
    const water = await folder.tag('Water');
    await folder.span(0, 'The lake is old.', await folder.tag('Lakes', { parent: water }));
    const asked = (text: string) => ({ text, mode: 'cql', case: false, marks: false }) as const;
    const inside = asked('"lake" within <tag name="Water"/>');
    const outside = asked('[word="lake" & tag!="Water"]');
    const counting = { unit: 'case', numbers: true, minCount: 1, minDocuments: 1, oncePerStory: false } as const;
    const once = { oncePerStory: false };
    const resampling = { samples: 100, seed: 1 };
    const by = { field: 'language' };
    const company = { kind: 'collocates', counting, before: 1, after: 1, sentence: true, marginals: 'tokens' } as const;
    const table = async (request: Params<'tables.open'>['table'], ...columns: number[]) => {
      const { table: id } = await folder.ask('tables.open', { table: request });
      const { rows } = await folder.ask('tables.page', { table: id, from: 0, count: 99 });
      return rows.map(({ cells }) => columns.map((column) => cells[column])).sort();
    };
    expect(await table({ kind: 'dispersion', query: inside, ...once }, 1, 2)).toEqual([
      ['a.en', 1],
      ['b.mk', 0],
      ['c.ar', 0],
    ]);
    const trend: Params<'tables.open'>['table'] = {
      ...{ kind: 'trend', queries: [inside, outside], by, where: 'language=en', ...once, resampling },
    };
    expect(await table(trend, 1, 2)).toEqual([
      [inside.text, 1],
      [outside.text, 1],
    ]);
    expect(await table({ ...company, query: inside }, 0)).toEqual([['is'], ['the']]);
    expect(await table({ ...company, query: outside }, 0)).toEqual([['has'], ['the']]);
    const tagged = { tag: water, below: true };
    expect(await table({ kind: 'words', counting: { ...counting, tagged } }, 0)).toEqual(
      ['is', 'lake', 'old', 'the'].map((word) => [word]),
    );
    expect(await table({ ...company, query: inside, counting: { ...counting, tagged } }, 0)).toEqual([['is'], ['the']]);
  });

  it('may be those that were ticked, in whatever order they stand and whatever a step hides', async () => {
    const folder = await TaggingFolder.open(articles());
    const water = await folder.tag('Water');
    const query = { text: '*', mode: 'simple', case: false, marks: false } as const;
    const { result, total } = await folder.ask('concordance.open', { query, sort: ['M'], where: 'language=en' });
    const page = async (onlyTicked: boolean) => {
      const asked = {
        result,
        context: { unit: 'tokens', size: 0 },
        ticks: true,
        onlyTicked,
        from: 0,
        count: 500,
      } as const;
      return (await folder.ask('concordance.page', asked)).lines;
    };
    const words = async () => (await page(true)).map(({ match }) => match);
    const tick = (from: number, until: number, how: 'tick' | 'untick' | 'turn') =>
      folder.ask('concordance.tick', { result, from, until, how });
    expect(await tick(1, 4, 'tick')).toEqual({ ticked: 3 });
    expect(await tick(3, 5, 'turn')).toEqual({ ticked: 3 });
    const chosen = await words();
    expect((await page(true)).map(({ n }) => n)).toEqual([2, 3, 5]);
    expect((await page(false)).filter(({ ticked }) => ticked).map(({ match }) => match)).toEqual(chosen);
    expect(await folder.ask('concordance.sort', { result, sort: ['-M'] })).toMatchObject({ ticked: 3, total });
    expect(await words()).toEqual([...chosen].reverse());
    const hidden = await folder.ask('concordance.steps', { result, steps: [{ kind: 'sample', size: 1, seed: 3 }] });
    expect(hidden.ticked).toBeLessThan(2);
    expect(await folder.ask('concordance.steps', { result, steps: [] })).toMatchObject({ ticked: 3 });
    const tagging = { result, lines: 'ticked' as const, unit: 'match' as const, tags: [water], dryRun: false };
    expect(await folder.ask('spans.fromLines', tagging)).toMatchObject({ fresh: 3 });
    expect((await folder.spans()).map(({ quote }) => quote).sort()).toEqual([...chosen].sort());
    expect(await folder.ask('verdicts.give', { result, lines: 'ticked', verdict: 'keep' })).toMatchObject({ lines: 3 });
    const asked = { result, context: { unit: 'tokens', size: 0 }, format: 'tsv', raw: false, job: 'j' } as const;
    const { file, lines } = await folder.ask('concordance.export', { ...asked, ticked: true });
    const { base64 } = await folder.ask('files.next', { file });
    expect(lines).toBe(3);
    expect(Buffer.from(base64, 'base64').toString().trimEnd().split('\n')).toHaveLength(4);
    expect(await tick(0, total, 'turn')).toEqual({ ticked: total - 3 });
    expect(await tick(0, total, 'untick')).toEqual({ ticked: 0 });
  });
});
