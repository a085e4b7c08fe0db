/** A tag as it is named everywhere: its colour and its name. */
import type { Tag } from '../../shared/tagging.ts';
import { colourClass } from './monaco/tag-colour.ts';
import './tag-chip.css';

export function TagDot({ colour }: { readonly colour: string }) {
  return <span className={`tag-dot ${colourClass(colour)}`} aria-hidden />;
}

export function TagName({ tag }: { readonly tag: Pick<Tag, 'colour' | 'name' | 'retired'> }) {
  return (
    <span className={tag.retired ? 'tag-name tag-retired' : 'tag-name'}>
      <TagDot colour={tag.colour} />
      <bdi>{tag.name}</bdi>
    </span>
  );
}
