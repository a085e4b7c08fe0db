/** Text of a line in which addresses, handles and hashtags keep their signs on their own side. */
import { isolatedParts } from './isolated-parts.ts';

/** What is copied is the text alone: the elements carry no character. */
export function IsolatedText({ text }: { readonly text: string }) {
  const parts = isolatedParts(text);
  if (parts.length === 1 && parts[0]?.isolated === false) return text;
  return parts.map(({ text: part, isolated }, place) => (isolated ? <bdi key={place}>{part}</bdi> : part));
}
