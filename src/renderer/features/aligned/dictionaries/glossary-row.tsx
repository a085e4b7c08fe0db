/** One term of the glossary; while it is put right, its words stand in fields. */
import { Check, Pencil, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { GlossaryTerm } from '../../../../shared/dictionaries.ts';
import { start } from '../../../app/actions/failures.ts';
import { wordsOf } from '../../../language/words.ts';
import { languageName } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';

const t = wordsOf('aligned');

interface RowProps {
  readonly term: GlossaryTerm;
  readonly onSave: (words: [string, string]) => Promise<unknown>;
  readonly onRemove: () => void;
}

export function GlossaryRow({ term, onSave, onRemove }: RowProps) {
  const [draft, setDraft] = useState<readonly [string, string] | null>(null);
  const { words, languages } = term;
  const [a, b] = words;
  const keep = () => {
    if (!draft || draft.some((word) => word.trim() === '')) return;
    const kept = onSave([draft[0], draft[1]]).then(() => {
      setDraft(null);
    });
    start(kept);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') setDraft(null);
    else return;
    // The dialog stays open.
    event.preventDefault();
    event.stopPropagation();
  };
  if (!draft)
    return (
      <tr>
        {words.map((word, side) => (
          <td key={side} lang={languages[side]} dir="auto">
            {word}
          </td>
        ))}
        <td className="glossary-do">
          <IconButton
            label={t('glossary.edit', { a, b })}
            icon={Pencil}
            small
            onPress={() => {
              setDraft(words);
            }}
          />
          <IconButton label={t('glossary.remove', { a, b })} icon={Trash2} small onPress={onRemove} />
        </td>
      </tr>
    );
  return (
    <tr>
      {([0, 1] as const).map((side) => (
        <td key={side}>
          <TextField
            aria-label={t('glossary.in', { language: languageName(languages[side]) })}
            value={draft[side]}
            maxLength={500}
            autoFocus={side === 0}
            onKeyDown={onKeyDown}
            onChange={(word) => {
              setDraft(side === 0 ? [word, draft[1]] : [draft[0], word]);
            }}
          >
            <Input className="ui-input" dir="auto" lang={languages[side]} />
          </TextField>
        </td>
      ))}
      <td className="glossary-do">
        <IconButton label={t('glossary.keep')} icon={Check} small onPress={keep} />
        <IconButton
          label={t('glossary.leave')}
          icon={X}
          small
          onPress={() => {
            setDraft(null);
          }}
        />
      </td>
    </tr>
  );
}
