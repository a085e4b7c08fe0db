/** What a Markdown text is called. */

/** Code units that are looked through. */
const searched = 65_536;

/** The first heading outside a code fence, without its marks; undefined when there is none near the top. */
export function headingOf(text: string): string | undefined {
  let fenced = false;
  let previous = '';
  for (const line of text.slice(0, searched).split(/\r?\n/)) {
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
