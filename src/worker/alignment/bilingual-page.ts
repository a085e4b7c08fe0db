/** A bilingual page to print or keep: both texts in two columns, row by row, in one file that needs nothing else. */
import type { Corpus } from '../corpus.ts';
import type { OpenAlignment } from './open-alignment.ts';
import type { SegmentedDocument } from './segments.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => escapes[sign]!);
}

const colours = {
  light: { paper: '#fffefb', ink: '#1e1d1a', faint: '#625e53', line: '#e2ded5' },
  dark: { paper: '#1e1e1c', ink: '#e9e6df', faint: '#aca89d', line: '#32312e' },
} as const;

function styleOf(theme: keyof typeof colours): string {
  const { paper, ink, faint, line } = colours[theme];
  return `
body { margin: 0; background: ${paper}; color: ${ink}; font: 17px/1.65 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif; }
main { max-width: 62rem; margin: 3rem auto; padding: 0 2rem; }
.row, header { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; break-inside: avoid; }
header { padding-bottom: 1rem; margin-bottom: 1rem; border-bottom: 1px solid ${line}; }
h1 { font-size: 1.35rem; line-height: 1.35; margin: 0; }
header p { color: ${faint}; font: 12px/1.4 'Inter', 'Noto Sans Arabic', sans-serif; margin: .3rem 0 0; }
.row > div { padding: .12rem 0; text-align: start; hyphens: auto; }
.opens { padding-top: .7rem !important; }
[lang=ar], [lang=fa], [lang=ur] { font-size: 1.12em; line-height: 1.85; }
.none { color: ${faint}; }
@media print { body { background: #fff; color: #000; font-size: 11pt; } main { margin: 0; max-width: none; padding: 0; } }
`;
}

/** UTF-8; each side in its own language and direction, paragraphs apart as in the texts. */
export function bilingualPage(
  corpus: Corpus,
  { a, b, rows }: OpenAlignment,
  theme: 'light' | 'dark',
): { name: string; text: string } {
  const titles = [a, b].map(({ doc }) => corpus.document(doc));
  const head = titles
    .map(
      ({ title, path, language, direction }) =>
        `<div><h1 ${textOf(language, direction)}>${escaped(title)}</h1><p><bdi>${escaped(path)}</bdi></p></div>`,
    )
    .join('');
  const body = rows.map(
    ({ aFrom, aTo, bFrom, bTo }) => `<div class="row">${cell(a, aFrom, aTo)}${cell(b, bFrom, bTo)}</div>`,
  );
  const name = titles.map(({ path }) => path.replace(/^.*\/|\.[^.]*$/gu, '')).join(' – ');
  const text = `<!doctype html>
<html lang="${escaped(a.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(titles.map(({ title }) => title).join(' · '))}</title><style>${styleOf(theme)}</style></head>
<body><main><header>${head}</header>
${body.join('\n')}
</main></body></html>
`;
  return { name: `${name}.html`, text };
}

function textOf(language: string, direction: string): string {
  return `lang="${escaped(language)}" dir="${direction}"`;
}

function cell({ segments, language }: SegmentedDocument, from: number, to: number): string {
  const chosen = segments.slice(from, to);
  const [first] = chosen;
  if (!first) return '<div class="none" aria-hidden="true">—</div>';
  const text = chosen.map((segment) => escaped(segment.text)).join(' ');
  return `<div ${textOf(language, first.direction)}${first.opens ? ' class="opens"' : ''}>${text}</div>`;
}
