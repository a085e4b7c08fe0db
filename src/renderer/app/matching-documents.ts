import type { DocumentSummary } from '../../shared/answers.ts';
import { languageName } from '../ui/format.ts';

/**
 * Capitals, Latin accents and Arabic vowel marks do not count in a filter. Marks of other scripts do: ќ is not к. (The
 * engine's folding is finer; the page may not import it, and a filter of titles needs no more.)
 */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}|[\u064b-\u065f\u0670\u0640]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Documents whose title, path or language holds every word of the filter. */
export function matchingDocuments(documents: readonly DocumentSummary[], filter: string): readonly DocumentSummary[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return documents;
  return documents.filter(({ title, path, language }) => {
    const text = plain(`${title} ${path} ${language} ${languageName(language)}`);
    return words.every((word) => text.includes(word));
  });
}
