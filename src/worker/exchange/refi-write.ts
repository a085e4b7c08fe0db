/**
 * REFI-QDA 1.5 (QDA-XML, schemas of 2019): a codebook (`.qdc`) and a whole project (`.qdpx`, a zip of `project.qde` and
 * the texts). Positions are code points into the texts as they lie in the archive: UTF-8, line feeds, no byte order mark.
 * A retired tag is a code that cannot be given (`isCodable`).
 */
import { zipSync } from 'fflate';
import type { Exchange, ExchangedNote, ExchangedSpan, ExchangedTag, Losses, Sources, Written } from './exchange.ts';
import { lose, spansByDocument } from './exchange.ts';
import { asUuid, idOf } from './ids.ts';
import { CodePoints } from './positions.ts';
import { xmlDeclaration, xmlElement, xmlText } from './xml-writing.ts';

const codebookSpace = 'urn:QDA-XML:codebook:1.0';
const projectSpace = 'urn:QDA-XML:project:1.0';
/** A name of a selection shows the beginning of its text. */
const longestName = 120;

/** Which notes stand on what, by the key of `placeOf`. */
type NotesByPlace = ReadonlyMap<string, readonly ExchangedNote[]>;

const placeOf = ({ target }: ExchangedNote): string =>
  target.kind === 'project' ? 'project' : `${target.kind} ${target.kind === 'document' ? target.path : target.id}`;

function noteReferences(notes: NotesByPlace, place: string): string {
  return (notes.get(place) ?? []).map(({ id }) => xmlElement('NoteRef', { targetGUID: asUuid('note', id) })).join('');
}

function codes(tags: readonly ExchangedTag[], parent: string | null, notes: NotesByPlace): string {
  return tags
    .filter((tag) => tag.parent === parent)
    .map((tag) =>
      xmlElement(
        'Code',
        { guid: asUuid('tag', tag.id), name: tag.name, isCodable: !tag.retired, color: tag.colour },
        tag.description === '' ? '' : xmlElement('Description', {}, xmlText(tag.description)),
        noteReferences(notes, `tag ${tag.id}`),
        codes(tags, tag.id, notes),
      ),
    )
    .join('');
}

function lostOfTags({ tags }: Exchange, losses: Losses): void {
  lose(losses, 'shortcuts of tags', tags.filter(({ shortcut }) => shortcut !== null).length);
}

export function writeCodebook(exchange: Exchange): Written {
  const lost: Losses = new Map();
  lostOfTags(exchange, lost);
  lose(lost, 'notes', exchange.notes.length);
  lose(lost, 'tagged passages', exchange.spans.length);
  const xml = xmlElement(
    'CodeBook',
    { xmlns: codebookSpace, origin: 'Lectern' },
    xmlElement('Codes', {}, codes(exchange.tags, null, new Map())),
  );
  return { bytes: Buffer.from(`${xmlDeclaration}${xml}\n`), lost };
}

/** Positions of a span in code points, or undefined where the text does not hold it. */
function placed(span: ExchangedSpan, text: string, points: CodePoints): [number, number] | undefined {
  if (span.state === 'orphan' || span.end > text.length) return undefined;
  return [points.fromUnits(span.start), points.fromUnits(span.end)];
}

export function writeProject(exchange: Exchange, sources: Sources, now: string): Written {
  const lost: Losses = new Map();
  lostOfTags(exchange, lost);
  const notes = new Map<string, ExchangedNote[]>();
  for (const note of exchange.notes) {
    const place = placeOf(note);
    const those = notes.get(place);
    if (those) those.push(note);
    else notes.set(place, [note]);
  }
  const files: Record<string, Uint8Array> = {};
  const withSpans = spansByDocument(exchange);
  const noted = exchange.notes.flatMap(({ target }) => (target.kind === 'document' ? [target.path] : []));
  const textSources: string[] = [];
  for (const path of new Set([...withSpans.keys(), ...noted])) {
    const spans = withSpans.get(path) ?? [];
    const text = sources.textOf(path);
    if (text === undefined) {
      lose(lost, 'passages whose document is not in the folder', spans.length);
      continue;
    }
    const guid = idOf('document', path);
    files[`Sources/${guid}.txt`] = Buffer.from(text);
    const points = new CodePoints(text);
    const selections = spans.map((span) => {
      const place = placed(span, text, points);
      if (!place) {
        lose(lost, 'passages whose text is gone (orphans)');
        return '';
      }
      const by = { creatingUser: asUuid('coder', span.author), creationDateTime: span.made };
      return xmlElement(
        'PlainTextSelection',
        {
          guid: asUuid('span', span.id),
          name: text.slice(span.start, Math.min(span.end, span.start + longestName)).replace(/\s+/gu, ' '),
          startPosition: place[0],
          endPosition: place[1],
          ...by,
        },
        ...span.tags.map((tag) =>
          xmlElement(
            'Coding',
            { guid: idOf('coding', span.id, tag), ...by },
            xmlElement('CodeRef', { targetGUID: asUuid('tag', tag) }),
          ),
        ),
        noteReferences(notes, `span ${span.id}`),
      );
    });
    textSources.push(
      xmlElement(
        'TextSource',
        { guid, name: path, plainTextPath: `internal://${guid}.txt` },
        ...selections,
        noteReferences(notes, `document ${path}`),
      ),
    );
  }
  lose(lost, 'that passages wait for review', exchange.spans.filter(({ state }) => state === 'review').length);
  const xml = xmlElement(
    'Project',
    { xmlns: projectSpace, name: exchange.name, origin: 'Lectern', creationDateTime: now },
    part(
      'Users',
      exchange.coders.map(({ id, name }) => xmlElement('User', { guid: asUuid('coder', id), name })),
    ),
    exchange.tags.length === 0
      ? ''
      : xmlElement('CodeBook', {}, xmlElement('Codes', {}, codes(exchange.tags, null, notes))),
    part('Sources', textSources),
    part('Notes', exchange.notes.map(noteElement)),
    noteReferences(notes, 'project'),
  );
  files['project.qde'] = Buffer.from(`${xmlDeclaration}${xml}\n`);
  return { bytes: zipSync(files, { level: 6 }), lost };
}

/** The schema has no empty lists: without members the list is left out. */
function part(name: string, members: readonly string[]): string {
  return members.length === 0 ? '' : xmlElement(name, {}, ...members);
}

function noteElement(note: ExchangedNote): string {
  return xmlElement(
    'Note',
    {
      guid: asUuid('note', note.id),
      name: note.text.slice(0, longestName).replace(/\s+/gu, ' '),
      creatingUser: asUuid('coder', note.author),
      creationDateTime: note.made,
      modifiedDateTime: note.changed,
    },
    xmlElement('PlainTextContent', {}, xmlText(note.text)),
  );
}
