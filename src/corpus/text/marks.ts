/**
 * Marks folding, script by script.
 *
 * - Latin, Greek: every accent goes (é = e, ά = α). Letters that Unicode does not take apart stay (ł, ø, đ): a stroke
 *   makes another letter.
 * - Arabic: harakat, tatweel, superscript alef go; أ إ آ ٱ = ا, ؤ = و, ئ ى ی = ي, ة ہ = ه, ک = ك; presentation forms are
 *   read as the letters they present. The lone hamza ء stays, it is a letter of its own.
 * - Hebrew: niqqud and cantillation go.
 * - Cyrillic: only stress over a vowel goes (а́ = а, and Macedonian ѐ ѝ = е и). The same acute makes another *letter* of к
 *   and г (ќ, ѓ), the breve makes й of и: these stay. ё stays too: its dots are no stress, and words differ by them (все, всё).
 * - Other scripts keep their marks: there they are vowels, tones or voicing (が is not か).
 *
 * In every script: digits count as ASCII digits (٢٠٢٣ = 2023), ٫ and ٬ as `.` and `,`; typographic apostrophes and
 * hyphens as the typewriter's; invisible joiners and variation selectors go, so that a Persian word is found with and without its ZWNJ.
 */

type MarkPolicy = 'drop' | 'stress' | 'keep';

const invisible = /\p{Default_Ignorable_Code_Point}/u;
const mark = /[\p{Mn}\p{Me}]/u;
const droppingScript = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}]/u;
const cyrillicVowel = /[аеёиоуыэюяіїєѣѵѫѧѡәөүұр]/iu;
const stressMarks = '\u0300\u0301\u030f\u0311';
// Presentation forms of Hebrew and Arabic letters, half and full width letters. U+FDFA and U+FDFB are whole phrases with spaces.
const presented = /[[\ufb1d-\ufdf9\ufe70-\ufefc\uff10-\uffdc]&&[\p{L}\p{N}]]/gv;

const replaced: ReadonlyMap<string, string> = new Map([
  ...pairs('ٱٲٳٵ', 'ا'),
  ...pairs('ىیٸ', 'ي'),
  ...pairs('ٶ', 'و'),
  ...pairs('ةۃہۀ', 'ه'),
  ...pairs('کڪ', 'ك'),
  ...pairs('\u0640\u06e5\u06e6', ''),
  ...pairs('٫', '.'),
  ...pairs('٬', ','),
  ...pairs('\u2018\u2019\u02bb\u02bc\uff07\u05f3', "'"),
  ...pairs('\u05f4', '"'),
  ...pairs('\u2010\u2011', '-'),
  ['ŉ', "'n"],
]);

function pairs(characters: string, to: string): (readonly [string, string])[] {
  return Array.from(characters, (character) => [character, to] as const);
}

/** 0–9 for a decimal digit of any script or a subscript digit, else -1. Unicode keeps decimal digits in runs of ten from 0 to 9. */
function digitValue(character: string): number {
  const codePoint = character.codePointAt(0)!;
  if (codePoint >= 0x2080 && codePoint <= 0x2089) return codePoint - 0x2080;
  if (!/\p{Nd}/u.test(character)) return -1;
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (codePoint - zero) % 10;
}

interface Piece {
  /** What stands for the character; a mark's own fate depends on `policy` of its base. */
  readonly folded: string;
  readonly isMark: boolean;
  /** What this character, as a base, does to the marks after it; null when it is no base. */
  readonly policy: MarkPolicy | null;
}
const pieces = new Map<string, Piece>();

function pieceOf(character: string): Piece {
  let piece = pieces.get(character);
  if (piece === undefined) {
    piece = describe(character);
    pieces.set(character, piece);
  }
  return piece;
}

function describe(character: string): Piece {
  const replacement = replaced.get(character);
  if (replacement !== undefined)
    return { folded: replacement, isMark: false, policy: replacement === '' ? null : 'drop' };
  if (invisible.test(character)) return { folded: '', isMark: false, policy: null };
  if (mark.test(character)) return { folded: character, isMark: true, policy: null };
  // Vowel signs with a width of their own: neither mark nor base here.
  if (/\p{Mc}/u.test(character)) return { folded: character, isMark: false, policy: null };
  const digit = digitValue(character);
  if (digit >= 0) return { folded: String(digit), isMark: false, policy: 'drop' };
  const policy = droppingScript.test(character) ? 'drop' : cyrillicVowel.test(character) ? 'stress' : 'keep';
  return { folded: character, isMark: false, policy };
}

/** `foldMarks` without its short way for ASCII. */
export function foldMarksByScript(text: string): string {
  const letters = text
    // Before NFD takes it apart into the Kurdish letter ە and a hamza.
    .replaceAll('ۀ', 'ه')
    .normalize('NFD')
    // Written under the letter, but a letter: case folding makes an iota of it too. Now, before new marks pass it by.
    .replaceAll('\u0345', 'ι')
    .replace(presented, (form) => form.normalize('NFKC').replace(' ', ''));
  let folded = '';
  // Marks before any letter stay.
  let policy: MarkPolicy = 'keep';
  for (const character of letters.normalize('NFD')) {
    const piece = pieceOf(character);
    if (piece.isMark) {
      if (policy === 'drop' || (policy === 'stress' && stressMarks.includes(character))) continue;
    } else if (piece.policy !== null) policy = piece.policy;
    folded += piece.folded;
  }
  return folded === '' ? text : folded.normalize('NFC');
}
