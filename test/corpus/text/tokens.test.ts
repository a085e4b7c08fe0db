import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { canonicalText } from '../../../src/corpus/text/canonical.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';

const rules = sentenceRules({});
/** Tokens with a space between; those that are no words with their kind. */
function tokens(text: string): string {
  return analyse(canonicalText(text), 'und', rules)
    .tokens.map(({ text: form, kind }) => (kind === 'word' ? form : `${form}/${kind}`))
    .join(' ');
}

/** What is written, and the tokens of it. */
const table: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'apostrophes and hyphens': [
    ["don't stop", "don't stop"],
    ['don’t stop', 'don’t stop'],
    ["'quoted' words’", 'quoted words'],
    ["rock 'n' roll", 'rock n roll'],
    ['l’homme d’affaires', 'l’homme d’affaires'],
    ['the dogs’ tails', 'the dogs tails'],
    ['re-elect the vice-chair', 're-elect the vice-chair'],
    ['re‑elect', 're‑elect'],
    ['wait - no – yes — maybe--never', 'wait no yes maybe never'],
    ['-5 and pre- and -fix', '5/number and pre and fix'],
    ['д-р Весна', 'д-р Весна'],
    ['п’ять бур’ян', 'п’ять бур’ян'],
    ['Ka‘ba', 'Ka‘ba'],
    ['col·legi', 'col·legi'],
    ['a’-b', 'a b'],
    ['snake_case _emphasis_', 'snake_case emphasis'],
  ],
  numbers: [
    ['3.14 and 1,500', '3.14/number and 1,500/number'],
    ['1.500,25', '1.500,25/number'],
    ['٣٫١٤ و ١٬٥٠٠', '٣٫١٤/number و ١٬٥٠٠/number'],
    ['in 2003, 2004.', 'in 2003/number 2004/number'],
    ['1939-1945', '1939/number 1945/number'],
    ['the 1990s, 3rd, 5G', 'the 1990s 3rd 5G'],
    ['COVID-19 and 21-year-old', 'COVID-19 and 21-year-old'],
    ['90-те години', '90-те години'],
    ["1'000 Franken", "1'000/number Franken"],
    ['10:30', '10/number 30/number'],
    ['50% $3 €4.50', '50/number 3/number 4.50/number'],
    ['½ cup, 2½', '½/number cup 2½/number'],
    ['CO₂ but note¹', 'CO₂ but note'],
    ['१२३ ๑๒ 1️⃣', '१२३/number ๑๒/number 1️⃣/number'],
    ['v1.2', 'v1.2'],
    ['3.', '3/number'],
  ],
  'full stops': [
    ['the U.S. law', 'the U.S law'],
    ['e.g. this, i.e. that', 'e.g this i.e that'],
    ['J.K. Rowling', 'J.K Rowling'],
    ['at 5 p.m.', 'at 5/number p.m'],
    ['قبل ق.م. كان', 'قبل ق.م كان'],
    ['the end.The start', 'the end The start'],
    ['قال.وأضاف', 'قال وأضاف'],
    ['U.Sam', 'U Sam'],
    ['wait...what', 'wait what'],
  ],
  addresses: [
    ['see https://lake.example.org/ohrid, then', 'see https://lake.example.org/ohrid/url then'],
    ['(http://a.org/x_(y)).', 'http://a.org/x_(y)/url'],
    ['www.example.org.', 'www.example.org/url'],
    ['pic.twitter.com/nTJW5o3jL6', 'pic.twitter.com/nTJW5o3jL6/url'],
    ['example.com and BBC.COM', 'example.com/url and BBC.COM/url'],
    ['الموقع https://ar.org/مقال، ثم', 'الموقع https://ar.org/مقال/url ثم'],
    ['https://例.example/漢字を', 'https 例 example 漢字 を'],
    ['http:// nothing', 'http nothing'],
    ['first.last+tag@mail.example.org!', 'first.last+tag@mail.example.org/email'],
    ['a@b', 'a b'],
    ['@lake_watch: hi', '@lake_watch/handle hi'],
    ['@user@social.example.org', '@user@social.example.org/handle'],
    ['x@user', 'x user'],
    ['#OTAN. #بحيرة_أوخريد #2', '#OTAN/hashtag #بحيرة_أوخريد/hashtag 2/number'],
    ['C# F#major', 'C F major'],
    ['❤️@user', '@user/handle'],
    ['ftp://a.b?q=1&r=2', 'ftp://a.b?q=1&r=2/url'],
  ],
  'Arabic, Persian, Hebrew': [
    ['السلامُ عليكم', 'السلامُ عليكم'],
    ['مُعَلِّم', 'مُعَلِّم'],
    ['كتـــاب', 'كتـــاب'],
    ['بـ«خوان»', 'بـ خوان'],
    ['ـــــ', ''],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['قال: «نعم»، ثم؟', 'قال نعم ثم'],
    ['\u06dd١', '\u06dd١/number'],
    ['ﷺ', 'ﷺ'],
    ['צה"ל אמר "שלום"', 'צה"ל אמר שלום'],
    ['ג׳ירפה', 'ג׳ירפה'],
    ['שָׁלוֹם', 'שָׁלוֹם'],
  ],
  'scripts without spaces': [
    ['我爱北京', '我 爱 北京'],
    ['日本語です。', '日本語 です'],
    ['ภาษาไทย', 'ภาษา ไทย'],
    ['2023年3月', '2023/number 年 3/number 月'],
    ['#日本語', '#日本語/hashtag'],
    ['한국어 문장', '한국어 문장'],
    ['T恤', 'T 恤'],
  ],
  'what is no token': [
    ['🙂 👩‍🚀 👍🏽 🇲🇰 ❤️', ''],
    ['« “ ” » … — ؟ ؛ ٪ ©', ''],
    ['a🙂b', 'a b'],
    ['ℹ ①', ''],
    ['\u0301 \ufe0f \u200d', ''],
    ['\ud83d x \udc00', 'x'],
    ['', ''],
  ],
  'marks and invisible characters': [
    ['е\u0301то', 'е\u0301то'],
    ['co\u00adoperate', 'co\u00adoperate'],
    ['a\u200b b', 'a b'],
    ['\u200fكلمة\u200f', 'كلمة'],
    ['हिन्दी में', 'हिन्दी में'],
    ['𝐀𝐁 𐐀𐐨', '𝐀𝐁 𐐀𐐨'],
    ['a👍🏽b🏻', 'a b🏻'],
  ],
};

for (const [group, rows] of Object.entries(table)) {
  describe(group, () => {
    for (const [written, expected] of rows)
      test(JSON.stringify(written), () => {
        expect(tokens(written)).toBe(expected);
      });
  });
}

test('a very long word and a very long address are one token each', () => {
  const long = 'a'.repeat(100_000);
  expect(analyse(`x ${long} y`, 'und', rules).tokens.map(({ start, end }) => [start, end])).toEqual([
    [0, 1],
    [2, 100_002],
    [100_003, 100_004],
  ]);
  expect(analyse(`https://a.org/${long}`, 'und', rules).tokens).toHaveLength(1);
});

// Each of these would take hours were any rule to look back or ahead over the whole line at every character.
test.each([
  'a.',
  'a-',
  'a@',
  '@a',
  '#',
  'a_',
  'http://',
  '(',
  "a'",
  'http://a/(',
  ')',
  '!',
  '! ',
  '!"',
  '1. ',
  ' 1.',
  '. - ',
  '\n ',
  'A. ',
  'ก้',
  'a\u0301',
  '漢',
])('a hundred thousand times %j', (piece) => {
  const text = piece.repeat(100_000);
  expect(analyse(text, 'en', rules).sentences.length).toBeLessThan(text.length);
  expect(
    analyse(`${' '.repeat(100_000)}http://a/${'('.repeat(100_000)}${text}a`, 'en', rules).tokens.length,
  ).toBeGreaterThan(0);
});
