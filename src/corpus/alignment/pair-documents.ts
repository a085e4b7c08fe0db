/**
 * Which documents belong together, by their names or by a field of their metadata. By what they say: pair-by-content.ts.
 */
import type { Language } from '../../shared/model.ts';

export interface PairingDocument {
  /** Path relative to its folder. */
  readonly path: string;
  readonly language: Language;
  readonly metadata: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface DocumentPairing {
  /** Places in the two lists. */
  readonly a: number;
  readonly b: number;
  /** 0 to 1; 1 for a name or a field. */
  readonly score: number;
  /** What both have: the stem of the name, the value of the field, or words, the best first. */
  readonly shared: readonly string[];
}

let languageCodes: ReadonlySet<string> | undefined;

/** Codes that people put into names: of two letters, and the usual ones of three. */
function isLanguageCode(word: string): boolean {
  languageCodes ??= new Set([...twoLetterCodes(), ...threeLetterCodes]);
  return languageCodes.has(word.toLowerCase());
}

const threeLetterCodes =
  'ara eng mkd mac deu ger fra fre spa rus zho chi fas per bul srp ita por nld dut pol ces cze slk slo slv hrv bos sqi alb tur ell gre heb hin urd jpn kor ukr ron rum hun fin swe dan nob nor cat src tgt'.split(' '); // prettier-ignore

function twoLetterCodes(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) !== undefined);
}

/** `news/story_1.ar.txt`, `news/ar/story_1.html` and `news/story_1.txt` are all `news/story_1`. */
export function nameStem(path: string): string {
  const folders = path.split('/');
  const file = folders.pop()!;
  let stem = file;
  // Endings first, those that are languages among them, but never the whole name.
  for (let cut = /^(.+)\.([A-Za-z]{1,8}\d?)$/u.exec(stem); cut; cut = /^(.+)\.([A-Za-z]{1,8}\d?)$/u.exec(stem))
    stem = cut[1]!;
  const region = '(?:[-_][A-Z]{2})?';
  const behind = new RegExp(`^(.+)[-_. ]\\(?([A-Za-z]{2,3})${region}\\)?$`, 'u').exec(stem);
  const before = new RegExp(`^([A-Za-z]{2,3})${region}[-_. ](.+)$`, 'u').exec(stem);
  if (behind && isLanguageCode(behind[2]!)) stem = behind[1]!;
  else if (before && isLanguageCode(before[1]!)) stem = before[2]!;
  return [...folders.filter((folder) => !isLanguageFolder(folder)), stem].join('/').toLowerCase();
}

let languageNames: ReadonlySet<string> | undefined;

/** Whose folders may bear their names in themselves: asking all languages for theirs takes a fifth of a second. */
const readOften = 'ar bg bs cs de el en es fa fr he hr hu it mk nl pl pt ro ru sk sl sq sr tr uk zh'.split(' ');

function nameIn(locale: string, code: string): string {
  return (new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code).toLowerCase();
}

/** `ar`, `ar-SA`, `Arabic` and `العربية` hold what is in Arabic. */
function isLanguageFolder(folder: string): boolean {
  const name = folder.normalize('NFC').toLowerCase();
  languageNames ??= new Set([
    ...twoLetterCodes().map((code) => nameIn('en', code)),
    ...readOften.map((code) => nameIn(code, code)),
  ]);
  return isLanguageCode(name.replace(/[-_](?:[a-z]{4}[-_])?[a-z]{2}$/u, '')) || languageNames.has(name);
}

/**
 * Documents of the two lists whose keys are equal, each at most once, in the order of the first list. In one list with itself
 * (`same`) the earlier document comes first.
 */
function byKey(
  a: readonly (string | undefined)[],
  b: readonly (string | undefined)[],
  same: boolean,
): DocumentPairing[] {
  const places = new Map<string, number[]>();
  b.forEach((key, place) => {
    if (key === undefined || key === '') return;
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  const taken = new Set<number>();
  return a.flatMap((key, place) => {
    if (key === undefined || (same && taken.has(place))) return [];
    const partner = places.get(key)?.find((other) => !taken.has(other) && (!same || other > place));
    if (partner === undefined) return [];
    taken.add(partner);
    if (same) taken.add(place);
    return [{ a: place, b: partner, score: 1, shared: [key] }];
  });
}

export function pairByName(
  a: readonly PairingDocument[],
  b: readonly PairingDocument[],
  same: boolean,
): DocumentPairing[] {
  const stems = (documents: readonly PairingDocument[]): string[] => documents.map(({ path }) => nameStem(path));
  return byKey(stems(a), stems(b), same);
}

/** @param field its name, capitals aside */
export function pairByField(
  a: readonly PairingDocument[],
  b: readonly PairingDocument[],
  field: string,
  same: boolean,
): DocumentPairing[] {
  const values = (documents: readonly PairingDocument[]): (string | undefined)[] =>
    documents.map(({ metadata }) => {
      const known = Object.entries(metadata).find(([name]) => name.toLowerCase() === field.toLowerCase());
      return known?.[1].trim().toLowerCase();
    });
  return byKey(values(a), values(b), same);
}
