/** Plain text and Markdown. Markdown stays as written; only its front matter becomes metadata. */
import { decodeText } from '../decode/decode.ts';
import type { Extraction, Reader } from './extraction.ts';
import { extracted } from './extraction.ts';
import { headingOf } from './markdown-heading.ts';

export const readText: Reader = async (bytes, options) => {
  const decoded = await decodeText(bytes, options.encoding);
  return { documents: [extracted({ text: decoded.text, decoded })], format: 'txt', notes: [] };
};

const frontMatter = /^---[ \t]*\r?\n([\s\S]{0,65536}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

export const readMarkdown: Reader = async (bytes, options): Promise<Extraction> => {
  const decoded = await decodeText(bytes, options.encoding);
  const notes: string[] = [];
  const found = frontMatter.exec(decoded.text);
  let metadata: Record<string, string> = {};
  let text = decoded.text;
  if (found) {
    const { parseFrontMatter } = await import('./front-matter.ts');
    const parsed = parseFrontMatter(found[1]!);
    if (parsed) {
      metadata = parsed;
      text = text.slice(found[0].length);
    } else notes.push('the front matter is not YAML that can be read; it stays in the text');
  }
  const { title, language, lang, ...rest } = metadata;
  const document = extracted({
    text,
    decoded,
    metadata: rest,
    language: language ?? lang,
    title: title ?? headingOf(text),
  });
  return { documents: [document], format: 'md', notes };
};
