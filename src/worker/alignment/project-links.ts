/**
 * Links and pairs in the project of a folder. Every change is one step there, so that it is undone like everything else
 * and is on the disk when it is answered.
 */
import * as z from 'zod';
import { granularities } from '../../shared/alignment.ts';
import type { StepWords } from '../../shared/step-words.ts';
import { stepSays } from '../../shared/step-words.ts';
import type { LinkStatus } from '../../shared/alignment.ts';
import type { Database, Row } from '../project/database.ts';
import { numberIn, textIn } from '../project/database.ts';
import type { Project } from '../project/project.ts';
import { freshId } from '../project/fresh-id.ts';
import { foundIn, textOf } from './found-cache.ts';
import type { KeptFound, LinkChanges, LinkKeeper, PairKey, QuotedLink, SettledPair, Undoable } from './kept-links.ts';
import type { SaidStatus } from './links.ts';

const saidStatuses: readonly SaidStatus[] = ['confirmed', 'corrected', 'anchor'] satisfies readonly LinkStatus[];

function nameOf({ a, b, granularity }: PairKey): string {
  return JSON.stringify([a, b, granularity]);
}

const pairName = z.tuple([z.string(), z.string(), z.enum(granularities)]);

function pairNamed(name: string): PairKey {
  const [a, b, granularity] = pairName.parse(JSON.parse(name));
  return { a, b, granularity };
}

export class ProjectLinks implements LinkKeeper {
  readonly #project: Project;

  constructor(project: Project) {
    this.#project = project;
  }

  revision(): number {
    this.#project.lookForOthers();
    return this.#project.state.revision;
  }

  said(pair: PairKey): readonly QuotedLink[] {
    const rows = this.#project.database.all(
      'SELECT a_from, a_to, b_from, b_to, status, a_quote, b_quote FROM links WHERE pair = ? ORDER BY made, id',
      nameOf(pair),
    );
    return rows.map(linkIn);
  }

  saidOfAll(): readonly { readonly pair: PairKey; readonly links: readonly QuotedLink[] }[] {
    const rows = this.#project.database.all(
      'SELECT a_from, a_to, b_from, b_to, status, a_quote, b_quote, pair FROM links ORDER BY made, id',
    );
    const byPair = Map.groupBy(rows, (row) => textIn(row, 7));
    return Array.from(byPair, ([name, links]) => ({ pair: pairNamed(name), links: links.map(linkIn) }));
  }

  found(pair: PairKey): KeptFound | undefined {
    const row = this.#project.database.get('SELECT found FROM realigned WHERE pair = ?', nameOf(pair));
    return row && foundIn(textIn(row, 0));
  }

  change(pair: PairKey, says: StepWords, changes: LinkChanges): Undoable {
    const project = this.#project;
    project.change({ says }, (database) => {
      write(database, nameOf(pair), changes, { author: project.coder, made: project.now });
    });
    return undoable(project);
  }

  settled(): readonly SettledPair[] {
    const rows = this.#project.database.all('SELECT a, b, state, by_hand FROM pairs ORDER BY a, b');
    return rows.map((row) => ({
      a: textIn(row, 0),
      b: textIn(row, 1),
      state: textIn(row, 2) === 'accepted' ? 'accepted' : 'rejected',
      byHand: numberIn(row, 3) === 1,
    }));
  }

  settle(pairs: readonly SettledPair[], forgotten: readonly { readonly a: string; readonly b: string }[]): Undoable {
    const project = this.#project;
    const [first] = pairs;
    const count = pairs.length + forgotten.length;
    const key = first ? (first.state === 'accepted' ? 'pair.accept' : 'pair.reject') : 'pair.takeBack';
    project.change({ says: stepSays(key, { count }) }, (database) => {
      for (const { a, b } of forgotten) database.run('DELETE FROM pairs WHERE a = ? AND b = ?', a, b);
      for (const { a, b, state, byHand } of pairs)
        database.run(
          `INSERT INTO pairs (a, b, state, by_hand, author, made) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (a, b) DO UPDATE SET state = excluded.state WHERE state <> excluded.state`,
          ...[a, b, state, byHand ? 1 : 0, project.coder, project.now],
        );
    });
    return undoable(project);
  }
}

function undoable({ state: { undo, redo } }: Project): Undoable {
  return { undo, redo };
}

function linkIn(row: Row): QuotedLink {
  const status = saidStatuses.find((known) => known === row[4]);
  if (!status) throw new TypeError('column 4 holds no status of a link');
  return {
    aFrom: numberIn(row, 0),
    aTo: numberIn(row, 1),
    bFrom: numberIn(row, 2),
    bTo: numberIn(row, 3),
    status,
    aQuote: textIn(row, 5),
    bQuote: textIn(row, 6),
  };
}

function write(
  database: Database,
  pair: string,
  { gone, said, found }: LinkChanges,
  { author, made }: { readonly author: string; readonly made: string },
): void {
  for (const { aFrom, aTo, bFrom, bTo } of gone)
    database.run(
      'DELETE FROM links WHERE pair = ? AND a_from = ? AND a_to = ? AND b_from = ? AND b_to = ?',
      ...[pair, aFrom, aTo, bFrom, bTo],
    );
  for (const { aFrom, aTo, bFrom, bTo, status, aQuote, bQuote } of said)
    database.run(
      'INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[freshId('k'), pair, aFrom, aTo, bFrom, bTo, status, aQuote, bQuote, author, made],
    );
  if (found)
    database.run(
      'INSERT INTO realigned VALUES (?, ?) ON CONFLICT (pair) DO UPDATE SET found = excluded.found',
      ...[pair, textOf(found)],
    );
}
