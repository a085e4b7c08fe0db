import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { canonicalText } from '../../../src/corpus/text/canonical.ts';
import { shippedRules } from './rules.ts';
import { anyText } from './texts.ts';

const rules = shippedRules();

/** Texts with `|` where one sentence ends and the next begins. */
const table: Readonly<Record<string, readonly string[]>> = {
  en: [
    'He came.| She left!| Why?| Nobody knows…| The end.',
    'Dr. Smith met Mr. J. K. Rowling and Mrs. Jones.| They spoke.',
    'It cost $3.50 in Jan. 2003.| Then it fell to 1,500.',
    'See p. 12, fig. 3 and vol. IV for more.| It is there.',
    'There was no.| Nobody said no. 5 would come.',
    'The U.S. Senate voted.| He lives in the U.S.| The law is new.',
    'He got up at 5 a.m. and left at 6 p.m.| Then it rained.',
    'Apples, pears, etc. are fruit.| We ate apples, etc.| They were good.',
    '“Stop!” he said.| “Go on.”| She did.',
    '"Is it true?" she asked.| "Yes."| He nodded.',
    '(This is it.)| Next came another (e.g. this one).| Done.',
    'He waited... and waited.| Nothing...| Then a knock.',
    'The site www.example.org is new.| Visit example.com.| Mail a.b@c.org.| Fine.',
    'It ended.|The next began.| So it goes.',
    'What?!| No!!!| Yes.',
    'So did I.| The others stayed with John I. Smith.',
    'It is proven.[12]| Another claim.[3][4]| A third.²| Last.',
    'Yahoo! is a company.| Mr. Smith vs. Mr. Jones was decided.',
    '1. First point.| It continues.',
    'In 1945. That was it.'.replace('. ', '.| '),
  ],
  ar: [
    'ذهب إلى البيت.| ثم عاد.',
    'هل يعتقد العالم ذلك؟| نعم!| لا شك.',
    'انتهت الحرب؛| وعاد الناس.',
    'قال د. أحمد إن أ. د. محمد حضر.| ثم خرج.',
    'بلغ السعر ٣.٥ في عام ٢٠٢٣.| ثم انخفض.',
    'قال: «انتهى الأمر.»| ثم خرج.',
    'قال: "هل انتهى الأمر؟"| ولم يجب أحد.',
    'التفاح والكمثرى إلخ.| ثم عاد.',
    'في القرن الثالث ق.م.| كانت المدينة كبيرة.',
    'انظر ص. 12 من الكتاب.| انتهى.',
    'انتهى الاجتماع.|وغادر الجميع.| انتهى.',
    'قال بوتين (رئيس روسيا). ثم خرج.'.replace('. ', '.| '),
    'نحن نؤيد السلام ”.| بعد ذلك خرج.',
  ],
  mk: [
    'Тој дојде.| Таа си отиде!| Зошто?| Никој не знае.',
    'Д-р Андонова и проф. Марковски зборуваа.| Потоа молчеа.',
    'Во 2023 г. беа видени 38%.| Потоа ги немаше.',
    'Се случи во 1991 г.| Тогаш беше лето.',
    'Г. Ј. Б. Тито и К. П. Мисирков беа таму.| Крај.',
    'Живее на ул. Македонија бр. 5 во Скопје.| Таму е убаво.',
    'Купи леб, млеко и др.| Потоа отиде.',
    'На пр. оваа, т.е. таа книга.| Добра е.',
    '„Доста!“ рече тој.| „Да.“| Таа замолче.',
    '„Ѝ даваме малку време.“| Занаетот го научил рано.',
    'Беше 20,4 метри.| Беше 1.500.000 денари.',
    'Види стр. 12.| Крај.',
    'Дојде 3. октомври.| Крај.',
  ],
  ru: [
    'Он пришёл.| Она ушла!| Почему?| Никто не знает.',
    'В. В. Путин и Дж. К. Роулинг встретились.| Они говорили.',
    'Это было в 1991 г. в Москве.| Тогда было лето.',
    'Это стоило 5 тыс. руб. за штуку.| Дорого.',
    'Яблоки, груши и т. д. и т. п. лежали.| Все ушли.',
    'Купил хлеб, молоко и т.д.| Потом ушёл.',
    'А. С. Пушкин родился на ул. Немецкой.| Он поэт.',
    '«Стой!» — сказал он.| «Да».| Она молчала.',
    '— Да? — спросил он.| — Нет.',
    'См. стр. 12, рис. 3.| Там всё есть.',
    'До н. э. здесь жили люди.| Потом ушли.',
    'Так называемый, т. е. мнимый, друг.| Конец.',
  ],
  es: [
    '¿Qué hora es?| ¡Es tarde!| Vamos.',
    'El Sr. García y la Dra. López llegaron.| Hablaron.',
    'Vive en EE.UU. desde 2003.| Le gusta.',
    'Véase pág. 12, núm. 3.| Está ahí.',
    'Trajo pan, leche, etc.| Luego salió.',
    '«¿Vienes?», preguntó.| «No.»| Se fue.',
    '¿Vienes?, preguntó ella.| No.',
    'Costó 1.500,25 euros.| Caro.',
    'Llegó a las 5 p. m. y salió.| Fin.',
    'J. L. Borges nació en 1899.| Murió en 1986.',
    'Ud. sabe, p. ej. esto.| Bien.',
  ],
  de: [
    'Er kam.| Sie ging!| Warum?| Niemand weiß es.',
    'Dr. Müller und Prof. Schmidt kamen z. B. am 3. Oktober.| Dann gingen sie.',
    'Das 19. Jahrhundert war lang.| Es endete.',
    'Im Jahr 1945. Das war es.'.replace('. ', '.| '),
    'Er wohnt in der Goethestr. 5 in Bonn.| Dort ist es schön.',
    'Äpfel, Birnen usw. liegen da.| Er aß Äpfel usw.| Das war gut.',
    '„Halt!“ rief er.| „Gut.“| Sie schwieg.',
    '»Ja«, sagte er.| »Nein.«| Dann ging er.',
    'Das heißt, d. h. genau das.| Ende.',
    'Siehe S. 12 und Abb. 3.| Dort steht es.',
    'Th. Mann und J. W. Goethe schrieben.| Wir lesen.',
    'Es kostet 1.500,25 Euro.| Teuer.',
  ],
  fr: [
    'Il est venu.| Elle est partie !| Pourquoi ?| Personne ne sait.',
    'M. Dupont et Mme. Durand parlent.| Ils rient.',
    '« Arrête ! » dit-il.| « Oui. »| Elle se tut.',
    'Il habite au no. 5, p. 12.| C’est bien.',
    'Des pommes, des poires, etc.| Il les mange.',
    'J.-C. naquit.| V. Hugo écrivit.',
    'Au IIIe siècle av. J.-C. la ville était grande.| Elle tomba.',
    'C.-à-d. ceci, p. ex. cela.| Fin.',
    'Cela coûte 1 500,25 euros.| C’est cher.',
    'J. Dupont est venu.| Il est là.',
  ],
  und: [
    '他来了。她走了！为什么？'.replaceAll(/([。！])/g, '$1|'),
    'वह आया।| वह गई।| क्यों?',
    'Եկավ։| Գնաց։',
    'A. B. Cee came.| Then went.',
    'Gwelodd ef.| Aeth hi.',
  ],
  el: ['Ήρθε;| Όχι.| Έφυγε.'],
  ur: ['وہ آیا۔| وہ گئی؛ اور بس۔'],
};

for (const [language, rows] of Object.entries(table)) {
  describe(language, () => {
    test.each(rows)('%s', (row) => {
      const text = canonicalText(row.replaceAll('|', ''));
      const found = analyse(text, language, rules).sentences.map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(row.split('|').map((sentence) => canonicalText(sentence.trim())));
    });
  });
}

describe('paragraphs', () => {
  const layoutOf = (text: string) => {
    const { sentences, paragraphs } = analyse(text, 'en', rules);
    return {
      sentences: sentences.map(({ start, end }) => text.slice(start, end)),
      paragraphs: paragraphs.map(({ start, end, firstSentence }) => [text.slice(start, end), firstSentence]),
    };
  };

  test('are runs between newlines, and blank lines make none', () => {
    expect(layoutOf('\n\nOne. Two\n  \n\tThree \r Four\u2029Five\n')).toEqual({
      sentences: ['One.', 'Two', 'Three', 'Four', 'Five'],
      paragraphs: [
        ['One. Two', 0],
        ['Three', 2],
        ['Four', 3],
        ['Five', 4],
      ],
    });
  });

  test('without a token still have a sentence', () => {
    expect(layoutOf('---\nOne.\n…')).toEqual({
      sentences: ['---', 'One.', '…'],
      paragraphs: [
        ['---', 0],
        ['One.', 1],
        ['…', 2],
      ],
    });
  });

  test('give a piece without a token to the sentence before it, or to the one after it at their start', () => {
    expect(layoutOf('One. — !\n! ! One. Two.').sentences).toEqual(['One. — !', '! ! One.', 'Two.']);
  });

  test('an empty or blank text has none', () => {
    for (const text of ['', ' \n \n']) expect(layoutOf(text)).toEqual({ sentences: [], paragraphs: [] });
  });
});

test('of any text, sentences are ordered, stay in their paragraph, touch no white space, and hold every token', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'ar', 'mk', 'de', 'el', 'und'), (text, language) => {
      const { tokens, sentences, paragraphs } = analyse(text, language, rules);
      let end = 0;
      for (const sentence of sentences) {
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        expect(sentence.end).toBeGreaterThan(sentence.start);
        const slice = text.slice(sentence.start, sentence.end);
        expect(slice.trim()).toBe(slice);
        end = sentence.end;
      }
      paragraphs.forEach((paragraph, p) => {
        const last = (paragraphs[p + 1]?.firstSentence ?? sentences.length) - 1;
        expect(sentences[paragraph.firstSentence]!.start).toBe(paragraph.start);
        expect(sentences[last]!.end).toBe(paragraph.end);
      });
      for (const token of tokens) {
        const sentence = sentences[token.sentence]!;
        const paragraph = paragraphs[token.paragraph]!;
        expect(token.start >= sentence.start && token.end <= sentence.end).toBe(true);
        expect(token.start >= paragraph.start && token.end <= paragraph.end).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
