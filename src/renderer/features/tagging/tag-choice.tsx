/** A button that opens the list of tags, to pick one. */
import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Tag } from '../../../shared/tagging.ts';
import { TagDot } from '../../ui/tag-chip.tsx';
import { flatTree, tagTree } from './tag-tree.ts';

interface TagChoiceProps {
  readonly label: string;
  readonly tags: readonly Tag[];
  readonly onTag: (tag: Tag) => void;
}

export function TagChoice({ label, tags, onTag }: TagChoiceProps) {
  const rows = flatTree(tagTree(tags));
  return (
    <MenuTrigger>
      <Button className="ui-button" isDisabled={rows.length === 0}>
        {label}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="ui-popover">
        <Menu
          className="ui-options tag-choice"
          onAction={(key) => {
            const row = rows.find(({ tag }) => tag.tag === key);
            if (row) onTag(row.tag);
          }}
        >
          {rows.map(({ tag, depth }) => (
            <MenuItem key={tag.tag} id={tag.tag} textValue={tag.name} className="ui-option tags-option">
              <span style={{ paddingInlineStart: `${depth * 14}px` }} />
              <TagDot colour={tag.colour} />
              <bdi>{tag.name}</bdi>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
