import { describe, expect, test } from 'vitest';
import { hitsOf } from '../../../src/corpus/query/evaluate.ts';
import { patternWithClitics } from '../../../src/corpus/query/clitic-patterns.ts';
import { withClitics } from '../../../src/corpus/query/clitics.ts';
import type { LexiconKey } from '../../../src/corpus/query/pattern.ts';
import { parseSimple } from '../../../src/corpus/query/simple.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import { finished } from '../../../src/corpus/query/slices.ts';
import { indexOf } from './small-corpora.ts';

const lexiconOf = (...words: readonly string[]) => indexOf({ vocabulary: [], texts: [words.join(' ')] }).lexicon;

/** What was asked, what stands in the text, what is written before the word and after it. */
const found = [
  ['مدينة', 'مدينة', '', ''],
  ['مدينة', 'المدينة', 'ال', ''],
  ['مدينة', 'والمدينة', 'وال', ''],
  ['مدينة', 'بالمدينة', 'بال', ''],
  ['مدينة', 'وبالمدينة', 'وبال', ''],
  ['مدينة', 'فبالمدينة', 'فبال', ''],
  ['مدينة', 'كالمدينة', 'كال', ''],
  ['مدينة', 'للمدينة', 'لل', ''],
  ['مدينة', 'وللمدينة', 'ولل', ''],
  ['مدينة', 'لمدينة', 'ل', ''],
  ['مدينة', 'ولمدينة', 'ول', ''],
  ['مدينة', 'مدينتنا', '', 'نا'],
  ['مدينة', 'مدينتهم', '', 'هم'],
  ['مدينة', 'بمدينتهم', 'ب', 'هم'],
  ['مدينة', 'ولمدينتي', 'ول', 'ي'],
  ['مدينة', 'مدينتكم', '', 'كم'],
  ['مدينه', 'مدينتها', '', 'ها'],
  ['مدينة', 'مَدِينَتُنا', '', 'نا'],
  ['مَدِينَةٌ', 'وَبِالْمَدِينَةِ', 'وبال', ''],
  ['المدينة', 'المدينة', '', ''],
  ['المدينة', 'وبالمدينة', 'وب', ''],
  ['المدينة', 'للمدينة', 'ل', ''],
  ['المدينة', 'فالمدينة', 'ف', ''],
  ['السلام', 'والسلام', 'و', ''],
  ['السلام', 'بالسَّلام', 'ب', ''],
  ['كتاب', 'كتابه', '', 'ه'],
  ['كتاب', 'كتابها', '', 'ها'],
  ['كتاب', 'كتابهما', '', 'هما'],
  ['كتاب', 'كتابهم', '', 'هم'],
  ['كتاب', 'كتابهن', '', 'هن'],
  ['كتاب', 'كتابك', '', 'ك'],
  ['كتاب', 'كتابكما', '', 'كما'],
  ['كتاب', 'كتابكن', '', 'كن'],
  ['كتاب', 'كتابي', '', 'ي'],
  ['كتاب', 'كتابنا', '', 'نا'],
  ['كتاب', 'وبكتابنا', 'وب', 'نا'],
  ['كتاب', 'فلكتابهم', 'فل', 'هم'],
  ['كتاب', 'الكتاب', 'ال', ''],
  ['لغة', 'للغة', 'ل', ''],
  ['اللغة', 'للغة', 'ل', ''],
  ['اللغة', 'واللغة', 'و', ''],
  ['لغة', 'لغتنا', '', 'نا'],
  ['لغة', 'بلغتهم', 'ب', 'هم'],
  ['ليل', 'لليل', 'ل', ''],
  ['الليل', 'لليل', 'ل', ''],
  ['الله', 'بالله', 'ب', ''],
  ['الله', 'والله', 'و', ''],
  ['الله', 'لله', 'ل', ''],
  ['يكتبون', 'سيكتبون', 'س', ''],
  ['يكتبون', 'وسيكتبون', 'وس', ''],
  ['يكتب', 'سيكتبها', 'س', 'ها'],
  ['يكتب', 'فسيكتبه', 'فس', 'ه'],
  ['يعرف', 'يعرفني', '', 'ني'],
  ['يعرف', 'ليعرفنا', 'ل', 'نا'],
  ['كتبوا', 'كتبوه', '', 'ه'],
  ['كتبوا', 'وكتبوها', 'و', 'ها'],
  ['مستشفى', 'بالمستشفى', 'بال', ''],
  ['مستشفى', 'مستشفاهم', '', 'هم'],
  ['مستشفي', 'ومستشفاها', 'و', 'ها'],
  ['على', 'عليهم', '', 'هم'],
  ['على', 'وعليكم', 'و', 'كم'],
  ['إلى', 'إليه', '', 'ه'],
  ['إلى', 'وإليكم', 'و', 'كم'],
  ['من', 'منهم', '', 'هم'],
  ['سماء', 'سماءه', '', 'ه'],
  ['سماء', 'سمائها', '', 'ها'],
  ['سماء', 'وسماؤنا', 'و', 'نا'],
  ['سماء', 'للسماء', 'لل', ''],
  ['مبدأ', 'مبدؤهم', '', 'هم'],
  ['مبدأ', 'مبدئه', '', 'ه'],
  ['أصدقاء', 'بأصدقائهم', 'ب', 'هم'],
  ['أحمد', 'وأحمد', 'و', ''],
  ['احمد', 'لأحمد', 'ل', ''],
  ['الذي', 'للذي', 'ل', ''],
  ['الفن', 'بالفن', 'ب', ''],
  ['آلاف', 'بآلاف', 'ب', ''],
  ['آلة', 'آلتهم', '', 'هم'],
  ['ألم', 'ألمهم', '', 'هم'],
  ['مجتمع', 'ومجتمعنا', 'و', 'نا'],
] as const;

/** What was asked, and what stands in the text but is another word, or that word in another form. */
const notFound = [
  ['مدينة', 'مدينتان'],
  ['مدينة', 'مدني'],
  ['مدينة', 'تمدينة'],
  ['المدينة', 'مدينة'],
  ['المدينة', 'مدينتهم'],
  ['الكتاب', 'الكتابة'],
  ['السلام', 'سلامهم'],
  ['السلام', 'السلامة'],
  ['كتاب', 'الكتابهم'],
  ['كتاب', 'كتب'],
  ['كتاب', 'مكتاب'],
  ['كتاب', 'كتابات'],
  ['كتاب', 'وفكتاب'],
  ['كتاب', 'بوكتاب'],
  ['كتاب', 'سالكتاب'],
  ['لغة', 'لللغة'],
  ['يكتب', 'سوفيكتب'],
  ['كتبوا', 'كتبواه'],
  ['سماء', 'سما'],
  ['الله', 'اللهم'],
] as const;

describe('an Arabic word with particles and pronouns', () => {
  test.each(found)('%s is found in %s, with “%s” before and “%s” after', (asked, written, before, after) => {
    expect(withClitics(lexiconOf(written), asked, 'fold')).toEqual([
      { form: fold(written), before, after, types: [[0, 1]] },
    ]);
  });

  test.each(notFound)('%s is not found in %s', (asked, written) => {
    expect(withClitics(lexiconOf(written), asked, 'fold')).toEqual([]);
  });

  test('gives every form of the lexicon once, the word itself first', () => {
    const lexicon = lexiconOf('وللمدينة', 'مدينتهم', 'مدينة', 'مدينه', 'المدينةُ', 'قرية');
    const forms = withClitics(lexicon, 'مدينة', 'fold').map(({ form }) => form);
    expect(forms).toEqual(['مدينه', 'مدينتهم', 'المدينه', 'وللمدينه']);
  });

  test('keeps marks apart when they count', () => {
    const lexicon = lexiconOf('وأحمد', 'واحمد', 'مدينته', 'مدينهه', 'عليه', 'علاه');
    const exactly = (asked: string, key: LexiconKey) => withClitics(lexicon, asked, key).map(({ form }) => form);
    expect(exactly('أحمد', 'form')).toEqual(['وأحمد']);
    expect(exactly('احمد', 'caseFold')).toEqual(['واحمد']);
    expect(exactly('مدينة', 'form')).toEqual(['مدينته']);
    expect(exactly('مدينه', 'form')).toEqual(['مدينهه']);
    expect(exactly('على', 'form')).toEqual(['علاه', 'عليه']);
    expect(exactly('احمد', 'marksFold')).toEqual(['واحمد']);
  });

  test.each(['кука', 'and', 'پدر', 'گل', '2023', 'و', '@user', 'ا'])('leaves %s alone', (word) => {
    const others = [word, `و${word}`, `${word}هم`, `ال${word}`];
    const lexicon = lexiconOf(...others);
    for (const { before, after } of withClitics(lexicon, word, 'fold')) expect([before, after]).toEqual(['', '']);
  });
});

describe('a query with clitics', () => {
  const texts = ['وصلوا إلى مدينتهم. زاروا المدينة القديمة وبالمدينة سوق\nمدينة كبيرة، ومدينتنا القديمة'];
  const index = indexOf({ vocabulary: [], texts });
  const matches = (text: string) => {
    const parsed = parseSimple(text, 'fold');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const pattern = patternWithClitics(index.lexicon, parsed.value.pattern);
    const hits = finished(
      hitsOf(pattern, { index, scope: 'paragraph', length: text.length, metadata: () => undefined }),
    );
    return Array.from(hits.start, (token) => index.lexicon.form(index.stream()[token] as never));
  };

  test('matches each word in all its forms, wherever it stands', () => {
    expect(matches('مدينة')).toEqual(['مدينتهم', 'المدينة', 'وبالمدينة', 'مدينة', 'ومدينتنا']);
    expect(matches('مدينة قديمة')).toEqual(['المدينة', 'ومدينتنا']);
    expect(matches('(مدينة|سوق)')).toContain('سوق');
    expect(matches('زار* BEFORE/2 مدينة')).toEqual(['زاروا', 'زاروا']);
    expect(matches('مدينة *{0,2} سوق')).toEqual(['المدينة', 'وبالمدينة']);
  });

  test('leaves wildcards as they are', () => {
    expect(matches('مدين?')).toEqual(['مدينة']);
  });
});
