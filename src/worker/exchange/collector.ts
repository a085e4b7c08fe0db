/** Gathers what a reader finds in a file into an `Exchange`: each coder and tag once, spans with the same place as one. */
import type { ExchangedCoder, ExchangedNote, ExchangedSpan, ExchangedTag, NoteTarget } from './exchange.ts';
import type { Exchange, Incoming, Losses } from './exchange.ts';
import { usualColour } from './exchange.ts';
import { idOf } from './ids.ts';

/** A tag as a file describes it; what it does not say is as usual. */
type FoundTag = Partial<Omit<ExchangedTag, 'id' | 'name'>> & { readonly id: string; readonly name: string };

/** Someone a file does not name. */
const nobody: ExchangedCoder = { id: idOf('coder', ''), name: '?' };

/** A moment for what a file gives no time: the epoch, so that the same file always gives the same spans. */
export const noMoment = '1970-01-01T00:00:00.000Z';

/** An ISO moment of what a file says, or none. */
export function momentFrom(written: string | undefined): string {
  const at = Date.parse(written ?? '');
  return Number.isNaN(at) ? noMoment : new Date(at).toISOString();
}

/** As texts are held, whatever the program that saved the file made of line ends and letters with marks. */
function asInTexts(words: string): string {
  return words.replaceAll('\r\n', '\n').normalize('NFC');
}

export class Collector {
  readonly lost: Losses = new Map();
  readonly texts = new Map<string, string>();
  private readonly coders = new Map<string, ExchangedCoder>();
  private readonly tags = new Map<string, ExchangedTag>();
  private readonly spans = new Map<string, ExchangedSpan>();
  private readonly notes: ExchangedNote[] = [];
  private readonly paths = new Map<string, string>();

  /** The id of a coder of that name; with an id, of that one. */
  coder(name: string, id?: string): string {
    if (name === '' && id === undefined) {
      this.coders.set(nobody.id, nobody);
      return nobody.id;
    }
    const key = id ?? [...this.coders.values()].find((coder) => coder.name === name)?.id ?? idOf('coder', name);
    if (!this.coders.has(key) || name !== '') this.coders.set(key, { id: key, name: name === '' ? '?' : name });
    return key;
  }

  hasCoder(id: string): boolean {
    return this.coders.has(id);
  }

  tag(found: FoundTag): string {
    const { id, name } = found;
    this.tags.set(id, {
      id,
      parent: found.parent ?? null,
      name: name.trim().slice(0, 200) || '?',
      colour: found.colour ?? usualColour,
      description: found.description ?? '',
      shortcut: found.shortcut ?? null,
      retired: found.retired ?? false,
      author: found.author ?? this.coder(''),
    });
    return id;
  }

  hasTag(id: string): boolean {
    return this.tags.has(id);
  }

  /** The tag at the end of a path of names from the top of the tree; made where there is none. */
  tagAt(names: readonly string[]): string {
    let parent: string | null = null;
    for (const name of names) {
      const key = `${parent ?? ''}\0${name}`;
      let id = this.paths.get(key);
      if (id === undefined) {
        id =
          [...this.tags.values()].find((tag) => tag.parent === parent && tag.name === name)?.id ??
          this.tag({ id: idOf('tag', parent ?? '', name), name, parent });
        this.paths.set(key, id);
      }
      parent = id;
    }
    return parent ?? this.tag({ id: idOf('tag', '?'), name: '?' });
  }

  /** Another span of the same id, or of the same coder at the same place, adds its tags to the first. */
  span(written: ExchangedSpan, atPlace = false): string {
    const { quote, before, after } = written;
    const found = { ...written, quote: asInTexts(quote), before: asInTexts(before), after: asInTexts(after) };
    const key = atPlace ? `${found.path}\0${found.start}\0${found.end}\0${found.author}` : found.id;
    const there = this.spans.get(key);
    if (!there) this.spans.set(key, found);
    else this.spans.set(key, { ...there, tags: [...new Set([...there.tags, ...found.tags])] });
    return (there ?? found).id;
  }

  note(
    target: NoteTarget,
    text: string,
    more: { id?: string; author?: string; made?: string; changed?: string } = {},
  ): void {
    if (text.trim() === '') return;
    const made = more.made ?? noMoment;
    const place = target.kind === 'project' ? '' : target.kind === 'document' ? target.path : target.id;
    this.notes.push({
      id: more.id ?? idOf('note', target.kind, place, text),
      target,
      text,
      author: more.author ?? this.coder(''),
      made,
      changed: more.changed ?? made,
    });
  }

  finish(name: string): Incoming {
    const spans = [...this.spans.values()];
    const exchange: Exchange = {
      name,
      tags: parentsFirst(this.tags),
      spans,
      notes: this.notes,
      coders: [...this.coders.values()],
    };
    return { exchange, lost: this.lost, texts: this.texts };
  }
}

/** A parent that is missing, or that lies below its own child, is as if there were none. */
function parentsFirst(tags: ReadonlyMap<string, ExchangedTag>): ExchangedTag[] {
  const ordered = new Map<string, ExchangedTag>();
  const place = (tag: ExchangedTag, under: ReadonlySet<string>): void => {
    if (ordered.has(tag.id)) return;
    const parent = tag.parent === null || under.has(tag.parent) ? undefined : tags.get(tag.parent);
    if (parent) place(parent, new Set([...under, tag.id]));
    if (!ordered.has(tag.id)) ordered.set(tag.id, parent ? tag : { ...tag, parent: null });
  };
  for (const tag of tags.values()) place(tag, new Set([tag.id]));
  return [...ordered.values()];
}
