/** The passage of a text that an offered repair is about. */

/** Code units shown; the repair shows no more either. */
const longest = 300;

/** What a repair leaves alone: letters outside ASCII are what it changes. */
function kept(text: string): string {
  return text.replace(/[^ -~]+/g, '');
}

/**
 * The paragraph that reads like `repaired` where both are plain ASCII: how the first damaged passage reads now. The first
 * paragraph with other letters, when none does so.
 */
export function damagedPassage(text: string, repaired: string): string {
  const paragraphs = text.split('\n').filter((paragraph) => /[^\0-\x7f]/.test(paragraph));
  const wanted = kept(repaired.split('\n', 1)[0] ?? '').slice(0, 40);
  const found = paragraphs.find((paragraph) => kept(paragraph).includes(wanted)) ?? paragraphs[0] ?? text;
  return found.slice(0, longest);
}
