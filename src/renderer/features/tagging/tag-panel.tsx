/** The tags of the project beside the text: made, found, ordered, and given to what is selected. */
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { Tag } from '../../../shared/tagging.ts';
import { start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Alone, CoderChoice } from './coder-choice.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NotesDialog } from './notes-dialog.tsx';
import { tagPlace } from './span-actions.ts';
import { TagFiles } from './tag-files.tsx';
import { TagDialog, type TagDraft } from './tag-dialog.tsx';
import './tag-panel.css';
import { TagTree } from './tag-tree-view.tsx';
import type { TagTask } from './tag-tasks.ts';
import { runTask } from './tag-tasks.ts';

const t = wordsOf('tagging');

interface TagPanelProps {
  readonly corpus: CorpusId;
  readonly onClose: () => void;
  /** Shows the passages of a tag. */
  readonly onPassages: (tag: Tag) => void;
}

type Open =
  { readonly kind: 'edit'; readonly draft: TagDraft } | { readonly kind: 'merge' | 'notes'; readonly tag: Tag } | null;

/** What opened a dialog may be gone when it closes, as the offer of the first tag is: then the list has the keyboard. */
function keepFocus(panel: HTMLElement | null): void {
  // The dialog itself brings the focus back one frame after it is gone.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) panel?.querySelector<HTMLElement>('[role=treegrid]')?.focus();
    });
  });
}

export function TagPanel({ corpus, onClose, onPassages }: TagPanelProps) {
  const project = useApp(currentProject);
  const selection = useApp((state) => state.selection);
  const sticky = useApp((state) => state.sticky);
  const [filter, setFilter] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const panel = useRef<HTMLElement>(null);
  const close = () => {
    setOpen(null);
    keepFocus(panel.current);
  };
  if (!project) return <aside className="ui-column tags" aria-label={t('panel.name')} aria-busy />;
  const { tags, summary } = project;
  const task = (tag: Tag, what: TagTask) => {
    if (what === 'edit') setOpen({ kind: 'edit', draft: { kind: 'change', tag } });
    else if (what === 'below') setOpen({ kind: 'edit', draft: { kind: 'new', parent: tag.tag } });
    else if (what === 'merge' || what === 'notes') setOpen({ kind: what, tag });
    else if (what === 'passages') onPassages(tag);
    else start(runTask(corpus, tags, tag, what));
  };
  const give = (tag: Tag) => {
    if (selection?.corpus === corpus && !tag.retired) start(tagPlace(selection, tag));
    else onPassages(tag);
  };
  return (
    <aside className="ui-column tags" aria-label={t('panel.name')} ref={panel}>
      <header className="tags-head">
        <h2 className="tags-title">{t('panel.name')}</h2>
        <IconButton
          small
          label={t('panel.new')}
          icon={Plus}
          isDisabled={summary.readOnly !== ''}
          onPress={() => {
            setOpen({ kind: 'edit', draft: { kind: 'new', parent: null } });
          }}
        />
        <TagFiles
          corpus={corpus}
          isReadOnly={summary.readOnly !== ''}
          onDone={() => {
            keepFocus(panel.current);
          }}
        />
        <IconButton small label={t('panel.close')} icon={X} onPress={onClose} />
      </header>
      {summary.readOnly !== '' && (
        <p className="tags-problem" role="alert">
          {summary.readOnly}
        </p>
      )}
      <div className="tags-tools">
        <CoderChoice corpus={corpus} coders={project.coders} />
        {project.coders.alone && <Alone corpus={corpus} coders={project.coders} />}
        {tags.length > 7 && <TextInput label={t('panel.filter')} value={filter} onChange={setFilter} />}
      </div>
      {tags.length === 0 ? (
        <div className="tags-none">
          <p>{t('panel.none')}</p>
          <Button
            className="ui-button ui-button-main"
            onPress={() => {
              setOpen({ kind: 'edit', draft: { kind: 'new', parent: null } });
            }}
          >
            {t('panel.first')}
          </Button>
        </div>
      ) : (
        <TagTree corpus={corpus} tags={tags} filter={filter} sticky={sticky} onTask={task} onGive={give} />
      )}
      <p className="tags-foot">{selection ? t('panel.give') : t('panel.keys')}</p>
      {open?.kind === 'edit' && <TagDialog corpus={corpus} tags={tags} draft={open.draft} onClose={close} />}
      {open?.kind === 'merge' && <MergeDialog corpus={corpus} tags={tags} tag={open.tag} onClose={close} />}
      {open?.kind === 'notes' && (
        <NotesDialog
          corpus={corpus}
          target={{ kind: 'tag', tag: open.tag.tag }}
          about={open.tag.name}
          onClose={close}
        />
      )}
    </aside>
  );
}
