/**
 * Arabic words with what is written onto them: conjunctions, prepositions, the article and the future particle in front,
 * object and possessive pronouns behind. و + ب + ال + مدينة is one written word, and so is مدينت + هم.
 *
 * The forms are made from the word that was asked and looked up in the lexicon, instead of cutting lexicon words apart:
 * a few hundred look-ups, and no word is matched whose rest only happens to look like a particle. It is a model of the
 * writing, not of the grammar, so it can propose a form that means something else (وجد for جد): that is why every match
 * says which form it is. Orthography after Ryding, A Reference Grammar of Modern Standard Arabic, ch. 2 and 12.
 */
import type { Lexicon } from '../index/corpus-index.ts';
import { fold } from '../text/fold.ts';
import { foldedFor } from './glob.ts';
import type { LexiconKey } from './pattern.ts';
import { typesOf } from './resolve.ts';
import type { TypeRanges } from './type-set.ts';

export const conjunctions = ['', 'و', 'ف'];
export const prepositions = ['', 'ب', 'ك', 'ل'];
export const pronouns = ['ه', 'ها', 'هما', 'هم', 'هن', 'ك', 'كما', 'كم', 'كن', 'ي', 'ني', 'نا'];

/** Tatweel, and the signs above and below letters; not the hamza and the madda, which are part of theirs. */
const vowelSign = /\u0640|[\u064b-\u0652]|\u0670/gu;

interface Written {
  /** The whole, as it would be written. */
  readonly form: string;
  /** What stands before the word, with the article when the word was asked without it; empty when nothing does. */
  readonly before: string;
  /** What stands after the word; empty when nothing does. */
  readonly after: string;
}

export interface CliticForm extends Written {
  /** Of the lexicon: never empty. */
  readonly types: TypeRanges;
}

/**
 * What the end of a word becomes when a pronoun is joined to it. `exactly` false: the word may have been typed without
 * telling ة from ه and ى from ي, as many do, so both readings are made.
 */
function joined(word: string, exactly: boolean): string[] {
  const stem = word.slice(0, -1);
  switch (word.at(-1)) {
    case 'ة':
      return [`${stem}ت`];
    case 'ه':
      return exactly ? [word] : [word, `${stem}ت`];
    case 'ى':
      // مستشفى gives مستشفاهم, على gives عليهم.
      return [`${stem}ا`, `${stem}ي`];
    case 'ي':
      return exactly ? [word] : [word, `${stem}ا`];
    case 'ء':
    case 'أ':
    case 'ؤ':
      // The seat follows the case ending: سماءه, سماؤه, سمائه.
      return [word, `${stem}ؤ`, `${stem}ئ`];
    case 'ا':
      // The alif of كتبوا is only written at the end.
      return word.endsWith('وا') ? [stem] : [word];
    default:
      return [word];
  }
}

/** ل and the article are written as one, and no three ل stand in a row: للمدينة, but للغة. */
function withArticle(preposition: string, bare: string): string {
  if (preposition !== 'ل') return `${preposition}ال${bare}`;
  return bare.startsWith('ل') ? `ل${bare}` : `لل${bare}`;
}

function bareForms(word: string, exactly: boolean): Written[] {
  const forms: Written[] = [];
  const stems = joined(word, exactly);
  const add = (front: string) => {
    forms.push({ form: front + word, before: front, after: '' });
    for (const stem of stems)
      for (const pronoun of pronouns) forms.push({ form: front + stem + pronoun, before: front, after: pronoun });
  };
  for (const conjunction of conjunctions) {
    for (const preposition of prepositions) {
      add(conjunction + preposition);
      // A noun with the article takes no pronoun.
      const form = conjunction + withArticle(preposition, word);
      const before = form.slice(0, -word.length);
      forms.push({ form, before, after: '' });
    }
    add(`${conjunction}س`);
  }
  return forms;
}

/** A word asked with its article keeps it: والسلام, بالسلام, للسلام, but not سلامهم. */
function definiteForms(word: string): Written[] {
  const bare = word.slice(2);
  return conjunctions.flatMap((conjunction) =>
    prepositions.map((preposition) => ({
      form: conjunction + withArticle(preposition, bare),
      before: conjunction + preposition,
      after: '',
    })),
  );
}

/** `word` as it may be written with particles and pronouns, itself first; null when it is no Arabic word. */
function writtenForms(word: string, exactly: boolean): Written[] | null {
  if (!/^[\u0621-\u064a]{2,}$/.test(fold(word))) return null;
  // Not آلاف or ألفة, whose first letters are their own; of three letters, ألم typed without its hamza.
  return word.startsWith('ال') && word.length > 3 ? definiteForms(word) : bareForms(word, exactly);
}

/**
 * The forms of the lexicon that are `word` alone or with particles and pronouns written onto it, each once, the word
 * itself first. `word` is one Arabic word in any spelling; a word in another script gives only itself. With a `key` that
 * keeps marks, forms must be written exactly as the word with bare particles.
 */
export function withClitics(lexicon: Lexicon, word: string, key: LexiconKey): CliticForm[] {
  const exactly = key === 'form' || key === 'caseFold';
  // Vowel signs would hide the last letter; hamza seats, ة and ى must stay.
  const letters = exactly ? word : word.normalize('NFC').replace(vowelSign, '');
  const forms = writtenForms(letters, exactly) ?? [{ form: word, before: '', after: '' }];
  const found = new Map<string, CliticForm>();
  for (const { form, before, after } of forms) {
    const written = foldedFor(key, form);
    // The first way to make a form is the shortest; later ones read more into it.
    if (found.has(written)) continue;
    const types = typesOf(lexicon, { kind: 'glob', key, glob: [{ kind: 'literal', text: form }] });
    if (types.length > 0) found.set(written, { form: written, before, after, types });
  }
  return [...found.values()];
}
