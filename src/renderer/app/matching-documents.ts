import type { DocumentSummary } from '../../shared/contract.ts';
import { languageName } from '../ui/format.ts';

/** Capitals and accents do not count in a filter; letters of different scripts stay what they are. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
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
