import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageEvidence } from '../../../src/corpus/text/letters.ts';
import { mainScript, onlyScript } from '../../../src/corpus/text/letters-scripts.ts';
import type { Evidence } from '../../../src/corpus/text/letters.ts';
import {
  areNearlyOne,
  detectedName,
  isDecisive,
  isOfScript,
  verdict,
  verdictByScript,
} from '../../../src/corpus/text/letters-verdict.ts';

const best = ({ scores }: Evidence): string | undefined => [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
const noEvidence: Evidence = { scores: new Map(), words: 0, furtherWords: 0 };

describe('the main script', () => {
  it.each([
    ['Ова е текст', 'cyrillic', 9],
    ['هذا نص', 'arabic', 5],
    ['زبان «گوگل» است', 'arabic', 11],
    ['a text, ein Text, Vietnamese: tiếng Việt, Azerbaijani: mən', 'latin', 45],
    ['Ελληνικά', 'greek', 8],
    ['שלום', 'hebrew', 4],
    ['中文かな', 'han', 4],
    ['한국어', 'hangul', 3],
    ['', '', 0],
    ['123 — ؟ ٤٥ €', '', 0],
    ['ab где', 'cyrillic', 3],
  ])('of %j is %s', (text, script, letters) => {
    expect(mainScript(text)).toEqual({ script, letters });
  });

  it('is that of a stretch when one is given', () => {
    expect(mainScript('abcdef где', 7, 10)).toEqual({ script: 'cyrillic', letters: 3 });
  });
});

describe('the words of one script', () => {
  it('are kept with their marks, and nothing else', () => {
    expect(onlyScript('Ова (this) е, до́бро: 12 https://x.org', 'cyrillic')).toBe('Ова е до́бро');
    expect(onlyScript('كَتَبَ BBC می‌شود', 'arabic')).toBe('كَتَبَ می‌شود');
    expect(onlyScript('abc', 'arabic')).toBe('');
  });

  it('has as many letters of the script as the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { script, letters } = mainScript(text);
        if (script !== '') expect(mainScript(onlyScript(text, script))).toEqual({ script, letters });
      }),
    );
  });
});

describe('evidence of letters and words', () => {
  it.each([
    ['mk', 'cyrillic', 'Ѓорѓи рече дека ќе дојде'],
    ['bg', 'cyrillic', 'Георги каза, че ще дойде'],
    ['sr', 'cyrillic', 'Ђорђе је рекао да ће доћи'],
    ['ar', 'arabic', 'قال إنه سيأتي إلى المدينة'],
    ['fa', 'arabic', 'گفت که به شهر می‌آید'],
    ['ur', 'arabic', 'اس نے کہا کہ وہ شہر آئے گا'],
    ['ckb', 'arabic', 'ئەو کوڕە لە شارەوە هات بۆ ماڵەوە'],
    ['ps', 'arabic', 'هغه وويل چې ښار ته به راځي'],
    ['sr', 'latin', 'Dete je videlo sneg gde ga nije bilo pre'],
    ['hr', 'latin', 'Tko je tijekom tjedna vidio vlak u siječnju'],
    ['yi', 'hebrew', 'דער מענטש איז אין דער שטאט און ער האט געזאגט'],
  ])('speaks for %s', (language, script, text) => {
    const evidence = languageEvidence(text, script);
    expect(best(evidence)).toBe(language);
    expect(evidence.scores.get(language)).toBeGreaterThan(0);
  });

  it('reads Persian typed with Arabic yeh and kaf, and Arabic with its vowel signs', () => {
    expect(best(languageEvidence('وزير گفت كه اين كار براي مردم است', 'arabic'))).toBe('fa');
    expect(best(languageEvidence('ذَهَبَ الوَلَدُ إِلَى المَدْرَسَةِ مَعَ أَخِيهِ', 'arabic'))).toBe('ar');
  });

  it('ignores case', () => {
    expect(languageEvidence('ТОЈ РЕЧЕ ДЕКА ЌЕ ДОЈДЕ', 'cyrillic')).toEqual(
      languageEvidence('тој рече дека ќе дојде', 'cyrillic'),
    );
  });

  it('counts the words with letters of languages it does not know', () => {
    expect(languageEvidence('Қазақстан халқы жаңа жыл', 'cyrillic')).toMatchObject({ words: 4, furtherWords: 3 });
    expect(languageEvidence('Тој рече дека ќе дојде', 'cyrillic')).toMatchObject({ words: 5, furtherWords: 0 });
  });

  it('grows with the text: words are witnesses of their own', () => {
    const once = languageEvidence('ова не е мое', 'cyrillic').scores.get('mk')!;
    const thrice = languageEvidence('ова не е мое ова не е мое ова не е мое', 'cyrillic').scores.get('mk')!;
    expect(thrice).toBeCloseTo(3 * once, 9);
  });

  it('is none for a script of one language, and for one without lists', () => {
    expect(languageEvidence('Ελληνικά', 'greek')).toEqual(noEvidence);
    expect(languageEvidence('हिन्दी', 'devanagari')).toEqual(noEvidence);
  });
});

describe('the verdict', () => {
  const about = (script: string, text: string, language: string, probability = 1) =>
    verdict(script, mainScript(text).letters, languageEvidence(text, script), { language, probability });

  it('follows the model in a long text of a language without lists', () => {
    expect(verdict('devanagari', 120, noEvidence, { language: 'hi', probability: 0.99 }).language).toBe('hi');
    expect(
      about('latin', 'Hän sanoi, että kirjasto avataan keväällä, koska korjaustyöt ovat valmiit.', 'fi').language,
    ).toBe('fi');
  });

  it('does not believe the model in a few words against the letters', () => {
    expect(about('cyrillic', 'Ќе се видиме утре кај Ѓорѓи', 'sr').language).toBe('mk');
    expect(about('arabic', 'این خانه کجاست که گفت', 'sd').language).toBe('fa');
  });

  it('does not listen to a model that names a language of another script', () => {
    const text = 'Не знам, питай брат ми.';
    const { letters } = mainScript(text);
    const evidence = languageEvidence(text, 'cyrillic');
    const unheard = verdict('cyrillic', letters, evidence, undefined);
    expect(verdict('cyrillic', letters, evidence, { language: 'gd', probability: 0.99 })).toEqual(unheard);
  });

  it('takes the model’s word for Serbian, Croatian or Bosnian as one for all three', () => {
    const text = 'Tko je tijekom tjedna vidio vlak u siječnju';
    expect(about('latin', text, 'bs')).toEqual(about('latin', text, 'hr'));
    expect(about('latin', text, 'bs').language).toBe('hr');
  });

  it('is none for one word, whoever says what', () => {
    expect(about('cyrillic', 'Скопје', 'mk').language).toBe('und');
    expect(verdictByScript('el', 3)).toEqual({ language: 'und', confidence: 0 });
    expect(verdictByScript('el', 30).confidence).toBeGreaterThan(0.9);
  });

  it('is never certain, and always a probability', () => {
    const languages = fc.constantFrom('mk', 'bg', 'sr', 'ar', 'fa', 'en', 'fi', 'zh', 'xx', '');
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom('на '.repeat(5000), 'the '.repeat(9000)),
    );
    fc.assert(
      fc.property(texts, languages, probability, (text, language, share) => {
        const { script, letters } = mainScript(text);
        const { confidence, language: found } = verdict(script, letters, languageEvidence(text, script), {
          language,
          probability: share,
        });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThan(1);
        expect(found === 'und').toBe(confidence === 0);
      }),
    );
  });

  it('needs no model for clear words, but always in Latin letters and with letters of unknown languages', () => {
    const clear = (script: string, text: string): boolean => isDecisive(script, languageEvidence(text, script));
    expect(clear('cyrillic', 'Тој рече дека ќе дојде, но не знаел кога и зошто треба да оди таму со нив.')).toBe(true);
    expect(clear('cyrillic', 'Скопје')).toBe(false);
    expect(clear('latin', 'The mayor said that the library will open in the spring when the work is done.')).toBe(
      false,
    );
    expect(clear('cyrillic', 'Ҳар кас ҳуқуқ дорад, ки дар ҷамъият озодона ва бо хоҳиши худ зиндагӣ кунад.')).toBe(
      false,
    );
  });
});

describe('names of languages', () => {
  it('know which script they are written in', () => {
    expect(['mk', 'sr', 'uk'].every((language) => isOfScript(language, 'cyrillic'))).toBe(true);
    expect([isOfScript('sr', 'latin'), isOfScript('mk', 'latin'), isOfScript('el', 'greek')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isOfScript('el', 'latin'), isOfScript('und', 'latin'), isOfScript('en', '')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('are those of the detector', () => {
    expect(['mk', 'nb', 'arz', 'el', 'und', 'ast', 'xyz'].map(detectedName)).toEqual([
      'mk',
      'no',
      'ar',
      'el',
      'und',
      undefined,
      undefined,
    ]);
    expect([areNearlyOne('hr', 'bs'), areNearlyOne('hr', 'sl'), areNearlyOne('id', 'ms')]).toEqual([true, false, true]);
  });
});
