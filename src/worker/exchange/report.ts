/** A report of passages by tag with their sources and notes, for reading and handing in: as a web page or for Word. */
import type { Paragraph } from 'docx';
import { pageClosing, pageOpening } from '../../export/page.ts';
import type { Direction } from '../../shared/model.ts';
import type { Exchange, ExchangedNote, ExchangedSpan, ExchangedTag, Sources, Written } from './exchange.ts';
import { notesOfSpans } from './exchange.ts';
import { xmlElement, xmlText } from './xml-writing.ts';

interface Chapter {
  readonly tag: ExchangedTag;
  /** 1 at the top of the tree. */
  readonly level: number;
  readonly passages: readonly Passage[];
}

interface Passage {
  readonly span: ExchangedSpan;
  readonly direction: Direction;
  readonly language: string;
  readonly notes: readonly ExchangedNote[];
}

/** Tags in the order of the tree, each with its passages. A tag without passages, itself and below, is left out. */
function chapters(exchange: Exchange, sources: Sources, directionOf: (span: ExchangedSpan) => Direction): Chapter[] {
  const notes = notesOfSpans(exchange);
  const byTag = new Map<string, Passage[]>();
  for (const span of exchange.spans) {
    const passage = {
      span,
      direction: directionOf(span),
      language: sources.languageOf(span.path),
      notes: notes.get(span.id) ?? [],
    };
    for (const tag of span.tags) {
      const those = byTag.get(tag);
      if (those) those.push(passage);
      else byTag.set(tag, [passage]);
    }
  }
  const under = (parent: string | null, level: number): Chapter[] =>
    exchange.tags
      .filter((tag) => tag.parent === parent)
      .flatMap((tag) => {
        const below = under(tag.id, level + 1);
        const passages = byTag.get(tag.id) ?? [];
        return passages.length === 0 && below.length === 0 ? [] : [{ tag, level, passages }, ...below];
      });
  return under(null, 1);
}

const style = `
  body { font: 17px/1.6 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif; margin: 3rem auto; max-inline-size: 44rem; padding-inline: 1rem; color: #1d1b17; background: #fbfaf7; }
  h1 { font-size: 1.8rem; }
  h2, h3, h4, h5, h6 { margin-block: 2rem 0.5rem; }
  .swatch { display: inline-block; inline-size: 0.7em; block-size: 0.7em; border-radius: 2px; margin-inline-end: 0.5em; }
  blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--tag); white-space: pre-line; }
  .source { display: block; font: 13px/1.4 system-ui, sans-serif; color: #6b6558; }
  .note { font-style: italic; white-space: pre-line; }
  .count { font-weight: 400; color: #6b6558; }
`;

/** Headings of pages and documents end at the sixth. */
const deepest = 6;

function htmlPassage({ span, direction, language, notes }: Passage, colour: string): string {
  const attributes = { dir: direction, lang: language === 'und' ? undefined : language, style: `--tag: ${colour}` };
  return [
    xmlElement('blockquote', attributes, xmlText(span.quote)),
    ...notes.map(({ text }) => xmlElement('p', { class: 'note', dir: 'auto' }, xmlText(text))),
    xmlElement('span', { class: 'source' }, xmlElement('bdi', {}, xmlText(span.path)), ` ${span.start}–${span.end}`),
  ].join('\n');
}

export function writeHtmlReport(
  exchange: Exchange,
  sources: Sources,
  directionOf: (span: ExchangedSpan) => Direction,
): Written {
  const parts = chapters(exchange, sources, directionOf).map(({ tag, level, passages }) => {
    const heading = xmlElement(
      `h${Math.min(deepest, level + 1)}`,
      { dir: 'auto' },
      xmlElement('span', { class: 'swatch', style: `background: ${tag.colour}` }, ''),
      xmlText(tag.name),
      xmlElement('span', { class: 'count' }, ` (${passages.length})`),
    );
    const description = tag.description === '' ? '' : xmlElement('p', { dir: 'auto' }, xmlText(tag.description));
    return [heading, description, ...passages.map((passage) => htmlPassage(passage, tag.colour))].join('\n');
  });
  const heading = `<h1 dir="auto">${xmlText(exchange.name)}</h1>`;
  const page = `${pageOpening(exchange.name, style)}${heading}\n${parts.join('\n')}\n${pageClosing}`;
  return { bytes: Buffer.from(page), lost: new Map() };
}

export async function writeWordReport(
  exchange: Exchange,
  sources: Sources,
  directionOf: (span: ExchangedSpan) => Direction,
): Promise<Written> {
  // Loaded only when asked for: no other format pays for it.
  const docx = await import('docx');
  const { HeadingLevel } = docx;
  const levels = [
    HeadingLevel.HEADING_1,
    HeadingLevel.HEADING_2,
    HeadingLevel.HEADING_3,
    HeadingLevel.HEADING_4,
    HeadingLevel.HEADING_5,
    HeadingLevel.HEADING_6,
  ];
  const plain = (text: string, more: { rtl?: boolean; slanted?: boolean; size?: number } = {}): Paragraph =>
    new docx.Paragraph({
      bidirectional: more.rtl ?? false,
      children: text.split('\n').map(
        (line, number) =>
          new docx.TextRun({
            text: line,
            rightToLeft: more.rtl ?? false,
            ...(more.slanted === true ? { style: 'Note' } : {}),
            ...(more.size === undefined ? {} : { size: more.size }),
            ...(number > 0 ? { break: 1 } : {}),
          }),
      ),
    });
  const children = [new docx.Paragraph({ text: exchange.name, heading: HeadingLevel.TITLE })];
  for (const { tag, level, passages } of chapters(exchange, sources, directionOf)) {
    const rtl = firstStrong(tag.name) === 'rtl';
    children.push(
      new docx.Paragraph({
        heading: levels[Math.min(deepest, level) - 1]!,
        bidirectional: rtl,
        children: [
          new docx.TextRun({ text: '■ ', color: tag.colour.slice(1) }),
          new docx.TextRun({ text: `${tag.name} (${passages.length})`, rightToLeft: rtl }),
        ],
      }),
    );
    if (tag.description !== '') children.push(plain(tag.description, { rtl: firstStrong(tag.description) === 'rtl' }));
    for (const { span, direction, notes } of passages) {
      children.push(plain(span.quote, { rtl: direction === 'rtl' }));
      for (const { text } of notes) children.push(plain(text, { slanted: true, rtl: firstStrong(text) === 'rtl' }));
      children.push(plain(`${span.path} ${span.start}–${span.end}`, { size: 18 }));
    }
  }
  const document = new docx.Document({
    title: exchange.name,
    creator: 'Lectern',
    styles: { characterStyles: [{ id: 'Note', name: 'Note', run: { italics: true } }] },
    sections: [{ children }],
  });
  return { bytes: await docx.Packer.toBuffer(document), lost: new Map() };
}

/** The direction of the first letter that has one. */
export function firstStrong(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? 'rtl'
    : 'ltr';
}
