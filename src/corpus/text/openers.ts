/**
 * Words that with a capital open a sentence and are no part of a name. They settle the one case where neither the
 * abbreviation nor the capital behind it tells: `in the U.S. The law` ends a sentence, `the U.S. Senate` does not.
 * Single letters are left out, since they might be initials.
 */
import type { Language } from '../../shared/model.ts';

const openers: Readonly<Record<Language, string>> = {
  en: 'The This That These Those He She It We They You His Her Its Their Our In On At As But And Or If When While Where Who What Why How There Here After Before For From With Without Since Some Many Most No Not Yet So However Although Because To By Then Now',
  de: 'Der Die Das Den Dem Des Ein Eine Einer Er Sie Es Wir Ihr Ich Und Aber Oder Doch In Im Am An Auf Bei Mit Nach Vor Von Zu Zum Zur Als Wenn Weil Da Dann Dort Hier Nun So Wer Was Wie Wo Warum Auch Noch Nur Nicht Kein Keine Dieser Diese Dieses',
  fr: 'Le La Les Un Une Des Du Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces Son Sa Ses Leur Leurs Mais Et Ou Où Donc Or Ni Car Dans En Au Aux Sur Pour Par Avec Sans Si Quand Comme Après Avant Depuis Alors Ainsi Puis',
  es: 'El La Los Las Un Una Unos Unas Él Ella Ellos Ellas Yo Nosotros Este Esta Estos Estas Ese Esa Su Sus Pero No Si Sí En Al Por Para Con Sin Sobre Desde Hasta Cuando Como Donde Después Antes Entonces También Así Aunque Porque Lo Se',
  ru: 'Он Она Оно Они Мы Вы Ты Это Этот Эта Эти Тот Та Те Но На По За До Из От При Для Как Так Когда Если Что Кто Где Там Тут Тогда Уже Ещё Еще Не Ни Его Её Ее Их Все Всё После Перед Однако Затем Потом',
  mk: 'Тој Таа Тоа Тие Ние Вие Јас Ова Овој Оваа Овие Тогаш Но На Во Од До За Со По При Како Кога Каде Кој Која Што Ако Или Дали Таму Тука Потоа Сега Не Ни Неговиот Неговата Нејзиниот Нејзината Нивниот Сите Сепак Меѓутоа Откако Пред Се',
};
const sets = new Map(Object.entries(openers).map(([language, words]) => [language, new Set(words.split(' '))]));

export function startsSentence(language: Language, word: string): boolean {
  return sets.get(language)?.has(word) ?? false;
}
