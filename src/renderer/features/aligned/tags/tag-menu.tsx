/** Gives a tag to what is selected, or to the sentence that the keyboard is on. */
import { Tag as TagIcon } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { AlignedRow, AlignmentSummary, Side } from '../../../../shared/alignment.ts';
import type { CharOffset, CorpusId } from '../../../../shared/model.ts';
import { start } from '../../../app/actions/failures.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { wordsOf } from '../../../language/words.ts';
import { KeyCaps } from '../../../ui/key-caps.tsx';
import { TagName } from '../../../ui/tag-chip.tsx';
import { selectedStretch, type Stretch, tagStretch } from './tag-actions.ts';

const t = wordsOf('aligned');

interface TagMenuProps {
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  readonly row: AlignedRow | undefined;
  readonly side: Side;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onDone: () => void;
}

export function TagMenu({ corpus, summary, row, side, isOpen, onOpen, onDone }: TagMenuProps) {
  const tags = useApp((state) => currentProject(state)?.tags.filter(({ retired }) => !retired).length ?? 0);
  const all = useApp((state) => currentProject(state)?.tags);
  const chosen = (): Stretch | null => {
    const selected = selectedStretch();
    if (selected)
      return {
        doc: summary.documents[selected.side].document.doc,
        start: selected.start as CharOffset,
        end: selected.end as CharOffset,
      };
    const segments = row?.sides[side] ?? [];
    const [first] = segments;
    const last = segments.at(-1);
    return first && last ? { doc: summary.documents[side].document.doc, start: first.start, end: last.end } : null;
  };
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <Button className="ui-button ui-button-quiet aligned-action" isDisabled={tags === 0 || !row}>
        <TagIcon size={14} aria-hidden />
        <span className="aligned-action-name">{t('action.tag')}</span>
        <KeyCaps caps={['K']} />
      </Button>
      <Popover className="ui-popover" offset={4} placement="top end">
        <Menu
          className="ui-options"
          aria-label={t('tags.menu')}
          onAction={(key) => {
            const tag = all?.find((known) => known.tag === key);
            const stretch = chosen();
            if (tag && stretch) start(tagStretch(corpus, stretch, tag).finally(onDone));
          }}
        >
          {(all ?? [])
            .filter(({ retired }) => !retired)
            .map((tag) => (
              <MenuItem key={tag.tag} id={tag.tag} textValue={tag.name} className="ui-option">
                <TagName tag={tag} />
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
