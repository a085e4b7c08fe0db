import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCql } from '../../../src/corpus/query/cql.ts';
import { shown } from './shown-pattern.ts';

function reading(text: string): string {
  const parsed = parseCql(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return shown(parsed.value);
}

describe('what a query means', () => {
  test.each([
    ['[word="the"]', 'form/the/'],
    ['"the"', 'form/the/'],
    ['“the”', 'form/the/'],
    ['"the" %c', 'caseFold/the/'],
    ['[word="the" %c %d]', 'fold/the/'],
    ['[word="the"%cd]', 'fold/the/'],
    ['[word="the" %d]', 'marksFold/the/'],
    ['[lower="the"]', 'caseFold/the/'],
    ['[lower="the" %d]', 'fold/the/'],
    ['[fold="the"]', 'fold/the/'],
    ['[lang="ar|mk"]', 'lang/(ar|mk)/'],
    ['[word!="the"]', 'not form/the/'],
    ['[]', 'ANY'],
    ['[ ]', 'ANY'],
    ['[word="a" & lang="en"]', '(form/a/ and lang/en/)'],
    ['[word="a" | word="b" & lang="en"]', '(form/a/ or (form/b/ and lang/en/))'],
    ['[!(word="a" | word="b")]', 'not (form/a/ or form/b/)'],
    ['[!!word="a"]', 'not not form/a/'],
    ['[word="a.*b\\"c"]', 'form/a·.{0,Infinity}·b"c/'],
    ['"كتاب" "جديد"', '[form/كتاب/ form/جديد/]'],
    ['"a" []{0,3} "b"', '[form/a/ ANY×0–3 form/b/]'],
    [
      '"a"+ "b"? "c"* "d"{2} "e"{1,}',
      '[form/a/×1–Infinity form/b/×0–1 form/c/×0–Infinity form/d/×2–2 form/e/×1–Infinity]',
    ],
    ['"a" | "b" "c"', '{form/a/ | [form/b/ form/c/]}'],
    ['("a" | "b" "c"){2}', '{form/a/ | [form/b/ form/c/]}×2–2'],
    ['<s> "a"', '[start of sentence form/a/]'],
    ['"a" </s>', '[form/a/ end of sentence]'],
    ['<p>"a"</p>', '[start of paragraph form/a/ end of paragraph]'],
    ['"a" []* "b" within <s/>', '<[form/a/ ANY×0–Infinity form/b/] within sentence>'],
    ['"a" within <p/>', '<form/a/ within paragraph>'],
    ['"a" within <doc lang="ar"/>', '<form/a/ within lang=form/ar/>'],
    [
      '"a" within <doc lang!="ar" & source=".*times" %c/>',
      '<form/a/ within lang≠form/ar/ source=caseFold/.{0,Infinity}·times/>',
    ],
    ['"a" within <doc година="20.."/>', '<form/a/ within година=form/20·.·./>'],
    ['"a" containing "b" within <s/>', '<<form/a/ containing form/b/> within sentence>'],
    ['"a" []{3} containing ("b" within <s/>)', '<[form/a/ ANY×3–3] containing <form/b/ within sentence>>'],
    ['"a" within ("b" []* "c")', '<form/a/ within [form/b/ ANY×0–Infinity form/c/]>'],
    ['("a" within <s/>) | "b"', '{<form/a/ within sentence> | form/b/}'],
    ['("a" within <s/>)', '<form/a/ within sentence>'],
    ['("a"? | <s>) "b"', '[{form/a/×0–1 | start of sentence} form/b/]'],
  ])('%s', (text, meaning) => {
    expect(reading(text)).toBe(meaning);
  });
});

describe('what cannot be read, and where', () => {
  test.each<[text: string, at: number, until: number, message: RegExp]>([
    ['', 0, 0, /a token like .* here is the end/],
    ['the', 0, 1, /a token like .* here is “t”/],
    ['"a" the', 4, 5, /here is “t”/],
    ['"a" ]', 4, 5, /or the end, but here is “\]”/],
    ['[word="a"', 9, 9, /& or \| or \], but here is the end/],
    ['[word "a"]', 6, 7, /= or !=, but here is “"”/],
    ['[word=a]', 6, 7, /a string in quotation marks/],
    ['[colour="a"]', 1, 7, /an attribute \(word, lower, fold, stem, lemma, lang, tag\), but here is “colour”/],
    ['[боја="a"]', 1, 5, /an attribute.*“боја”/],
    ['[word="a" &]', 11, 12, /an attribute.*“\]”/],
    ['[word="a', 6, 8, /never closed/],
    ['[word="a\\"]', 6, 11, /never closed/],
    ['[word=""]', 6, 8, /empty string/],
    ['[word="a(b"]', 8, 9, /never closed/],
    ['[word="كت*+"]', 10, 11, /repeats nothing/],
    ['[word="a" %x]', 10, 12, /%c .*%d/],
    ['[lang="a" %c]', 1, 12, /takes no %c/],
    ['("a"', 0, 1, /never closed with “\)”/],
    ['"a")', 3, 4, /or the end/],
    ['[(word="a"]', 1, 2, /never closed with “\)”/],
    ['"a"{2', 3, 4, /Expected \{2\}/],
    ['"a"{3,1}', 3, 8, /ends \(1\) before/],
    ['"a"{0}', 3, 6, /leave it out/],
    ['"a"{5001}', 3, 9, /At most 500/],
    ['"a"*', 0, 4, /one token at least must be certain/],
    ['"a" | []?', 0, 9, /one token at least/],
    ['<s>', 0, 3, /one token at least/],
    ['("a"* within <s/>) | "b"', 1, 5, /one token at least/],
    ['"a" containing []*', 15, 18, /one token at least/],
    ['"a" within', 10, 10, /a token like .* the end/],
    ['"a" within <doc/>', 11, 17, /Expected a field/],
    ['"a" within <doc lang/>', 20, 21, /= or !=/],
    ['"a" within <doc lang="ar">', 25, 26, /a field, as in.*“>”/],
    ['"a" ("b" within <s/>)', 0, 21, /stand alone, not in a sequence/],
    ['("b" within <s/>)+', 0, 18, /cannot be repeated/],
    ['('.repeat(51), 50, 51, /more than 50 deep/],
    [`[${'!'.repeat(51)}word="a"]`, 51, 52, /more than 50 deep/],
  ])('%s', (text, at, until, message) => {
    const parsed = parseCql(text);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'bad-query', at, until } });
    if (!parsed.ok) expect(parsed.error.message).toMatch(message);
  });

  test('has its place inside the text, whatever is typed', () => {
    const signs = [
      '[',
      ']',
      '(',
      ')',
      'word',
      'lang',
      '=',
      '!',
      '"a"',
      '"b.*"',
      '"',
      '&',
      '|',
      '?',
      '+',
      '{1,2}',
      '{',
      '<s>',
      '</p>',
      ' within ',
      ' containing ',
      '<s/>',
      '<doc',
      '/>',
      '%c',
      '[]',
    ];
    const typed = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseCql(text);
        if (parsed.ok) return;
        const { code, at, until } = parsed.error;
        expect(code).toBe('bad-query');
        expect(0 <= at! && at! <= until! && until! <= text.length).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
