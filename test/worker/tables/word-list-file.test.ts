import { describe, expect, it } from 'vitest';
import { readWordList } from '../../../src/worker/tables/word-list-file.ts';

describe('a word list that somebody brings', () => {
  it.each([
    ['AntConc', '#Word Types: 3\n#Word Tokens: 1,234\n#Search Hits: 0\n1\t70\tthe\n2\t40\tof\n3\t9\tлак\n', 1234],
    ['AntConc 4', 'Type\tRank\tFreq\tRange\nthe\t1\t70\t4\nof\t2\t40\t3\nлак\t3\t9\t1\n', undefined],
    ['a spreadsheet', '\ufeffword;count\r\n"the";70\r\n"of";40\r\n"лак";9\r\n', undefined],
    ['commas', 'the,70\nof,40\nлак,9\n', undefined],
    ['spaces', 'the 70\nof 40\nлак 9\n', undefined],
    ['its own export', 'form,written,count,perMillion\nthe,The,70,1.5\nof,of,40,1\nлак,Лак,9,0.2\n', undefined],
  ])('is read as %s writes it', (_, text, tokens) => {
    const list = readWordList(text, 'list');
    expect(list.words).toEqual([
      ['the', 70],
      ['of', 40],
      ['лак', 9],
    ]);
    expect(list.tokens).toBe(tokens);
    expect(list.remarks).toEqual([]);
  });

  it('reads Arabic, quotes, and thousands', () => {
    expect(readWordList('"مدينة, كبيرة","1,200"\n"ماء","30"\n', 'list').words).toEqual([
      ['مدينة, كبيرة', 1200],
      ['ماء', 30],
    ]);
  });

  it('says how many lines it passed over', () => {
    const { words, remarks } = readWordList('the\t70\nof\tmany\nand\t\nto\t5\nin\t4\na\t3\n', 'my.txt');
    expect(words).toHaveLength(4);
    expect(remarks).toEqual(['my.txt: 2 lines without a word and a count were passed over.']);
  });

  it.each(['', 'only\nwords\n', '1\t2\n3\t4\n', '\n\n\n'])('refuses %j', (text) => {
    expect(() => readWordList(text, 'my.txt')).toThrow(/^No word list/u);
  });

  it('keep hashtags, which are words, and pass remarks over', () => {
    const text = '#Word Types: 3\n#Word Tokens: 9\n# of the spring\nезеро\t5\n#охрид\t3\n#بحيرة\t1';
    expect(readWordList(text, 'tags.txt')).toMatchObject({
      words: [
        ['езеро', 5],
        ['#охрид', 3],
        ['#بحيرة', 1],
      ],
      tokens: 9,
    });
  });
});
