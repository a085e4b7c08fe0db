import { describe, expect, test } from 'vitest';
import { parseSimple } from '../../../src/corpus/query/simple.ts';
import { shown, shownGlob } from './shown-pattern.ts';

function reading(text: string): string {
  const parsed = parseSimple(text, 'fold');
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return shown(parsed.value.pattern);
}

describe('what a query means', () => {
  test.each([
    ['word', '‹word›'],
    ['new york', '[‹new› ‹york›]'],
    ['  new\n york\t', '[‹new› ‹york›]'],
    ['govern*', '‹govern*›'],
    ['*ness', '‹*ness›'],
    ['colo*r', '‹colo*r›'],
    ['wom?n', '‹wom?n›'],
    ['a**b', '‹a*b›'],
    ['the * of', '[‹the› ANY ‹of›]'],
    ['*', 'ANY'],
    ['* **', '[ANY ANY]'],
    ['?', '‹?›'],
    ['?*', '‹?*›'],
    ['the *{0,3} of', '[‹the› ANY×0–3 ‹of›]'],
    ['the *{ 1 , 3 } of', '[‹the› ANY×1–3 ‹of›]'],
    ['the *{2} of', '[‹the› ANY×2–2 ‹of›]'],
    ['the *{,4} of', '[‹the› ANY×0–4 ‹of›]'],
    ['the *{50}of', '[‹the› ANY×50–50 ‹of›]'],
    ['*{2}', 'ANY×2–2'],
    ['من *{٠،٣} إلى', '[‹من› ANY×0–3 ‹إلى›]'],
    ['(a|b)', '{‹a› | ‹b›}'],
    ['a|b', '{‹a› | ‹b›}'],
    ['(new york|la)', '{[‹new› ‹york›] | ‹la›}'],
    ['the (big (red|blue)|small) house', '[‹the› {[‹big› {‹red› | ‹blue›}] | ‹small›} ‹house›]'],
    ['a NEAR b', '<‹a› near 5 ‹b›>'],
    ['a NEAR/3 b', '<‹a› near 3 ‹b›>'],
    ['a NEAR/0 b', '<‹a› near 0 ‹b›>'],
    ['a b BEFORE/12 c d', '<[‹a› ‹b›] before 12 [‹c› ‹d›]>'],
    ['قبل NEAR/٣ بعد', '<‹قبل› near 3 ‹بعد›>'],
    ['a NEAR/1 b BEFORE/2 c', '<<‹a› near 1 ‹b›> before 2 ‹c›>'],
    ['a NEAR/1 (b BEFORE/2 c)', '<‹a› near 1 <‹b› before 2 ‹c›>>'],
    ['(a|b)NEAR(c)', '<{‹a› | ‹b›} near 5 ‹c›>'],
    ['a NEAR b | c', '{<‹a› near 5 ‹b›> | ‹c›}'],
    ['a near b', '[‹a› ‹near› ‹b›]'],
    ['a \\NEAR b', '[‹a› ‹NEAR› ‹b›]'],
    ['a \\BEFORE/3 b', '[‹a› ‹BEFORE› ‹3› ‹b›]'],
    ['NEARBY', '‹NEARBY›'],
    ['what\\?', '‹what›'],
    ['5\\*3', '[‹5› ‹3›]'],
    ['c\\(2\\)', '[‹c› ‹2›]'],
  ])('%s', (text, meaning) => {
    expect(reading(text)).toBe(meaning);
  });
});

describe('text pasted from an article', () => {
  test.each([
    ["don't", "‹don't›"],
    ['write to e-mail@x.org today', '[‹write› ‹to› ‹e-mail@x.org› ‹today›]'],
    ['well,known', '[‹well› ‹known›]'],
    ['3.14 and 1,500', '[‹3.14› ‹and› ‹1,500›]'],
    ['“Skopje”, he said — “is old”.', '[‹Skopje› ‹he› ‹said› ‹is› ‹old›]'],
    ['"new york"', '[‹new› ‹york›]'],
    ['«Россия» „Москва“', '[‹Россия› ‹Москва›]'],
    ['قال: «السلام عليكم»، ثم رحل.', '[‹قال› ‹السلام› ‹عليكم› ‹ثم› ‹رحل›]'],
    ['д-р Ќосев', '[‹д-р› ‹Ќосев›]'],
    ['the European Union (EU) said', '[‹the› ‹European› ‹Union› ‹EU› ‹said›]'],
    ['he left (…) and () slept', '[‹he› ‹left› ‹and› ‹slept›]'],
    ['see https://x.org/wiki/Skopje_(city) now', '[‹see› ‹https://x.org/wiki/Skopje_(city)› ‹now›]'],
    ['(https://x.org/a|https://x.org/b)', '{‹https://x.org/a› | ‹https://x.org/b›}'],
    ['#peace by @user_1', '[‹#peace› ‹by› ‹@user_1›]'],
    ['😀 party 😀', '‹party›'],
    ['cafe\u0301', '‹caf\u00e9›'],
    ['Putin انتخابات Путин', '[‹Putin› ‹انتخابات› ‹Путин›]'],
  ])('%s', (text, meaning) => {
    expect(reading(text)).toBe(meaning);
  });
});

describe('wildcards keep a word together', () => {
  test.each([
    ['re-*', '‹re-*›'],
    ['*-led', '‹*-led›'],
    ["?'t", "‹?'t›"],
    ['?.5', '‹?.5›'],
    ['*@x.org', '‹*@x.org›'],
    ['http*', '‹http*›'],
    ['*U.S', '‹*U.S›'],
    ['U.?', '‹U.?›'],
    ['https://x.org/*', '‹https://x.org/*›'],
    ['#pea*', '‹#pea*›'],
    ['中*', '‹中*›'],
    ['*国', '‹*国›'],
    ['*,', 'ANY'],
    ['“govern*”', '‹govern*›'],
    ['مادور*', '‹مادور*›'],
    ['*ове', '‹*ове›'],
    ['a*,b*', '[‹a*› ‹b*›]'],
  ])('%s', (text, meaning) => {
    expect(reading(text)).toBe(meaning);
  });
});

test('the words of a query are told with their places', () => {
  const parsed = parseSimple('  big (red|bl*) مدينة *', 'fold');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const places = parsed.value.words.map(({ glob, at, until }) => [shownGlob(glob), at, until]);
  expect(places).toEqual([
    ['big', 2, 5],
    ['red', 7, 10],
    ['bl*', 11, 14],
    ['مدينة', 16, 21],
  ]);
});

const long = Array.from({ length: 51 }, () => '(').join('');

describe('what cannot be read, and where', () => {
  test.each<[text: string, at: number, until: number, message: RegExp]>([
    ['', 0, 0, /nothing was typed/],
    ['   ', 0, 3, /nothing was typed/],
    ['“…” —', 0, 5, /only signs were typed/],
    ['()', 0, 2, /only signs/],
    ['the (big', 4, 5, /never closed/],
    ['سلام (عليكم', 5, 6, /never closed/],
    ['дом) стар', 3, 4, /closes nothing/],
    ['a | ', 2, 3, /after this/],
    ['| a', 0, 1, /before this/],
    ['(a||b)', 2, 3, /after this/],
    ['(|a)', 1, 2, /before this/],
    ['a (b|…)', 4, 5, /after this/],
    ['NEAR b', 0, 4, /NEAR needs a word before it/],
    ['a NEAR', 2, 6, /NEAR needs a word after it/],
    ['a NEAR/3 — ', 2, 8, /NEAR needs a word after it/],
    ['мир BEFORE/2', 4, 12, /BEFORE needs a word after it.*\\BEFORE/],
    ['(BEFORE b)', 1, 7, /BEFORE needs a word before it/],
    ['a NEAR NEAR b', 2, 6, /NEAR needs a word after/],
    ['a NEAR/x b', 2, 8, /number from 0 to 50/],
    ['a NEAR/ b', 2, 7, /number from 0 to 50/],
    ['a NEAR/51 b', 2, 9, /number from 0 to 50/],
    ['a *{3', 2, 5, /not closed/],
    ['a *{} b', 2, 5, /number of words/],
    ['a *{1,} b', 2, 7, /largest size/],
    ['a *{1,2,3} b', 2, 10, /one or two numbers/],
    ['a *{x} b', 2, 6, /number of words/],
    ['a *{-1} b', 2, 7, /number of words/],
    ['a *{3,1} b', 2, 8, /ends \(1\) before it begins \(3\)/],
    ['a *{0} b', 2, 6, /leave it out/],
    ['a *{0,51} b', 2, 9, /at most 50/],
    ['من *{0,51} إلى', 3, 10, /at most 50/],
    ['a*{2} b', 1, 3, /put a space before/],
    ['*{0,3}', 0, 6, /word before or after/],
    ['  *{0,3} * ', 2, 10, /word before or after/],
    ['a (*{0,2}|b)', 3, 9, /word before or after/],
    ['*{1,2} NEAR b', 0, 6, /word before or after/],
    ['what \\', 5, 6, /none follows/],
    ['what \\ now', 5, 6, /none follows/],
    [`${long}a`, 50, 51, /nested more than 50/],
    [Array.from({ length: 201 }, () => 'a*').join(' '), 600, 602, /at most 200 words with wildcards/],
  ])('%s', (text, at, until, message) => {
    const parsed = parseSimple(text, 'fold');
    expect(parsed).toMatchObject({ ok: false, error: { code: 'bad-query', at, until } });
    if (!parsed.ok) expect(parsed.error.message).toMatch(message);
  });
});
