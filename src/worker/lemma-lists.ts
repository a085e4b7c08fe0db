/** The lists of lemmas that are in force for a folder, by language: those that are kept of it, and those for now. */
import { readFileSync, rmSync } from 'node:fs';
import type { LemmaList } from '../corpus/stems/lemma-list.ts';
import { parseLemmaList } from '../corpus/stems/lemma-list.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { Language } from '../shared/model.ts';
import { besideRecord, readRecord, updateRecord, writeWhole } from './folder-record.ts';

export interface NamedLemmaList {
  readonly name: string;
  readonly list: LemmaList;
  readonly kept: boolean;
}

/** UTF-16 units: ten times the largest list that is passed around. */
const longestList = 20_000_000;

export class LemmaLists {
  readonly #record: string;
  #inForce: Map<Language, NamedLemmaList> | undefined;
  readonly #coming = new Map<Language, string[]>();

  constructor(record: string) {
    this.#record = record;
  }

  /** Another object as soon as anything in it is another. */
  inForce(): ReadonlyMap<Language, NamedLemmaList> {
    this.#inForce ??= new Map(
      readRecord(this.#record).lemmas.flatMap(({ language, name }) => {
        const text = this.#kept(language);
        return text === undefined ? [] : [[language, { name, list: parseLemmaList(text), kept: true }]];
      }),
    );
    return this.#inForce;
  }

  /**
   * One more piece of the list of a language; with the last one it comes into force.
   * @throws ExpectedFailure `unreadable` when it is too long or holds no entry; `unavailable` when it cannot be kept
   */
  add(
    language: Language,
    name: string,
    piece: string,
    { first, last, keep }: Record<'first' | 'last' | 'keep', boolean>,
  ): void {
    const pieces = first ? [piece] : [...(this.#coming.get(language) ?? []), piece];
    this.#coming.set(language, pieces);
    const length = pieces.reduce((sum, one) => sum + one.length, 0);
    if (length > longestList) throw this.#refused(language, name, 'it is longer than twenty million characters');
    if (!last) return;
    const text = pieces.join('');
    const list = parseLemmaList(text);
    if (list.lemmas === 0)
      throw this.#refused(language, name, 'no line of it is a lemma with its forms, such as: be -> am,are,is');
    this.#coming.delete(language);
    if (keep) {
      writeWhole(besideRecord(this.#record, `lemmas-${language}`), text);
      updateRecord(this.#record, (record) => ({
        ...record,
        lemmas: [...record.lemmas.filter((one) => one.language !== language), { language, name }],
      }));
    }
    this.#inForce = new Map([...this.inForce(), [language, { name, list, kept: keep }]]);
  }

  /** Forgets the list of a language, the kept one too. False when there was none. */
  remove(language: Language): boolean {
    const found = this.inForce().has(language);
    if (readRecord(this.#record).lemmas.some((one) => one.language === language)) {
      updateRecord(this.#record, (record) => ({
        ...record,
        lemmas: record.lemmas.filter((one) => one.language !== language),
      }));
      rmSync(besideRecord(this.#record, `lemmas-${language}`), { force: true });
    }
    if (found) this.#inForce = new Map([...this.inForce()].filter(([other]) => other !== language));
    return found;
  }

  /** Undefined when somebody took the file away: the language then has no list. */
  #kept(language: Language): string | undefined {
    try {
      return readFileSync(besideRecord(this.#record, `lemmas-${language}`), 'utf8');
    } catch {
      return undefined;
    }
  }

  #refused(language: Language, name: string, why: string): ExpectedFailure {
    this.#coming.delete(language);
    return new ExpectedFailure('unreadable', `This is no list of lemmas: ${why}`, { where: name });
  }
}
