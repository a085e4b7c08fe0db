/** The hot loop against the rules alone, array by array, wherever the stretches end that it goes by. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charClass } from '../../../src/corpus/text/char-classes.ts';
import { classAt, widthAt } from '../../../src/corpus/text/characters.ts';
import { FormTable } from '../../../src/corpus/text/forms.ts';
import { Layout } from '../../../src/corpus/text/layout.ts';
import { kindCode, scanToken } from '../../../src/corpus/text/scan.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';
import { Tokeniser } from '../../../src/corpus/text/tokenise.ts';
import { startsCluster, unspacedWords } from '../../../src/corpus/text/unspaced.ts';
import { quickTokeniser } from '../../../src/worker/quick-words/quick-tokeniser.ts';
import { copyUnits } from '../../../src/worker/text-units.ts';
import { anyText } from './texts.ts';

interface Found {
  readonly tokens: (readonly [start: number, end: number, form: string, kind: number])[];
  /** With the number of tokens before each. */
  readonly breaks: (readonly [at: number, tokens: number])[];
}

/** Character by character, by the rules of scan.ts. */
function naive(text: string): Found {
  const found: Found = { tokens: [], breaks: [] };
  for (let at = 0; at < text.length;) {
    const cls = classAt(text, at);
    const scanned = cls === charClass.unspaced ? 0 : scanToken(text, at);
    if (cls === charClass.unspaced) {
      const start = at;
      for (let next = cls as number; ; next = classAt(text, at)) {
        const clings = next === charClass.letter && !startsCluster(text, at);
        if (next !== charClass.unspaced && next !== charClass.mark && !clings) break;
        at += widthAt(text, at);
      }
      let from = start;
      for (const word of unspacedWords(text.slice(start, at))) {
        found.tokens.push([from, from + word.length, word, kindCode.word]);
        from += word.length;
      }
    } else if (scanned !== 0) {
      const end = scanned >>> 3;
      found.tokens.push([at, end, text.slice(at, end), scanned & 7]);
      at = end;
    } else {
      // Marks outside the first plane end no sentence.
      if (widthAt(text, at) === 1 && cls >= charClass.newline && cls <= charClass.fullStop)
        found.breaks.push([at, found.tokens.length]);
      at += widthAt(text, at);
    }
  }
  return found;
}

function foundBy(tokeniser: Tokeniser, text: string): Found {
  tokeniser.run(text);
  const { starts, ends, types, count, forms, breaks, breakTokens, breakCount } = tokeniser;
  return {
    tokens: Array.from({ length: count }, (_, t) => {
      return [starts[t]!, ends[t]!, forms.form(types[t]!), forms.kinds[types[t]!]!] as const;
    }),
    breaks: Array.from({ length: breakCount }, (_, b) => [breaks[b]!, breakTokens[b]!] as const),
  };
}

const units = ['a', 'я', 'ل', '\u064e', '-', '.', "'", '’', '3', '٣', ',', '"', 'ש', '@', ':', ' '];
const longWords = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: anyText }, { weight: 1, arbitrary: longWords }), { maxLength: 4 })
  .map((texts) => texts.join(' '));

// Each takes memory of its own, so that they are few; they see one text after another, as they do in a folder.
const quick = [1, 2, 7, 24, undefined].map((stretch) => quickTokeniser(stretch));

test('gives what the rules give, whatever the length of a stretch and whoever reads the units', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 24 }), (texts, stretch) => {
      const whole = new Tokeniser();
      const pieces = new Tokeniser(new FormTable(), { stretch });
      const copied = new Tokeniser(new FormTable(), { stretch, read: copyUnits });
      for (const one of texts) {
        const expected = naive(one);
        for (const tokeniser of [whole, pieces, copied, quick[stretch % quick.length]!])
          expect(foundBy(tokeniser, one)).toEqual(expected);
      }
    }),
    { numRuns: 600 },
  );
});

test('sentences and paragraphs begin where they begin without stretches', () => {
  const rules = sentenceRules({}).for('und');
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 24 }), (one, stretch) => {
      const layouts = [new Tokeniser(), new Tokeniser(new FormTable(), { stretch, read: copyUnits })].map(
        (tokeniser) => {
          const layout = new Layout();
          tokeniser.run(one);
          layout.run(one, tokeniser, rules);
          return layout;
        },
      );
      expect(layouts[1]).toEqual(layouts[0]);
    }),
  );
});

test('a text of many stretches is taken as it is, and the words at their ends whole', () => {
  const piece = 'Скопје и Охрид, the re-elected 3.14 at www.example.org/a (ق.م). ';
  const long = piece.repeat(3000);
  expect(foundBy(new Tokeniser(new FormTable(), { read: copyUnits }), long)).toEqual(naive(long));
});

test('the quick one numbers, weighs and keeps its forms as the other does, thousands of them', () => {
  const many = Array.from(
    { length: 30_000 },
    (_, n) => `${n.toString(36).replaceAll(/\d/gu, 'é')}word سلام${n % 7} كلمة`,
  ).join(' ');
  const [usual, other] = [new Tokeniser(), quickTokeniser()].map((tokeniser) => {
    tokeniser.run(many);
    tokeniser.run('word it-is العربية Ωμέγα 字典 internationalisation');
    const { size, units, offsets, kinds, balances, rightToLeft } = tokeniser.forms;
    return {
      size,
      rightToLeft,
      units: units.subarray(0, offsets[size]),
      offsets: offsets.subarray(0, size + 1),
      kinds: kinds.subarray(0, size),
      balances: balances.subarray(0, size),
    };
  });
  expect(usual!.size).toBeGreaterThan(5000);
  expect(other).toEqual(usual);
});
