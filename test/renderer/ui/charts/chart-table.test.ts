import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableAsTsv } from '../../../../src/renderer/ui/charts/chart-table.ts';
import { rankedTable } from '../../../../src/renderer/ui/charts/chart-tables.ts';

describe('the numbers of a chart as text', () => {
  it('stand in logical order, in full, with a decimal point', () => {
    const table = rankedTable(
      [
        { term: 'سلام \u200F', value: 1234.5678, interval: { low: 1000, high: 1500.25 } },
        { term: 'куќа', value: -0.5 },
      ],
      'Per million',
    );
    expect(tableAsTsv(table)).toBe(
      'Rank\tTerm\tPer million\tLower bound\tUpper bound\n1\tسلام \t1234.5678\t1000\t1500.25\n2\tкуќа\t-0.5\t\t',
    );
  });

  it('have an apostrophe before what a spreadsheet would run', () => {
    const rows = [['=1+1'], ['+x'], ['-x'], ['@user'], ['\u2068=x\u2069'], ['a=b']];
    const text = tableAsTsv({ columns: [{ name: 'Term', kind: 'text' }], rows });
    expect(text.split('\n')).toEqual(['Term', "'=1+1", "'+x", "'-x", "'@user", "'=x", 'a=b']);
  });

  it('keep their rows and columns whatever the words are', () => {
    const signs = fc.constantFrom('a', 'س', '=', ' ', '\t', '\n', '\r', '\u2068', '\u200F');
    const word = fc.array(signs, { maxLength: 8 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.double()), { maxLength: 12 }), (rows) => {
        const columns = [{ name: 'Term', kind: 'text' } as const, { name: 'Value', kind: 'number' } as const];
        const lines = tableAsTsv({ columns, rows }).split('\n');
        expect(lines).toHaveLength(rows.length + 1);
        expect(lines.filter((line) => line.split('\t').length !== 2)).toEqual([]);
      }),
    );
  });
});
