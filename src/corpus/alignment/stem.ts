/**
 * Light stemming for alignment: enough that the forms of a word meet, too little to need a dictionary. Arabic loses the
 * article, the conjunction and common endings (after Larkey, Ballesteros and Connell's light stemmer, 2002); Hebrew its
 * article and prefixes where enough is left; other alphabets keep the beginning of the word, where most of them have the stem.
 */
import type { Language } from '../../shared/model.ts';

/** Letters kept of a word in an alphabet. Shorter mixes words, longer keeps endings apart. */
const keptLetters = 6;

const arabicLetters = /^[\u0621-\u064a]+$/u;
const arabicPrefixes = ['وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال'];
const arabicSuffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'هم', 'نا', 'وا', 'ت', 'ه', 'ي', 'ا'];
/** Prepositions and conjunctions of one letter, written onto the word. A word that begins with one of its own loses it everywhere. */
const arabicClitic = /^[بلكف](?!ال|لل)/u;
const hebrewPrefix = /^[והבלמשכ]{1,2}(?=[\u05d0-\u05ea]{3})/u;
const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hangul}]/v;

/** `folded`: a word, case and marks folded. */
export function stem(folded: string, language: Language): string {
  if (arabicLetters.test(folded)) return language === 'ar' ? arabicStem(folded) : persianStem(folded);
  if (language === 'he') return folded.replace(hebrewPrefix, '').slice(0, keptLetters);
  if (folded.length <= keptLetters || unspaced.test(folded)) return folded;
  return folded.slice(0, keptLetters);
}

function arabicStem(folded: string): string {
  let word = folded;
  if (word.startsWith('و') && word.length > 3) word = word.slice(1);
  if (word.length > 4) word = word.replace(arabicClitic, '');
  const prefix = arabicPrefixes.find((p) => word.startsWith(p) && word.length - p.length >= 2);
  if (prefix !== undefined) word = word.slice(prefix.length);
  for (const suffix of arabicSuffixes)
    if (word.endsWith(suffix) && word.length - suffix.length >= 3) word = word.slice(0, -suffix.length);
  return word;
}

/** Persian and Urdu in Arabic letters: plural and the endings written onto the word. */
function persianStem(folded: string): string {
  const word = folded.replace(/(?:هاي|ها|هايي)$/u, '');
  return (word.length >= 2 ? word : folded).slice(0, keptLetters + 1);
}
