/**
 * CoNLL-U Plus: a token a line with its place (UTF-16 units), sentences apart by blank lines, documents by `# newdoc`. The
 * last column says which passages begin (`B:`) or go on (`I:`) at the token, by number, with their tags; `_` for none, `|`
 * between several, so that passages may overlap. Passages are as wide as whole tokens.
 */
import { quotation } from '../../corpus/tagging/quotation.ts';
import { Collector, noMoment } from './collector.ts';
import { pathFor } from './documents.ts';
import type { Exchange, Incoming, Losses, Sources, Written } from './exchange.ts';
import { lose, spansByDocument, tagsById } from './exchange.ts';
import { idOf } from './ids.ts';
import { tagPaths, writtenTag } from './rows.ts';

const columns = '# global.columns = ID FORM LECTERN:START LECTERN:END LECTERN:PASSAGES';
const oneLine = (text: string): string => text.replace(/[\t\n\r]+/gu, ' ');
const quotedTag = (written: string): string => encodeURIComponent(written).replace(/%20/g, ' ').replaceAll('|', '%7C');

export function writeConll(exchange: Exchange, sources: Sources): Written {
  const lost: Losses = new Map();
  lose(lost, 'colours, descriptions and shortcuts of tags', exchange.tags.length);
  lose(lost, 'who tagged, and when', exchange.spans.length);
  lose(lost, 'notes', exchange.notes.length);
  const tags = tagsById(exchange);
  const lines = [columns];
  for (const [path, spans] of spansByDocument(exchange)) {
    const text = sources.textOf(path);
    if (text === undefined) {
      lose(lost, 'passages whose document is not in the folder', spans.length);
      continue;
    }
    const tokens = sources.tokensOf(path);
    const marks: string[][] = tokens.map(() => []);
    for (const [number, span] of spans.entries()) {
      const first = span.state === 'orphan' ? -1 : tokens.findIndex(({ end }) => end > span.start);
      let last = first;
      if (first === -1 || tokens[first]!.start >= span.end) {
        lose(lost, 'passages without a word, or whose text is gone');
        continue;
      }
      const names = span.tags.map((tag) => quotedTag(writtenTag(tags, tag))).join(';');
      for (let at = first; at < tokens.length && tokens[at]!.start < span.end; at++) {
        marks[at]!.push(`${at === first ? 'B' : 'I'}:${number + 1}:${names}`);
        last = at;
      }
      if (tokens[first]!.start !== span.start || tokens[last]!.end !== span.end)
        lose(lost, 'the exact ends of passages that do not begin and end with a word');
    }
    lines.push(`# newdoc id = ${path}`);
    let sentence = -1;
    let id = 0;
    for (const [at, token] of tokens.entries()) {
      if (token.sentence !== sentence) {
        if (sentence !== -1) lines.push('');
        sentence = token.sentence;
        id = 0;
        lines.push(`# sent_id = ${sentence + 1}`);
      }
      lines.push([++id, oneLine(token.text), token.start, token.end, marks[at]!.join('|') || '_'].join('\t'));
    }
    lines.push('');
  }
  return { bytes: Buffer.from(`${lines.join('\n')}\n`), lost };
}

interface OpenPassage {
  readonly tags: readonly string[];
  readonly start: number;
  end: number;
}

export function readConll(text: string, sources: Sources): Incoming {
  const found = new Collector();
  let path = '';
  let passages = new Map<string, OpenPassage>();
  const author = found.coder('');
  const close = (): void => {
    const body = sources.textOf(path) ?? '';
    for (const { tags, start, end } of passages.values()) {
      found.span({
        id: idOf('span', path, String(start), String(end), tags.join('\0')),
        path,
        start,
        end,
        ...quotation(body, start, end),
        tags,
        author,
        made: noMoment,
        state: 'held',
      });
    }
    passages = new Map();
  };
  for (const line of text.split(/\r?\n/)) {
    const named = /^# newdoc id = (.*)$/.exec(line);
    if (named) {
      close();
      path = pathFor(named[1]!, undefined, sources);
    }
    if (line === '' || line.startsWith('#')) continue;
    const [, , start, end, marks = '_'] = line.split('\t');
    if (end === undefined || path === '') {
      lose(found.lost, 'lines without the columns that Lectern writes');
      continue;
    }
    for (const mark of marks === '_' ? [] : marks.split('|')) {
      const [, number = '', names = ''] = /^[BI]:(\d+):(.*)$/s.exec(mark) ?? [];
      const open = passages.get(number);
      if (open) open.end = Number(end);
      else if (names !== '') {
        const tags = names
          .split(';')
          .flatMap((name) => tagPaths(decodeURIComponent(name)).map((parts) => found.tagAt(parts)));
        passages.set(number, { tags, start: Number(start), end: Number(end) });
      }
    }
  }
  close();
  return found.finish('');
}
