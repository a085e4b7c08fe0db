/** A tag made or changed: its name, colour, key, place and what it is for. */
import { useState } from 'react';
import { Button, Label, RadioButton, RadioField, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { type ProjectChange, type Tag, type TagId, tagShortcut } from '../../../shared/tagging.ts';
import { report } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { colourClass } from '../../ui/monaco/tag-colour.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { below, flatTree, nextColour, palette, tagPath, tagTree } from './tag-tree.ts';

const t = wordsOf('tagging');

export type TagDraft =
  { readonly kind: 'new'; readonly parent: TagId | null } | { readonly kind: 'change'; readonly tag: Tag };

interface TagDialogProps {
  readonly corpus: CorpusId;
  readonly tags: readonly Tag[];
  readonly draft: TagDraft;
  readonly onClose: () => void;
}

const top = 'top';

function fieldsOf(draft: TagDraft, tags: readonly Tag[]) {
  if (draft.kind === 'change') return draft.tag;
  return { name: '', colour: nextColour(tags), shortcut: null, description: '', parent: draft.parent };
}

export function TagDialog({ corpus, tags, draft, onClose }: TagDialogProps) {
  const [{ name, colour, shortcut, description, parent }, setFields] = useState(() => {
    const { name, colour, shortcut, description, parent } = fieldsOf(draft, tags);
    return { name, colour, shortcut: shortcut ?? '', description, parent };
  });
  const [problem, setProblem] = useState<string | null>(null);
  const set = (
    change: Partial<{ name: string; colour: string; shortcut: string; description: string; parent: TagId | null }>,
  ) => {
    setFields((before) => ({ ...before, ...change }));
    setProblem(null);
  };
  const own = draft.kind === 'change' ? draft.tag.tag : null;
  const taken = shortcut === '' ? undefined : tags.find((tag) => tag.tag !== own && tag.shortcut === shortcut);
  const shortcutProblem =
    shortcut !== '' && !tagShortcut.safeParse(shortcut).success
      ? t('form.shortcutOdd')
      : taken && t('form.shortcutTaken', { tag: taken.name });
  const save = async () => {
    const fields = { name: name.trim(), colour, shortcut: shortcut === '' ? null : shortcut, description };
    // A place that stays the same is not said: the tag would go to the end of its siblings.
    const place = draft.kind === 'change' && draft.tag.parent === parent ? {} : { parent };
    try {
      await changeProject<ProjectChange>(
        corpus,
        draft.kind === 'new'
          ? request('tags.create', { corpus, ...fields, ...place })
          : request('tags.change', { corpus, tag: draft.tag.tag, ...fields, ...place }),
      );
      onClose();
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      setProblem(error.failure.message);
    }
  };
  return (
    <PaperDialog
      title={draft.kind === 'new' ? t('form.new') : t('form.change', { tag: draft.tag.name })}
      onClose={onClose}
    >
      <form
        className="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(report);
        }}
      >
        <div className="tag-form-row">
          <TextInput
            label={t('form.name')}
            value={name}
            onChange={(value) => {
              set({ name: value });
            }}
            autoFocus
            {...(problem === null ? {} : { problem })}
          />
          <TextInput
            label={t('form.shortcut')}
            value={shortcut}
            maxLength={2}
            onChange={(value) => {
              set({ shortcut: value.trim() });
            }}
            {...(shortcutProblem === undefined ? {} : { problem: shortcutProblem })}
          />
        </div>
        <ColourChoice
          colour={colour}
          onChange={(value) => {
            set({ colour: value });
          }}
        />
        <ParentChoice
          tags={tags}
          own={own}
          parent={parent}
          onChange={(value) => {
            set({ parent: value });
          }}
        />
        <TextField
          className="ui-field"
          value={description}
          maxLength={10_000}
          onChange={(value) => {
            set({ description: value });
          }}
        >
          <Label className="ui-field-label">{t('form.description')}</Label>
          <TextArea className="ui-input notes-text" dir="auto" rows={3} />
        </TextField>
        <div className="tag-form-foot">
          <Button
            type="submit"
            className="ui-button ui-button-main"
            isDisabled={name.trim() === '' || shortcutProblem !== undefined}
          >
            {draft.kind === 'new' ? t('form.make') : t('form.save')}
          </Button>
        </div>
      </form>
    </PaperDialog>
  );
}

function ColourChoice({ colour, onChange }: { readonly colour: string; readonly onChange: (colour: string) => void }) {
  return (
    <div className="tag-form-row">
      <RadioGroup className="ui-field" value={colour} onChange={onChange} orientation="horizontal">
        <Label className="ui-field-label">{t('form.colour')}</Label>
        <div className="tag-swatches">
          {palette.map((known, at) => (
            <RadioField key={known} value={known} aria-label={t('form.colourOf', { at: at + 1 })}>
              <RadioButton className={`tag-swatch ${colourClass(known)}`} />
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <label className="ui-field">
        <span className="ui-field-label">{t('form.ownColour')}</span>
        <input
          type="color"
          className="tag-own-colour"
          value={colour}
          onChange={(event) => {
            onChange(event.target.value.toLowerCase());
          }}
        />
      </label>
    </div>
  );
}

interface ParentChoiceProps {
  readonly tags: readonly Tag[];
  readonly own: TagId | null;
  readonly parent: TagId | null;
  readonly onChange: (parent: TagId | null) => void;
}

/** Every tag but the one itself and those below it. */
function ParentChoice({ tags, own, parent, onChange }: ParentChoiceProps) {
  const barred = own === null ? new Set<TagId>() : new Set([own, ...below(tags, own)]);
  const offered = flatTree(tagTree(tags)).filter(({ tag }) => !barred.has(tag.tag));
  if (offered.length === 0) return null;
  return (
    <Choice
      label={t('form.parent')}
      value={parent ?? top}
      options={[
        { id: top, name: t('form.top') },
        ...offered.map(({ tag }) => ({ id: tag.tag, name: tagPath(tags, tag.tag) })),
      ]}
      onChange={(id) => {
        onChange(offered.find(({ tag }) => tag.tag === id)?.tag.tag ?? null);
      }}
    />
  );
}
