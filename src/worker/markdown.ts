/** What of a Markdown file is its text, and what it is called. The marks themselves (`*`, `#`, links) stay in the text. */

const longestFrontMatter = 65_536;
// `key: value`, `- entry`, an indented continuation, a comment, or nothing: what a YAML block is made of.
const yamlLine = /^(?:[\p{L}_][\p{L}\p{N}_ .-]*:(?:\s.*)?|-(?:\s.*)?|[ \t]+\S.*|#.*|\s*)$/u;

/**
 * The text after a YAML block at the very top. A text that opens with a rule and happens to have a second one is kept:
 * nothing is cut unless every line between the two is YAML's.
 */
export function withoutFrontMatter(text: string): string {
  const block = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/mu.exec(text.slice(0, longestFrontMatter));
  if (block?.index !== 0) return text;
  const lines = (block[1] ?? '').split('\n');
  return lines.some((line) => line.includes(':')) && lines.every((line) => yamlLine.test(line))
    ? text.slice(block[0].length)
    : text;
}

/** The first heading outside a code fence, without its marks; undefined when there is none near the top. */
export function headingOf(text: string): string | undefined {
  let fenced = false;
  let previous = '';
  for (const line of text.slice(0, longestFrontMatter).split('\n')) {
    if (/^ {0,3}(?:```|~~~)/u.test(line)) fenced = !fenced;
    else if (!fenced) {
      const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u.exec(line)?.[1];
      const underlined = /^ {0,3}(?:=+|-+)[ \t]*$/u.test(line) ? previous.trim() : '';
      const title = plainHeading(heading ?? underlined);
      if (title !== '') return title;
    }
    previous = fenced ? '' : line;
  }
  return undefined;
}

function plainHeading(heading: string): string {
  return heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .trim();
}
