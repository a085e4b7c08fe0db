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
import { charClass, classAt } from './characters.ts';
import { startsSentence } from './openers.ts';

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
// Stops of scripts that put no space after them.
const unspacedStops = /[。！？｡．]/u;
const closing = '"\'”’“‘»›«‹)]}」』）】〉》〕〗〙＂';
const opening = '"\'“‘„‚«»‹›([{「『（【〈《¿¡-–—―•·*_';
const blank = /[\s\u00a0\u202f]/u;
const newline = /[\n\r\u2028\u2029]/u;

export class LanguageRules {
  readonly language: Language;
  private readonly abbreviations: Abbreviations;

  constructor(language: Language, abbreviations: Abbreviations) {
    this.language = language;
    this.abbreviations = abbreviations;
  }

  /**
   * End (exclusive) of the sentence that the mark at `at` closes, closing quotes included; -1 when it closes none.
   * `paragraph` is where the paragraph starts. A caller goes on behind the end, or behind `at`.
   */
  endAt(text: string, at: number, paragraph: number): number {
    if (!this.isMark(text, at)) return -1;
    let end = at + 1;
    while (this.isMark(text, end)) end++;
    const marks = text.slice(at, end);
    end = closersEnd(text, end);
    const next = text[end];
    if (next === undefined || newline.test(next) || unspacedStops.test(marks)) return end;
    if (!blank.test(next)) return this.lostSpace(text, at, end, marks) ? end : -1;
    const visible = visibleAfter(text, end);
    if (visible === -1) return end;
    return this.goesOn(text, at, visible, marks, paragraph) ? -1 : end;
  }

  private isMark(text: string, at: number): boolean {
    const cls = classAt(text, at);
    if (cls !== charClass.stop) return cls === charClass.fullStop;
    const mark = text[at];
    return mark === ';' ? this.language === 'el' : mark === '؛' ? this.language === 'ar' : true;
  }

  /** Whether the sentence goes on at `visible`, the first visible character that is no quote or bracket. */
  private goesOn(text: string, at: number, visible: number, marks: string, paragraph: number): boolean {
    const next = String.fromCodePoint(text.codePointAt(visible)!);
    // Addresses have small letters, and may open a sentence all the same.
    if (isSmall(next) && !/^(?:https?:|www\.)/.test(text.slice(visible, visible + 6))) return true;
    if (/[,;:،؛.!?]/u.test(next)) return true;
    if (marks === '…' || /^\.\.+$/.test(marks)) return /\p{N}/u.test(next);
    return marks === '.' && this.isAbbreviation(text, at, visible, next, paragraph);
  }

  private isAbbreviation(text: string, at: number, visible: number, next: string, paragraph: number): boolean {
    const start = partStart(text, at);
    if (start === at) return false;
    const part = text.slice(start, at);
    if (/^\p{Nd}+$/u.test(part)) {
      return (
        this.isListNumber(text, start, paragraph) || (this.isOrdinal(part, next) && !this.opensSentence(text, visible))
      );
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

  private isListNumber(text: string, start: number, paragraph: number): boolean {
    return text.slice(paragraph, start).trim() === '';
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
  private lostSpace(text: string, at: number, end: number, marks: string): boolean {
    if (end !== at + marks.length) return false;
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(end, end + 2);
    if (marks.length === 1 && marks === '.') {
      if (this.abbreviations.at(text, at) !== null) return false;
      return (
        (/^\p{Ll}\p{Ll}$/u.test(before) && /^\p{Lu}\p{Ll}$/u.test(after)) ||
        (/^\p{Lo}[\p{Lo}\p{M}]$/u.test(before) && /^\p{Lo}\p{Lo}$/u.test(after))
      );
    }
    return /^\p{Lu}\p{Ll}$/u.test(after) || /^\p{Lo}/u.test(after);
  }
}

/** Behind closing quotes, brackets and note marks (`[3]`, `²`); a spaced French `»` too. */
function closersEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const character = text[end];
    if (character === undefined) return end;
    const note = character === '[' ? /^\[\p{Nd}{1,3}\]/u.exec(text.slice(end, end + 5))?.[0].length : undefined;
    const spaced = /^[ \u00a0\u202f][»”](?!\p{L}|\p{N})/u.test(text.slice(end, end + 4));
    if (note !== undefined) end += note;
    else if (spaced) end += 2;
    else if (closing.includes(character) || /[\u00b9\u00b2\u00b3\u2070-\u2079]/.test(character)) {
      // A quote with a word right behind it opens.
      if (/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) return end;
      end++;
    } else return end;
  }
}

/** First character after `from` that is no space, opening quote, bracket or dash; -1 when the paragraph ends first. */
function visibleAfter(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (newline.test(character)) return -1;
    if (!blank.test(character) && !opening.includes(character) && !/[\u200e\u200f\u061c]/.test(character)) return at;
  }
  return -1;
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}
