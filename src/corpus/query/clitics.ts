/**
 * Arabic words with what is written onto them: conjunctions, prepositions, the article and the future particle in front,
 * object and possessive pronouns behind. و + ب + ال + مدينة is one written word, and so is مدينت + هم.
 *
 * The forms are made from the word that was asked and looked up in the lexicon, instead of cutting lexicon words apart:
 * a few hundred look-ups, and no word is matched whose rest only happens to look like a particle. It is a model of the
 * writing, not of the grammar, so it can propose a form that means something else (وجد for جد): that is why every match
 * says which form it is. Orthography after Ryding, A Reference Grammar of Modern Standard Arabic, ch. 2 and 12.
 */
import type { FoldClassId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import { fold } from '../text/fold.ts';

const conjunctions = ['', 'و', 'ف'];
const prepositions = ['', 'ب', 'ك', 'ل'];
const pronouns = ['ه', 'ها', 'هما', 'هم', 'هن', 'ك', 'كما', 'كم', 'كن', 'ي', 'ني', 'نا'];

export interface CliticForm {
  /** The class found in the lexicon. */
  readonly cls: FoldClassId;
  /** The folded form as it stands in the lexicon. */
  readonly form: string;
  /** What stands before the word, as written; empty when nothing does. */
  readonly before: string;
  /** What stands after the word, as written; empty when nothing does. */
  readonly after: string;
}

interface Written {
  readonly form: string;
  readonly before: string;
  readonly after: string;
}

/** What the end of a word becomes when a pronoun is joined to it. */
function joined(word: string): string[] {
  const stem = word.slice(0, -1);
  switch (word.at(-1)) {
    case 'ة':
      return [`${stem}ت`];
    // A folded word no longer tells ة from ه, nor ى from ي: both readings are looked up.
    case 'ه':
      return [word, `${stem}ت`];
    case 'ى':
      return [`${stem}ا`];
    case 'ي':
      return [word, `${stem}ا`];
    case 'ء':
      return [word, `${stem}ئ`, `${stem}ؤ`];
    case 'ا':
      return word.endsWith('وا') ? [word, stem] : [word];
    default:
      return [word];
  }
}

/** Fronts of a word that carries no article: each preposition alone, with the article, or the future particle. */
function fronts(): { front: string; definite: boolean }[] {
  const found: { front: string; definite: boolean }[] = [];
  for (const conjunction of conjunctions) {
    for (const preposition of prepositions) {
      found.push({ front: conjunction + preposition, definite: false });
      // ل and the article are written as one: ل + المدينة is للمدينة.
      found.push({
        front: preposition === 'ل' ? `${conjunction}لل` : `${conjunction}${preposition}ال`,
        definite: true,
      });
    }
    found.push({ front: `${conjunction}س`, definite: false });
  }
  return found;
}

function writtenWith(word: string): Written[] {
  const forms: Written[] = [];
  for (const { front, definite } of fronts()) {
    forms.push({ form: front + word, before: front, after: '' });
    // A noun with the article takes no pronoun.
    if (definite) continue;
    for (const stem of joined(word))
      for (const pronoun of pronouns) forms.push({ form: front + stem + pronoun, before: front, after: pronoun });
  }
  return forms;
}

/** A word asked with its article keeps it: والسلام، بالسلام، للسلام, but not سلامهم. */
function writtenDefinite(word: string): Written[] {
  const bare = word.slice(2);
  return fronts()
    .filter(({ definite }) => definite)
    .map(({ front }) => ({
      form: front + bare,
      before: front.endsWith('لل') ? front.slice(0, -1) : front.slice(0, -2),
      after: '',
    }));
}

/**
 * The classes of the lexicon that are `word` alone or with particles and pronouns written onto it, each once, in lexicon
 * order. `word` is one Arabic word in any spelling; a word in another script gives only itself.
 */
export function withClitics(lexicon: Lexicon, word: string): CliticForm[] {
  const plain = fold(word);
  const arabic = /^[\u0621-\u064a]{2,}$/.test(plain);
  const forms = !arabic
    ? [{ form: plain, before: '', after: '' }]
    : plain.startsWith('ال') && plain.length > 4
      ? writtenDefinite(plain)
      : writtenWith(plain);
  const found = new Map<FoldClassId, CliticForm>();
  for (const { form, before, after } of forms) {
    const cls = lexicon.findClass(fold(form));
    // The first way to make a form is the shortest; later ones read more into it.
    if (cls !== -1 && !found.has(cls)) found.set(cls, { cls, form: lexicon.foldOf(cls), before, after });
  }
  return [...found.values()].sort((a, b) => a.cls - b.cls);
}
