/** Colours of tags as classes: Monaco takes class names, and a tag may have any colour. */

/** Class names of colours that have their rule already. */
const known = new Set<string>();
let sheet: CSSStyleSheet | undefined;

/**
 * The class that gives `--tag` this colour, `#rrggbb`. On light paper it is never lighter, on dark paper never darker than
 * can be told from the paper; hue and chroma stay.
 */
export function colourClass(colour: string): string {
  const name = `tag-colour-${colour.slice(1)}`;
  if (known.has(name)) return name;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.insertRule(`.${name} { --tag: ${legible(colour)}; }`, sheet.cssRules.length);
  known.add(name);
  return name;
}

/** A colour of CSS that can be told from the paper in both themes. */
function legible(colour: string): string {
  return `light-dark(oklch(from ${colour} min(l, 0.62) c h), oklch(from ${colour} max(l, 0.62) c h))`;
}
