/**
 * That the library is Snowball: what it makes of words is held against what the rules on snowballstem.org say of them,
 * worked out by hand, and against words that any user would try first.
 */
import { expect, test } from 'vitest';
import { hasStemmer, loadStemmers } from '../../src/worker/stemmers.ts';

/** Words of one class each, and the stem. */
const classes: readonly (readonly [language: string, stem: string, words: string])[] = [
  ['en', 'consist', 'consist consisted consistency consistent consistently consisting consists'],
  ['en', 'knock', 'knock knocked knocking knocks'],
  ['en', 'die', 'die died dies dying'],
  ['en', 'sky', 'sky skies'],
  ['en', 'presid', 'presiding presided presides'],
  ['en', 'news', 'news'],
  ['en', 'relat', 'relate relating relational relation'],
  ['ru', 'президент', 'президент президента президенту президентом президенте президенты президентов'],
  ['ru', 'важн', 'важная важнее важнейшие важнейшими важно важной'],
  ['ru', 'вагон', 'вагон вагона вагоне вагонов вагоном вагоны'],
  ['ru', 'елк', 'ёлка елка ёлки ёлкой'],
  ['ar', 'مدين', 'مدينة المدينة مدينتهم للمدينة'],
  ['ar', 'كتاب', 'كتاب الكتاب كتابه كتابها كتابهم'],
  ['ar', 'مدرس', 'مدرسة المدرسة مَدْرَسَة مدرستنا'],
  ['sr', 'predsednik', 'председник председника председнику predsednik predsednika predsedniku'],
  ['fr', 'continuel', 'continuelle continuellement continuelles'],
  ['fr', 'major', 'majorité majorités'],
  ['de', 'aufeinanderfolg', 'aufeinanderfolge aufeinanderfolgen aufeinanderfolgend aufeinanderfolgende'],
  ['de', 'kategor', 'kategorische kategorischen kategorischer'],
  ['de', 'haus', 'haus hause hauses häuser häusern'],
  ['es', 'chic', 'chica chicas chico chicos'],
  ['es', 'president', 'presidente presidentes'],
  ['it', 'pronunc', 'pronuncia pronunciamento pronunciare pronunciata'],
  ['tr', 'kitap', 'kitap kitaplar kitaplarda'],
];

test.each(classes)('%s: %s', async (language, stem, words) => {
  const stemmer = (await loadStemmers())(language)!;
  for (const word of words.split(' ')) expect(stemmer(word), word).toBe(stem);
});

test('words that a rule must keep apart stay apart', async () => {
  const stemmerOf = await loadStemmers();
  const apart: readonly (readonly [string, string, string])[] = [
    ['en', 'news', 'new'],
    ['en', 'howe', 'how'],
    ['ru', 'президент', 'президиум'],
    ['ar', 'كتاب', 'كاتب'],
    ['de', 'haus', 'hase'],
    ['en', 'knock', 'knocker'],
  ];
  for (const [language, one, other] of apart)
    expect(stemmerOf(language)!(one), `${language}: ${one}, ${other}`).not.toBe(stemmerOf(language)!(other));
});

test('every language that is said to have a stemmer has one; Macedonian and Croatian have none', async () => {
  const stemmerOf = await loadStemmers();
  for (const language of 'ar de el en es fa fr it nb nl nn no pl pt ro ru sr sv tr'.split(' ')) {
    expect(hasStemmer(language)).toBe(true);
    expect(stemmerOf(language)!('a')).toBe('a');
  }
  for (const language of ['mk', 'hr', 'bs', 'bg', 'uk', 'und', 'constructor']) {
    expect(hasStemmer(language)).toBe(false);
    expect(stemmerOf(language)).toBeUndefined();
  }
});

test('what is no word goes through unharmed', async () => {
  const stemmerOf = await loadStemmers();
  for (const language of ['en', 'ar', 'ru', 'tr'])
    for (const word of ['', '🙂', 'x'.repeat(5_000), '１２３', 'ـــ'])
      expect(typeof stemmerOf(language)!(word)).toBe('string');
});
