import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asCsv,
  asTyped,
  batchColumns,
  batchTable,
  nextOrder,
  queriesIn,
  sortedRows,
} from '../../src/renderer/features/batch/batch-rows.ts';
import type { BatchRow } from '../../src/shared/answers.ts';

function row(text: string, total: number, more: Partial<BatchRow> = {}): BatchRow {
  const query = { text, mode: 'simple', case: false, marks: false } as const;
  return { query, total, complete: true, perMillion: total * 10.123, documents: total % 3, ...more };
}

describe('a pasted list', () => {
  test('is one query a line, once each, without the empty ones', () => {
    expect(queriesIn(' lake \r\n\r\nمدينة\nlake\r the * of ')).toEqual(['lake', 'مدينة', 'the * of']);
    expect(queriesIn('\n \n')).toEqual([]);
  });
});

describe('the table', () => {
  const wrong = row('(', 0, { error: { code: 'bad-query', message: 'never closed' } });
  const rows = [wrong, row('b', 5), row('a10', 7), row('a9', 5), row('Ä', 1)];
  const texts = (sorted: readonly BatchRow[]) => sorted.map(({ query }) => query.text);

  test('stands as it was typed until a head is clicked, then either way, then as typed again', () => {
    expect(sortedRows(rows, asTyped)).toEqual(rows);
    const down = nextOrder(asTyped, 'lines');
    expect(texts(sortedRows(rows, down))).toEqual(['a10', 'b', 'a9', 'Ä', '(']);
    const up = nextOrder(down, 'lines');
    expect(texts(sortedRows(rows, up))).toEqual(['Ä', 'b', 'a9', 'a10', '(']);
    expect(nextOrder(up, 'lines')).toEqual(asTyped);
    expect(texts(sortedRows(rows, nextOrder(up, 'query')))).toEqual(['Ä', 'a9', 'a10', 'b', '(']);
  });

  test('keeps every row, whatever it is sorted by', () => {
    const some = fc.array(fc.tuple(fc.string(), fc.nat(50)).map(([text, total]) => row(text, total)));
    fc.assert(
      fc.property(some, fc.constantFrom(...batchColumns), fc.boolean(), (all, by, descending) => {
        const sorted = sortedRows(all, { by, descending });
        expect(new Set(sorted)).toEqual(new Set(all));
        if (by !== 'lines') return;
        const totals = sorted.map(({ total }) => (descending ? -total : total));
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
      }),
    );
  });

  test('is written for spreadsheets: quotes where needed, no formulas', () => {
    const table = batchTable([row('a, "b"', 3), row('=1+1', 0), wrong]);
    expect(asCsv(table)).toBe(
      'query,total,perMillion,documents,error\r\n"a, ""b""",3,30.37,0,\r\n' +
        "'=1+1,0,0,0,\r\n(,0,0,0,never closed\r\n",
    );
  });
});
