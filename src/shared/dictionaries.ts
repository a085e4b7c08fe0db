/**
 * What a person knows of two languages: dictionaries of files, and a glossary written word by word. Both are kept in the
 * project of the folder, weigh when documents of these languages are aligned, and show which word answers which. Every
 * change is one step that can be undone.
 */
import * as z from 'zod';
import { askedPiece, incomingPiece, losses, outgoingPiece } from './file-pieces.ts';
import type { Branded } from './model.ts';
import { projectChange } from './tagging.ts';
import { branded, count, inCorpus, page } from './terms.ts';

export type DictionaryId = Branded<string, 'DictionaryId'>;
export const dictionaryId = branded<DictionaryId>();
export type GlossaryTermId = Branded<string, 'GlossaryTermId'>;
export const glossaryTermId = branded<GlossaryTermId>();

/** Of the words before the tab, and of what they mean: codes such as `mk` and `en`. */
const languages = z.tuple([z.string().regex(/^[a-z]{2,3}$/), z.string().regex(/^[a-z]{2,3}$/)]);
export const longestDictionaryName = 200;
const name = z.string().min(1).max(longestDictionaryName);

export const dictionary = z.object({
  dictionary: dictionaryId,
  name,
  languages,
  entries: count,
  /** ISO 8601. */
  added: z.string(),
});
export type Dictionary = Readonly<z.infer<typeof dictionary>>;

const term = z.string().min(1).max(500);
export const glossaryTerm = z.object({ term: glossaryTermId, languages, words: z.tuple([z.string(), z.string()]) });
export type GlossaryTerm = Readonly<z.infer<typeof glossaryTerm>>;

export const glossaryFormats = ['tsv', 'tmx'] as const;
export type GlossaryFormat = (typeof glossaryFormats)[number];

export const dictionaryRequests = {
  /** By name. */
  'dictionaries.list': { params: inCorpus, result: z.object({ dictionaries: z.array(dictionary) }) },
  /**
   * Takes a dictionary once its `last` piece has come: word, tab, meaning a line; FreeDict as TEI or as text for dictd, also
   * packed with gzip; TMX. One of the same name is replaced. `languages` only where neither the file, nor its name, nor its
   * words say them: the request then fails with `bad-request` and says so.
   */
  'dictionaries.take': {
    params: inCorpus.extend({ languages: languages.optional(), ...incomingPiece }),
    result: projectChange.extend({ taken: dictionary.nullable() }),
  },
  'dictionaries.change': {
    params: inCorpus.extend({ dictionary: dictionaryId, name: name.optional(), languages: languages.optional() }),
    result: projectChange,
  },
  'dictionaries.delete': { params: inCorpus.extend({ dictionary: dictionaryId }), result: projectChange },
  /** In the order of the file; with `text` those that have it on either side, case and marks ignored. */
  'dictionaries.entries': {
    params: inCorpus.extend({ dictionary: dictionaryId, text: z.string().max(500).optional(), ...page }),
    result: z.object({ total: count, entries: z.array(z.object({ a: z.string(), b: z.string() })) }),
  },
  /** By the words of the first language; with `languages` those between these two, which stand in this order then. */
  'glossary.list': {
    params: inCorpus.extend({ languages: languages.optional(), text: z.string().max(500).optional(), ...page }),
    result: z.object({ total: count, terms: z.array(glossaryTerm) }),
  },
  /** Says that words answer each other; with `term` in the place of what it said. */
  'glossary.save': {
    params: inCorpus.extend({ term: glossaryTermId.optional(), languages, words: z.tuple([term, term]) }),
    result: projectChange.extend({ term: glossaryTermId }),
  },
  'glossary.delete': {
    params: inCorpus.extend({ terms: z.array(glossaryTermId).min(1).max(10_000) }),
    result: projectChange,
  },
  /**
   * Takes the terms of a file, as one step, once its `last` piece has come: any that dictionaries are read from.
   * `languages` are those of its columns where neither the file nor its name says them.
   */
  'glossary.take': {
    params: inCorpus.extend({ languages, ...incomingPiece }),
    result: projectChange.extend({
      /** Terms that are new, and those that were there. */
      taken: count,
      known: count,
    }),
  },
  /** The terms between two languages, in that order; `tsv` has the languages in its first line. */
  'glossary.write': {
    params: inCorpus.extend({ languages, format: z.enum(glossaryFormats), ...askedPiece }),
    result: z.object({ ...outgoingPiece, lost: losses }),
  },
} as const;
