import { describe, expect, it } from 'vitest';
import { pathReader } from '../../src/worker/metadata-path.ts';

const read = (pattern: string, path: string): Readonly<Record<string, string>> => {
  const reader = pathReader(pattern);
  if (!reader.ok) throw new Error(reader.error.message);
  return reader.value(path);
};

describe('pathReader', () => {
  it.each([
    [
      '{source}/{date}_{title}.txt',
      'MIA/2022-03-01_Денот кога.txt',
      { source: 'MIA', date: '2022-03-01', title: 'Денот кога' },
    ],
    ['{source}/{date}_{title}.txt', 'press/MIA/2022_a.txt', { source: 'MIA', date: '2022', title: 'a' }],
    ['{source}/{date}_{title}.txt', '2022_a.txt', {}],
    ['{title}-{date}.*', 'a long-title-2022-03-01.docx', { title: 'a long-title', date: '2022-03-01' }],
    ['{title}.{language}.txt', 'lake.ohrid.mk.txt', { title: 'lake.ohrid', language: 'mk' }],
    ['{year}/*/{n}.txt', '2022/any/7.txt', { year: '2022', n: '7' }],
    ['{year}/*/{n}.txt', '2022/any/other/7.txt', {}],
    ['[{a}] (b+c).txt', '[x] (b+c).txt', { a: 'x' }],
    ['{автор}.txt', 'Ана.txt', { автор: 'Ана' }],
  ])('%s of %s', (pattern, path, fields) => {
    expect(read(pattern, path)).toEqual(fields);
  });

  it.each([
    ['plain.txt', 'names no field', 0],
    ['{a}{b}.txt', 'something between them', 3],
    ['{a}*.txt', 'something between them', 3],
    ['x{a', 'expected a field', 1],
    ['a}', 'expected a field', 1],
    ['{a}/{a}.txt', 'has {a} twice', 4],
    ['{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}/{i}', 'more than 8', 0],
  ])('refuses %s: %s', (pattern, reason, at) => {
    const reader = pathReader(pattern);
    expect(reader).toMatchObject({ ok: false, error: { code: 'bad-query', at } });
    expect(reader.ok || reader.error.message).toContain(reason);
  });
});
