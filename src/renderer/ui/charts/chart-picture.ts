/**
 * A chart as one SVG file that needs nothing else: what styles and tokens gave to its parts is written on the parts,
 * colours as hexadecimal numbers with their opacity apart (Inkscape reads no `rgba`), fonts named and, for browsers,
 * their faces carried along; title, caption and paper are in it. What served the page alone is left out.
 */
import { usedFaces } from './font-faces.ts';
import { labelDirection } from './label-direction.ts';

export interface ChartPicture {
  readonly text: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

interface PictureWords {
  readonly title: string;
  readonly caption?: string;
  readonly summary: string;
  /** Of the labels in the picture, in pixels: the head goes with them. */
  readonly size: number;
}

/** What is written on each part that differs in it from the part round it. */
const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'direction',
  'paint-order',
  'shape-rendering',
  'visibility',
] as const;
const ownAlone = { opacity: '1', 'unicode-bidi': 'normal', 'clip-path': 'none' } as const;
/** Of an SVG without any style. */
const initial: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'text-anchor': 'start',
  direction: 'ltr',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
  visibility: 'visible',
};
/** What marks are for the page. */
const pageOnly = [
  'class',
  'style',
  'tabindex',
  'role',
  'aria-label',
  'aria-hidden',
  'aria-describedby',
  'focusable',
  'data-term',
  'data-pointed',
  'data-picked',
];
const namespace = 'http://www.w3.org/2000/svg';
/** Pixels round the picture. */
const margin = 16;

/** Looks at `svg` at once; only the faces of its fonts are waited for. */
export async function pictureOf(svg: SVGSVGElement, words: PictureWords): Promise<ChartPicture> {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copy of a picture is a picture.');
  inline(svg, copy, initial);
  const { width, height } = svg.getBoundingClientRect();
  const frame = { width: Math.round(width), height: Math.round(height) };
  const head = headOf(svg, words, frame.width);
  const whole = { width: frame.width + 2 * margin, height: frame.height + head.height + 2 * margin };
  const top = -margin - head.height;
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('width', String(whole.width));
  copy.setAttribute('height', String(whole.height));
  copy.setAttribute('viewBox', `${-margin} ${top} ${whole.width} ${whole.height}`);
  copy.setAttribute('role', 'img');
  // Not an attribute that SVG knows.
  copy.setAttribute('style', 'font-variant-numeric: tabular-nums');
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily);
  const paper = made('rect', { x: -margin, y: top, width: whole.width, height: whole.height });
  paint(paper, 'fill', tokenColour(svg, '--paper'));
  copy.prepend(made('title', {}, words.title), made('desc', {}, words.summary), paper, ...head.parts);
  const faces = await usedFaces(copy);
  if (faces !== '') copy.prepend(made('style', {}, faces));
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`, ...whole };
}

function inline(from: Element, to: Element, round: Readonly<Record<string, string>>): void {
  const computed = getComputedStyle(from);
  const own: Record<string, string> = {};
  for (const name of inherited) {
    const value = computed.getPropertyValue(name);
    own[name] = value;
    if (value !== round[name]) write(to, name, value);
    else to.removeAttribute(name);
  }
  for (const [name, plain] of Object.entries(ownAlone)) {
    const value = computed.getPropertyValue(name);
    if (value !== plain && value !== '') write(to, name, value);
  }
  for (const name of pageOnly) to.removeAttribute(name);
  for (const { name } of [...to.attributes]) if (name.startsWith('data-')) to.removeAttribute(name);
  const children = [...from.children];
  const copies = [...to.children];
  children.forEach((child, at) => {
    const copy = copies[at];
    if (!copy) return;
    const isUnseen = getComputedStyle(child).display === 'none' || child.hasAttribute('data-page-only');
    if (isUnseen && !child.closest('defs')) copy.remove();
    else inline(child, copy, own);
  });
}

function write(to: Element, name: string, value: string): void {
  if (name === 'fill' || name === 'stroke') paint(to, name, value);
  else to.setAttribute(name, name === 'font-size' || name === 'stroke-width' ? value.replace(/px$/u, '') : value);
}

function paint(to: Element, name: 'fill' | 'stroke', value: string): void {
  const own = Number(to.getAttribute(`${name}-opacity`) ?? '1');
  const { colour, opacity } = plainColour(value);
  to.setAttribute(name, colour);
  if (opacity * own < 1) to.setAttribute(`${name}-opacity`, String(Number((opacity * own).toFixed(3))));
}

/** `rgb(…)` and `color(srgb …)` as `#rrggbb` and its opacity; `none` and `url(…)` as they are. */
export function plainColour(value: string): { readonly colour: string; readonly opacity: number } {
  const [, space, inner = ''] = /^(rgba?|color)\(([^)]*)\)$/u.exec(value) ?? [];
  if (space === undefined)
    return { colour: value.replace(/^url\(["']?[^#]*(#[^"')]*)["']?\).*$/u, 'url($1)'), opacity: 1 };
  const whole = space === 'color' ? 255 : 1;
  const [red = 0, green = 0, blue = 0, opacity = 1] = inner
    .replace(/^srgb\s/u, '')
    .split(/[\s,/]+/u)
    .map(Number);
  const hex = [red, green, blue]
    .map((part) =>
      Math.round(part * whole)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return { colour: `#${hex}`, opacity };
}

/** A token as the browser computes it here: `light-dark()` and mixes are settled. */
function tokenColour(near: Element, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  (near.parentElement ?? document.body).append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function headOf(svg: SVGSVGElement, { title, caption, size: label }: PictureWords, width: number) {
  const lines = [
    { text: title, size: label * 1.4, weight: '600', token: '--ink' },
    ...wrapped(caption ?? '', width / (label * 0.52)).map((text) => ({
      text,
      size: label,
      weight: '400',
      token: '--ink-soft',
    })),
  ];
  const height = label * (2.9 + 1.4 * (lines.length - 1));
  let y = -height + label * 1.2;
  const isRtl = getComputedStyle(svg.closest('figure') ?? svg).direction === 'rtl';
  const parts = lines.map(({ text, size, weight, token }) => {
    const direction = labelDirection(title);
    const line = made(
      'text',
      { x: direction === 'rtl' ? width : 0, y, 'font-size': size, 'font-weight': weight },
      text,
    );
    line.setAttribute('direction', direction);
    // At the side where the interface begins, whatever the direction of the words.
    line.setAttribute('text-anchor', (direction === 'rtl') === isRtl ? 'start' : 'end');
    line.setAttribute('unicode-bidi', 'isolate');
    paint(line, 'fill', tokenColour(svg, token));
    y += size === label ? label * 1.4 : label * 1.8;
    return line;
  });
  return { parts, height };
}

/** Lines of about `letters`. */
function wrapped(text: string, letters: number): readonly string[] {
  const most = Math.max(20, Math.floor(letters));
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function made(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(namespace, name);
  if (!(element instanceof SVGElement)) throw new Error(`${name} is not a part of SVG.`);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}
