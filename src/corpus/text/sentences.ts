/**
 * Where sentences end.
 *
 * The tokeniser notes every character that might end one (`.` outside tokens, `!`, `?`, `…`, `؟`, `؛`, `。`, `।` and the
 * like); this file judges each by what stands around it. Closing quotes and brackets stay with the sentence. What follows
 * decides: after a small letter the sentence goes on, whatever the mark (`“Stop!” he said`). A full stop is not an end
 * after an abbreviation of the language's list, an initial (`J. K. Rowling`), an ordinal where the language writes it
 * so (`3. Oktober`), or a number that opens a list item (`1. First`). `؛` ends a sentence in Arabic, `;` in Greek.
 */
import type { Language } from '../../shared/model.ts';
import { Abbreviations, partStart } from './abbreviations.ts';
import { charClass } from './char-classes.ts';
import { classAt } from './characters.ts';
import { startsSentence } from './openers.ts';
import { closersEnd, role, roleAt, visibleAfter } from './surroundings.ts';

export interface SentenceRules {
  for(language: Language): LanguageRules;
}

/** `lists`: contents of resources/abbreviations/<language>.txt. Languages without a list get the general rules alone. */
export function sentenceRules(lists: Readonly<Record<Language, string>>): SentenceRules {
  const made = new Map<Language, LanguageRules>();
  return {
    for(language) {
      let rules = made.get(language);
      if (rules === undefined) {
        rules = new LanguageRules(language, new Abbreviations(lists[language] ?? ''));
        made.set(language, rules);
      }
      return rules;
    },
  };
}

// Languages that write an ordinal as a number with a stop, before a word that may have a capital.
const ordinalLanguages = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'et',
  'cs',
  'sk',
  'sl',
  'hr',
  'bs',
  'sr',
  'hu',
  'tr',
  'lv',
  'pl',
  'is',
]);
export class LanguageRules {
  readonly language: Language;
  private readonly abbreviations: Abbreviations;

  constructor(language: Language, abbreviations: Abbreviations) {
    this.language = language;
    this.abbreviations = abbreviations;
  }

  /**
   * End (exclusive) of the sentence that the mark at `at` closes, closing quotes included; -1 when it closes none.
   * `paragraph` is the first visible character of the paragraph. A caller goes on behind the end, or behind the run of
   * marks.
   */
  endAt(text: string, at: number, paragraph: number): number {
    if (!this.isMark(text, at)) return -1;
    let last = at + 1;
    while (this.isMark(text, last)) last++;
    const end = closersEnd(text, last);
    if ((roleAt(text, last - 1) & role.unspacedStop) !== 0 || end === text.length) return end;
    const next = roleAt(text, end);
    if ((next & role.newline) !== 0) return end;
    if ((next & role.blank) === 0) return end === last && this.lostSpace(text, at, end) ? end : -1;
    const visible = visibleAfter(text, end);
    if (visible === -1) return end;
    return this.goesOn(text, at, last, visible, paragraph) ? -1 : end;
  }

  private isMark(text: string, at: number): boolean {
    const cls = classAt(text, at);
    if (cls !== charClass.stop) return cls === charClass.fullStop;
    const mark = text[at];
    return mark === ';' ? this.language === 'el' : mark === '؛' ? this.language === 'ar' : true;
  }

  /**
   * Whether the sentence goes on at `visible`, the first visible character that is no quote or bracket. The marks that
   * might end it are from `at` to `last`.
   */
  private goesOn(text: string, at: number, last: number, visible: number, paragraph: number): boolean {
    const next = String.fromCodePoint(text.codePointAt(visible)!);
    // Addresses have small letters, and may open a sentence all the same.
    if (isSmall(next)) return !/^(?:https?:|www\.)/.test(text.slice(visible, visible + 6));
    if (',;:،؛.!?'.includes(next)) return true;
    const single = last === at + 1;
    if (text[at] === '.' && single) return this.isAbbreviation(text, at, visible, next, paragraph);
    // `…` and `...` hold a number as they hold a small letter.
    return (single ? text[at] === '…' : isDots(text, at, last)) && /\p{N}/u.test(next);
  }

  private isAbbreviation(text: string, at: number, visible: number, next: string, paragraph: number): boolean {
    const start = partStart(text, at);
    if (start === at) return false;
    const part = text.slice(start, at);
    if (classAt(text, start) === charClass.digit && /^\p{Nd}+$/u.test(part)) {
      return start === paragraph || (this.isOrdinal(part, next) && !this.opensSentence(text, visible));
    }
    const found = this.abbreviations.at(text, at);
    if (found === 'inside') return true;
    // `г` may be listed for a year; `Г.` is a name all the same.
    const capital = /^\p{Lu}\p{M}*$/u.test(part) && !found?.text.endsWith(part);
    if (capital) return this.isInitial(text, start, part, visible);
    if (found !== null) {
      if (found.beforeNumberOnly) return /\p{N}/u.test(next) || /^[IVXLC]+\b/.test(text.slice(visible, visible + 8));
      // Where there are no capitals to look at, a stop with a space behind it is the only sign.
      if (found.mayEndSentence) return false;
      return !(found.text.includes('.') && this.opensSentence(text, visible));
    }
    // `Goethestr. 5`: compounds that no list can hold.
    if (this.language === 'de' && part.endsWith('str')) return true;
    return this.isInitial(text, start, part, visible);
  }

  private isOrdinal(part: string, next: string): boolean {
    return part.length <= 2 && ordinalLanguages.has(this.language) && /\p{L}/u.test(next);
  }

  /** `J.` before another name; also `Дж.` before one more initial, and the last letter of `H.G.`. */
  private isInitial(text: string, start: number, part: string, visible: number): boolean {
    if (/^\p{L}\p{M}*$/u.test(part)) {
      if (isSmall(part) || !/\p{L}/u.test(text[visible]!)) return false;
      // The English pronoun, behind a word that is no name.
      if (part === 'I' && /(?:^|\P{L})\p{Ll}+[ ,]+$/u.test(text.slice(Math.max(0, start - 24), start))) return false;
      return !this.opensSentence(text, visible);
    }
    // `Th. Mann`, `Дж. К. Роулинг`: a capital and a consonant are no word.
    return /^\p{Lu}[\p{Ll}--[aeiouyаеёиоуыэюяіїєѝѐјàáâäèéêëíîïóôöúûü]]$/v.test(part) && /\p{Lu}/u.test(text[visible]!);
  }

  private opensSentence(text: string, visible: number): boolean {
    return startsSentence(this.language, /^[\p{L}\p{M}'’]*/u.exec(text.slice(visible, visible + 20))![0]);
  }

  /** A mark without a space behind it ends a sentence between `…word.Word…`, as scraped pages have it. */
  private lostSpace(text: string, at: number, end: number): boolean {
    const after = text.slice(end, end + 2);
    if (end === at + 1 && text[at] === '.') {
      const around = text.slice(Math.max(0, at - 2), at) + after;
      return (
        /^(?:\p{Ll}\p{Ll}\p{Lu}\p{Ll}|\p{Lo}[\p{Lo}\p{M}]\p{Lo}\p{Lo})$/u.test(around) &&
        this.abbreviations.at(text, at) === null
      );
    }
    return /^(?:\p{Lu}\p{Ll}|\p{Lo})/u.test(after);
  }
}

function isDots(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text[at] !== '.') return false;
  return true;
}

function isSmall(letter: string): boolean {
  if (letter <= 'z') return letter >= 'a';
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}
