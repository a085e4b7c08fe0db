/** Requests about verdicts on lines. */
import type { StepWords } from '../../shared/step-words.ts';
import { stepSays } from '../../shared/step-words.ts';
import type { Handlers } from '../handler.ts';
import { Superseded } from '../corpus.ts';
import { groupsOf } from '../grouping.ts';
import { hitsOfLines, stretchesOf } from './chosen-lines.ts';
import { inProject } from './corpus-project.ts';
import { placeOf } from './tagged-documents.ts';
import { giveVerdict } from './verdict-rows.ts';

export const verdictHandlers: Handlers<'verdicts.give' | 'verdicts.counts' | 'verdicts.across'> = {
  'verdicts.give': inProject(async ({ corpus, opened, own, project, signal, state }, { result, lines, verdict }) => {
    const held = corpus.results.get(result);
    const { hits } = held;
    const numbers = await hitsOfLines(held, lines, signal);
    if (corpus.opened.index !== opened.index || held.hits !== hits) throw new Superseded();
    own.follow(opened);
    const given = stretchesOf(opened.index, held, numbers, 'match');
    const says = (count: number): StepWords =>
      verdict === null ? stepSays('verdict.takeBack', { count }) : stepSays('verdict.give', { count, verdict });
    const changed = project.change({ says, bulk: given.length > bulkFrom }, (database) => {
      const by = { verdict, author: project.coder, made: project.now };
      let count = 0;
      for (const [doc, stretches] of Map.groupBy(given, (stretch) => stretch.doc)) {
        const place = placeOf(database, opened, doc);
        for (const { start, end } of stretches) count += giveVerdict(database, { place, start, end, ...by });
      }
      return count;
    });
    return { ...state(), lines: changed };
  }),

  'verdicts.counts': inProject(({ corpus, opened, own }, { result }) => {
    const { hits } = corpus.results.get(result);
    const counts = new Map<string, number>();
    const judged = own.verdictsOf(opened, hits);
    for (const verdict of judged.values()) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const verdicts = Array.from(counts, ([verdict, lines]) => ({ verdict, lines }));
    verdicts.sort((a, b) => b.lines - a.lines || (a.verdict < b.verdict ? -1 : 1));
    return { none: hits.total - judged.size, verdicts };
  }),

  'verdicts.across': inProject(({ corpus, opened, own }, { result, by, from, count }) => {
    const { hits, query } = corpus.results.get(result);
    const judged = own.verdictsOf(opened, hits);
    const groups = groupsOf(corpus, hits, query, by);
    const page = groups.page(from, count);
    const counts = new Map<string | null, Uint32Array>();
    const all = new Map<string | null, number>();
    for (let hit = 0; hit < hits.total; hit++) {
      const verdict = judged.get(hit) ?? null;
      all.set(verdict, (all.get(verdict) ?? 0) + 1);
      const place = groups.placeOf(hit) - from;
      if (place < 0 || place >= page.length) continue;
      const row = counts.get(verdict) ?? new Uint32Array(page.length);
      counts.set(verdict, row);
      row[place]!++;
    }
    const verdicts = [...all].sort((a, b) => b[1] - a[1] || compareVerdicts(a[0], b[0])).map(([verdict]) => verdict);
    return {
      total: groups.total,
      verdicts,
      groups: page.map(({ written }, place) => ({
        written,
        counts: verdicts.map((verdict) => counts.get(verdict)?.[place] ?? 0),
      })),
    };
  }),
};

/** Lines that were judged before those that were not. */
function compareVerdicts(a: string | null, b: string | null): number {
  return a === null ? 1 : b === null || a < b ? -1 : 1;
}

/** From so many lines on a change is large enough for a backup of its own. */
const bulkFrom = 100;
