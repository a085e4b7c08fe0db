/**
 * The faces that a picture needs, as `@font-face` rules with the font in them. Only bundled faces whose range has a
 * character of the picture: a picture of Arabic words carries the Arabic face, one of English words does not.
 */

/** Inclusive code points. */
type Range = readonly [low: number, high: number];

/** The value of `unicode-range`; every character when it is empty. */
export function parseRange(value: string): readonly Range[] {
  const ranges = value.split(',').flatMap((part): Range[] => {
    const match = /U\+([0-9a-f?]+)(?:-([0-9a-f]+))?/iu.exec(part);
    if (!match?.[1]) return [];
    const low = Number.parseInt(match[1].replaceAll('?', '0'), 16);
    const high =
      match[2] === undefined ? Number.parseInt(match[1].replaceAll('?', 'f'), 16) : Number.parseInt(match[2], 16);
    return [[low, high]];
  });
  return ranges.length === 0 ? [[0, 0x10ffff]] : ranges;
}

export function covers(ranges: readonly Range[], text: string): boolean {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    // A space alone fetches no face.
    if (code > 0x20 && ranges.some(([low, high]) => code >= low && code <= high)) return true;
  }
  return false;
}

/** Rules for the text of `svg`. A face that cannot be fetched is left out: its name still stands on the text. */
export async function usedFaces(svg: SVGSVGElement): Promise<string> {
  const text = svg.textContent;
  const families = new Set<string>();
  for (const part of [svg, ...svg.querySelectorAll('[font-family]')])
    for (const family of (part.getAttribute('font-family') ?? '').split(',')) families.add(unquoted(family));
  const rules = [...document.styleSheets].flatMap((sheet) => faceRules(sheet));
  const wanted = rules.filter(
    ({ style }) =>
      families.has(unquoted(style.getPropertyValue('font-family'))) &&
      covers(parseRange(style.getPropertyValue('unicode-range')), text),
  );
  return (await Promise.all(wanted.map(withFont))).join('\n');
}

function faceRules(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
}

function unquoted(family: string): string {
  return family.trim().replace(/^["']|["']$/gu, '');
}

const fetched = new Map<string, Promise<string>>();

async function withFont(rule: CSSFontFaceRule): Promise<string> {
  const source = rule.style.getPropertyValue('src');
  const address = /url\(["']?([^"')]+)["']?\)/u.exec(source)?.[1];
  if (address === undefined) return '';
  const absolute = new URL(address, rule.parentStyleSheet?.href ?? document.baseURI).href;
  const font = fetched.get(absolute) ?? fetchFont(absolute);
  fetched.set(absolute, font);
  try {
    return rule.cssText.replace(/url\(["']?[^"')]+["']?\)/u, `url(${await font})`);
  } catch {
    fetched.delete(absolute);
    return '';
  }
}

async function fetchFont(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = '';
  // In pieces: the arguments of one call are limited.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
