/** The tree of tags: arrows walk it, Alt and arrows move a tag, F2 changes it, and a row can be dragged. */
import { ChevronRight, EllipsisVertical, GripVertical, Pin } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import {
  Button,
  Collection,
  type Key,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { Tag, TagId } from '../../../shared/tagging.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { TagName } from '../../ui/tag-chip.tsx';
import { runTask, type TagTask, tagTasks } from './tag-tasks.ts';
import { dropOf, type TagMove, type TagNode, tagTree } from './tag-tree.ts';

const t = wordsOf('tagging');

interface TagTreeProps {
  readonly corpus: CorpusId;
  readonly tags: readonly Tag[];
  /** Letters that a name, or the name of a tag below it, must hold. */
  readonly filter: string;
  readonly sticky: TagId | null;
  readonly onTask: (tag: Tag, task: TagTask) => void;
  /** Enter on a row, or a press. */
  readonly onGive: (tag: Tag) => void;
}

function holding(nodes: readonly TagNode[], filter: string): readonly TagNode[] {
  if (filter.trim() === '') return nodes;
  const letters = filter.trim().toLowerCase();
  return nodes.flatMap((node) => {
    const children = holding(node.children, filter);
    return children.length > 0 || node.tag.name.toLowerCase().includes(letters) ? [{ ...node, children }] : [];
  });
}

export function TagTree({ corpus, tags, filter, sticky, onTask, onGive }: TagTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const dragging = useDragging(corpus, tags);
  const roots = holding(tagTree(tags), filter);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target : null;
    // Only the row itself: a menu button in it has keys of its own.
    const tag = row?.role === 'row' ? tags.find((known) => known.tag === row.dataset.key) : undefined;
    const task = tag && taskOf(event.key, event.altKey, document.dir === 'rtl');
    if (!task) return;
    event.preventDefault();
    event.stopPropagation();
    if (task === 'edit' || task === 'delete') onTask(tag, task);
    else start(runTask(corpus, tags, tag, task));
  };
  return (
    <div className="tags-list" data-pane-start onKeyDownCapture={onKeyDown}>
      <Tree
        className="tags-tree"
        aria-label={t('panel.tree')}
        items={roots.map(asItem)}
        dependencies={[tags, sticky, filter]}
        selectionMode="none"
        expandedKeys={tags.map(({ tag }) => tag).filter((tag) => !closed.has(tag))}
        onExpandedChange={(keys) => {
          setClosed(new Set(tags.map(({ tag }) => tag).filter((tag) => !keys.has(tag))));
        }}
        onAction={(key) => {
          const tag = tags.find((known) => known.tag === key);
          if (tag) onGive(tag);
        }}
        dragAndDropHooks={dragging}
      >
        {(node) => <TagRow node={node} sticky={sticky} onTask={onTask} />}
      </Tree>
    </div>
  );
}

const asItem = (node: TagNode) => ({ ...node, id: node.tag.tag });

function taskOf(key: string, alt: boolean, isRtl: boolean): TagMove | 'edit' | 'delete' | undefined {
  if (!alt) return key === 'F2' ? 'edit' : key === 'Delete' ? 'delete' : undefined;
  const moves: Readonly<Record<string, TagMove>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    [isRtl ? 'ArrowLeft' : 'ArrowRight']: 'in',
    [isRtl ? 'ArrowRight' : 'ArrowLeft']: 'out',
  };
  return moves[key];
}

function useDragging(corpus: CorpusId, tags: readonly Tag[]) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': tags.find(({ tag }) => tag === key)?.name ?? '' })),
    onMove: ({ keys, target }) => {
      const [moved] = keys;
      const tag = tags.find((known) => known.tag === moved);
      const onto = tags.find((known) => known.tag === target.key);
      if (!tag || !onto) return;
      const place = dropOf(tags, tag.tag, onto.tag, target.dropPosition);
      if (place) start(changeProject(corpus, request('tags.change', { corpus, tag: tag.tag, ...place })));
    },
  });
  return dragAndDropHooks;
}

interface TagRowProps {
  readonly node: TagNode;
  readonly sticky: TagId | null;
  readonly onTask: (tag: Tag, task: TagTask) => void;
}

function TagRow({ node: { tag, children }, sticky, onTask }: TagRowProps) {
  return (
    <TreeItem id={tag.tag} textValue={tag.name} className="tags-row" data-tag={tag.name}>
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="tags-row-line" style={{ paddingInlineStart: `${(level - 1) * 16}px` }}>
            <Button slot="drag" className="tags-row-drag" aria-label={t('panel.drag', { tag: tag.name })}>
              <GripVertical size={12} aria-hidden />
            </Button>
            {hasChildItems ? (
              <Button slot="chevron" className="tags-row-open" aria-label={t('panel.open', { tag: tag.name })}>
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="tags-row-open" aria-hidden />
            )}
            <span className="tags-row-name" title={tag.description === '' ? undefined : tag.description}>
              <TagName tag={tag} />
            </span>
            {sticky === tag.tag && <Pin size={12} aria-label={t('panel.sticky')} />}
            {tag.shortcut !== null && <kbd className="tag-chip-key">{tag.shortcut}</kbd>}
            <span
              className="tags-row-count ui-number"
              title={t('panel.counts', { own: formatNumber(tag.spans), below: formatNumber(tag.spansBelow) })}
            >
              {formatNumber(hasChildItems ? tag.spansBelow : tag.spans)}
            </span>
            <TaskMenu tag={tag} isSticky={sticky === tag.tag} onTask={onTask} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={children.map(asItem)} dependencies={[sticky]}>
        {(child) => <TagRow node={child} sticky={sticky} onTask={onTask} />}
      </Collection>
    </TreeItem>
  );
}

interface TaskMenuProps {
  readonly tag: Tag;
  readonly isSticky: boolean;
  readonly onTask: (tag: Tag, task: TagTask) => void;
}

function TaskMenu({ tag, isSticky, onTask }: TaskMenuProps) {
  const nameOf = (task: TagTask) => {
    if (task === 'stick' && isSticky) return t('task.unstick');
    return task === 'retire' && tag.retired ? t('task.revive') : t(`task.${task}`);
  };
  return (
    <MenuTrigger>
      <Button className="ui-icon-button ui-icon-button-small" aria-label={t('panel.menu', { tag: tag.name })}>
        <EllipsisVertical size={14} aria-hidden />
      </Button>
      <Popover className="ui-popover" placement="bottom end">
        <Menu
          className="ui-options"
          onAction={(key) => {
            const task = tagTasks.find((known) => known === key);
            if (task) onTask(tag, task);
          }}
        >
          {tagTasks.map((task) => (
            <MenuItem key={task} id={task} className="ui-option tags-option">
              {nameOf(task)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
