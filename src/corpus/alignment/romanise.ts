/**
 * Rough Latin letters for the alphabets that names travel between. Not a transliteration to read: sounds that languages
 * exchange for each other when they write down a foreign name come out near each other, and vowels that an alphabet does
 * not write are simply not there.
 */
import type { Language } from '../../shared/model.ts';

const rows: readonly (readonly [from: string, to: string])[] = [
  // Arabic, Persian, Urdu: marks are folded already.
  ['ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ء پ چ ژ گ ڤ ٹ ڈ ڑ ں ھ ے', 'a b t s j h x d z r z s š s d t z - g f k k l m n h w y - p č ž g v t d r n h e'],
  ['а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я', 'a b v g d e ž z i y k l m n o p r s t u f h c č š š a i - e yu ya'],
  ['ѓ ѕ ј љ њ ќ џ ђ ћ і ї є ґ ё ў қ ғ ң ө ұ ү һ ә', 'ǰ z y l n k ǰ ǰ č i yi e g yo u k g n o u u h a'],
  ['α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω', 'a v g d e z i t i k l m n ks o p r s s t i f h ps o'],
  ['א ב ג ד ה ו ז ח ט י כ ך ל מ ם נ ן ס ע פ ף צ ץ ק ר ש ת', 'a b g d h w z h t y k k l m m n n s - p p c c k r š t'],
  ['ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ', 'a b g d e z e e t ž i l x c k h c g č m y n š o č p ǰ r s v t r c v p k o f'],
  ['ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ', 'a b g d e v z t i k l m n o p ž r s t u p k g k š č c c c č x ǰ h'],
  ['अ आ इ ई उ ऊ ए ऐ ओ औ क ख ग घ च छ ज झ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह ा ि ी ु ू े ै ो ौ ं ऑ ॉ', 'a a i i u u e e o o k k g g č č ǰ ǰ t t d d n t t d d n p f b b m y r l v š š s h a i i u u e e o o n o o'],
  ['ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ン ガ ギ グ ゲ ゴ ザ ジ ズ ゼ ゾ ダ デ ド バ ビ ブ ベ ボ パ ピ プ ペ ポ ー ッ ァ ィ ゥ ェ ォ ャ ュ ョ ヴ', 'a i u e o ka ki ku ke ko sa ši su se so ta či cu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa n ga gi gu ge go za ǰi zu ze zo da de do ba bi bu be bo pa pi pu pe po - - a i u e o ya yu yo vu'],
  ['ß ø æ œ ł đ ð þ ı ə ħ ŋ', 's o e e l d d t i e h n'],
]; // prettier-ignore

const romanOf = new Map<string, string>();
for (const [from, to] of rows) {
  const letters = to.split(' ');
  from.split(' ').forEach((letter, i) => romanOf.set(letter, letters[i] === '-' ? '' : letters[i]!));
}

// Where Latin writing names one sound by two letters, or one letter by two sounds.
const latinSpellings: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch/gu, 'č'],
  [/sch|sh|sz/gu, 'š'],
  [/ch|cz/gu, 'č'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/kh|gh/gu, 'x'],
  [/zh/gu, 'ž'],
  [/qu|q|ck/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/j/gu, 'ǰ'],
  [/x(?!\w)|(?<=\w)x/gu, 'ks'],
];

const hangulStart = 0xac00;
const initials = 'k k n t t r m p p s s - č č č č k t p h'.split(' ');
const finals = '- k k k n n n t r k m p r r p r m p p t t n t t k t p h'.split(' ');

/** `folded`: a word, case and marks folded. Small letters of `a–z š č ž ǰ`; empty for Han and what is not known. */
export function romanised(folded: string): string {
  if (/^[a-z]+$/u.test(folded)) return spelled(folded);
  let roman = '';
  let latin = '';
  for (const letter of folded) {
    if (letter >= 'a' && letter <= 'z') {
      latin += letter;
      continue;
    }
    roman += spelled(latin) + other(letter);
    latin = '';
  }
  return roman + spelled(latin);
}

function spelled(latin: string): string {
  let roman = latin;
  for (const [spelling, sound] of latinSpellings) roman = roman.replace(spelling, sound);
  return roman.replace(/(.)\1/gu, '$1');
}

function other(letter: string): string {
  const known = romanOf.get(letter);
  if (known !== undefined) return known;
  const syllable = letter.codePointAt(0)! - hangulStart;
  if (syllable >= 0 && syllable < 11_172) {
    const end = finals[syllable % 28]!;
    return `${initials[Math.floor(syllable / 588)]!.replace('-', '')}a${end === '-' ? '' : end}`;
  }
  // č, š, ž of Slavic Latin lose their marks in folding; what is left here has no letter we know.
  return '';
}

const serbianLanguages = new Set(['sr', 'bs', 'hr', 'sh', 'me']);
const serbian: ReadonlyMap<string, string> = new Map(
  'а a б b в v г g д d ђ đ е e ж z з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х h ц c ч c џ dz ш s'
    .split(' ')
    .flatMap((letter, i, all) => (i % 2 === 0 ? [[letter, all[i + 1]!] as const] : [])),
);

/** Serbian in its two alphabets is one language: Cyrillic becomes Latin as marks folding leaves it. Other languages stay. */
export function latinised(folded: string, language: Language): string {
  if (!serbianLanguages.has(language) || !/[\u0400-\u04ff]/u.test(folded)) return folded;
  return Array.from(folded, (letter) => serbian.get(letter) ?? letter).join('');
}
