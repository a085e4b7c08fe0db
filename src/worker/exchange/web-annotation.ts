/**
 * W3C Web Annotation Data Model (Recommendation of 2017) as JSON-LD: one AnnotationCollection, an annotation a span, with
 * its tags and notes as bodies and two selectors, by position and by quote. Positions are code points, as the model has
 * it. What the model has no words for (the tree of tags, coders, notes on other things) stands under `lectern:` terms.
 */
import type { Exchange, ExchangedSpan, Sources, Written } from './exchange.ts';
import { notesOfSpans, tagsById } from './exchange.ts';
import { idFrom } from './ids.ts';
import { CodePoints } from './positions.ts';

const context = ['http://www.w3.org/ns/anno.jsonld', { lectern: 'urn:lectern:terms:' }];
const urn = (kind: string, id: string): string => `urn:uuid:${idFrom(kind, id)}`;
const sourceOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

export function writeWebAnnotations(exchange: Exchange, sources: Sources): Written {
  const names = new Map(exchange.coders.map(({ id, name }) => [id, name]));
  const person = (id: string): object => ({ id: urn('coder', id), type: 'Person', name: names.get(id) ?? '' });
  const tags = tagsById(exchange);
  const notes = notesOfSpans(exchange);
  const points = new Map<string, CodePoints>();
  const pointsOf = (span: ExchangedSpan): CodePoints => {
    let found = points.get(span.path);
    if (!found) points.set(span.path, (found = new CodePoints(sources.textOf(span.path) ?? '')));
    return found;
  };
  const items = exchange.spans.map((span) => ({
    id: urn('span', span.id),
    type: 'Annotation',
    motivation: 'tagging',
    creator: person(span.author),
    created: span.made,
    body: [
      ...span.tags.map((tag) => ({
        type: 'TextualBody',
        purpose: 'tagging',
        value: tags.get(tag)?.name ?? '',
        'lectern:tag': urn('tag', tag),
      })),
      ...(notes.get(span.id) ?? []).map((note) => ({
        id: urn('note', note.id),
        type: 'TextualBody',
        purpose: 'commenting',
        format: 'text/plain',
        value: note.text,
        creator: person(note.author),
        created: note.made,
        modified: note.changed,
      })),
    ],
    target: {
      source: sourceOf(span.path),
      selector: [
        {
          type: 'TextPositionSelector',
          start: pointsOf(span).fromUnits(span.start),
          end: pointsOf(span).fromUnits(span.end),
        },
        { type: 'TextQuoteSelector', exact: span.quote, prefix: span.before, suffix: span.after },
      ],
    },
    'lectern:state': span.state,
  }));
  const collection = {
    '@context': context,
    id: urn('collection', exchange.name),
    type: 'AnnotationCollection',
    label: exchange.name,
    total: items.length,
    'lectern:coders': exchange.coders.map(({ id }) => person(id)),
    'lectern:tags': exchange.tags.map(({ id, parent, author, ...tag }) => ({
      id: urn('tag', id),
      parent: parent === null ? null : urn('tag', parent),
      creator: urn('coder', author),
      ...tag,
    })),
    'lectern:notes': exchange.notes
      .filter(({ target }) => target.kind !== 'span')
      .map(({ id, target, author, ...note }) => ({
        id: urn('note', id),
        target:
          target.kind === 'tag' ? urn('tag', target.id) : target.kind === 'document' ? sourceOf(target.path) : null,
        kind: target.kind,
        creator: urn('coder', author),
        ...note,
      })),
    first: { id: `${urn('collection', exchange.name)}#1`, type: 'AnnotationPage', startIndex: 0, items },
  };
  return { bytes: Buffer.from(`${JSON.stringify(collection, null, 1)}\n`), lost: new Map() };
}
