import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageTexts } from '../../../bench/language-texts.ts';
import { languageEvidence } from '../../../src/corpus/text/letters.ts';
import { glanceAt } from '../../../src/corpus/text/letters-glance.ts';
import { mainScript } from '../../../src/corpus/text/letters-scripts.ts';
import { clearVerdict } from '../../../src/corpus/text/letters-verdict.ts';

const texts = languageTexts();
const longest = (group: string): string =>
  texts
    .filter((text) => text.group === group)
    .map(({ text }) => text)
    .join('\n');

/** A script whose words are judged by their letters alone, so that a glance sees all there is. */
const withoutParts = 'arabic';

describe('a glance', () => {
  it('adds up what all the evidence adds up to, stretch by stretch', () => {
    const words = fc.constantFrom(
      'كتاب',
      'في',
      'من',
      'گفت',
      'که',
      'ہے',
      'كَتَبَ',
      'كيف',
      'BBC',
      '٤٥',
      '—',
      'ئەو',
      'Ünï',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words), fc.nat(), (parts, cut) => {
        const text = parts.join(' ');
        const at = Math.max(0, text.lastIndexOf(' ', cut % (text.length + 1)));
        const glance = glanceAt(withoutParts)!;
        glance.add(text, 0, at);
        glance.add(text, at, text.length);
        const evidence = languageEvidence(text, withoutParts);
        expect([glance.words, glance.furtherWords]).toEqual([evidence.words, evidence.furtherWords]);
        for (const [l, language] of glance.languages.entries())
          expect(glance.scores[l]).toBeCloseTo(evidence.scores.get(language)!, 9);
      }),
    );
  });

  it('ignores case and vowel signs', () => {
    const scoresOf = (text: string, script: string): number[] => {
      const glance = glanceAt(script)!;
      glance.add(text, 0, text.length);
      return [...glance.scores];
    };
    expect(scoresOf('ТОЈ РЕЧЕ ДЕКА ЌЕ ДОЈДЕ', 'cyrillic')).toEqual(scoresOf('тој рече дека ќе дојде', 'cyrillic'));
    expect(scoresOf('ذَهَبَ مِنْ', 'arabic')).toEqual(scoresOf('ذهب من', 'arabic'));
  });

  it('begins anew each time, and knows nothing of a script of one language', () => {
    glanceAt('latin')!.add('the and of', 0, 10);
    expect([glanceAt('latin')!.words, glanceAt('latin')!.highest(-1)]).toEqual([0, 0]);
    expect(glanceAt('greek')).toBeUndefined();
    expect(glanceAt('')).toBeUndefined();
  });

  it.each(['see https://example.org for the rest of it', 'as @somebody said'])('notes the address in %j', (text) => {
    const glance = glanceAt('latin')!;
    glance.add(text, 0, text.length);
    expect(glance.hasAddresses).toBe(true);
  });
});

describe('a clear verdict', () => {
  const verdictOn = (text: string) => {
    const { script } = mainScript(text);
    const glance = glanceAt(script);
    glance?.add(text, 0, text.length);
    return glance && clearVerdict(script, glance, text.length);
  };

  it.each(['mk', 'bg', 'sr', 'ru', 'uk', 'ar', 'fa', 'ur', 'en', 'de'])('is given on %s', (group) => {
    expect(verdictOn(longest(group))).toEqual({ language: group, confidence: 0.999 });
  });

  it.each(['hr', 'bs', 'sr-latn', 'es', 'fr', 'tr'])('is left to the model on %s, which has neighbours', (group) => {
    expect(verdictOn(longest(group))).toBeUndefined();
  });

  it('is never another language than that of the text', () => {
    for (const { text, language } of texts) expect([undefined, language]).toContain(verdictOn(text)?.language);
  });

  it('is not given on few words, on letters of unknown languages, nor among addresses', () => {
    expect(verdictOn('Ова е')).toBeUndefined();
    expect(verdictOn('Ҳар кас ҳуқуқ дорад, ки дар ҷамъият озодона ва бо хоҳиши худ зиндагӣ кунад.')).toBeUndefined();
    expect(verdictOn(`${longest('mk')} @handle`)).toBeUndefined();
  });
});
