/** Subcorpora: conditions kept under a name. Applied, saved and deleted here. */
import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { asFailure, start } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Subcorpora } from './use-where.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

interface SavedConditionsProps {
  readonly corpus: CorpusId;
  readonly saved: Subcorpora;
  /** The condition in the field, empty for none. */
  readonly where: string;
  readonly canSave: boolean;
  readonly onChanged: () => void;
  readonly onApply: (where: string) => void;
}

export function SavedConditions({ corpus, saved, where, canSave, onChanged, onApply }: SavedConditionsProps) {
  return (
    <DialogTrigger>
      <IconButton small label={t('savedConditions.savedSubcorpora')} icon={Bookmark} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="where-saved" aria-label={t('savedConditions.savedSubcorpora')}>
          {({ close }) => (
            <>
              {saved.length === 0 ? (
                <p className="where-saved-none">{t('savedConditions.nothingSavedYetSaved')}</p>
              ) : (
                <ul className="where-saved-list">
                  {saved.map(({ name, where: condition, documents, problem }) => (
                    <li key={name}>
                      <Button
                        className="where-saved-name"
                        onPress={() => {
                          close();
                          onApply(`@${name}`);
                        }}
                      >
                        <bdi>{name}</bdi>
                        <span className="where-saved-note">
                          {problem === '' ? formatCount(documents, 'document') : problem}
                        </span>
                        <bdi className="where-saved-condition">{condition}</bdi>
                      </Button>
                      <IconButton
                        small
                        label={t('savedConditions.delete', { name })}
                        icon={Trash2}
                        onPress={() => {
                          start(request('subcorpora.delete', { corpus, name }).then(onChanged));
                        }}
                      />
                    </li>
                  ))}
                </ul>
              )}
              {canSave && where !== '' && <SaveForm corpus={corpus} where={where} onSaved={onChanged} />}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface SaveFormProps {
  readonly corpus: CorpusId;
  readonly where: string;
  readonly onSaved: () => void;
}

function SaveForm({ corpus, where, onSaved }: SaveFormProps) {
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <form
      className="where-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        request('subcorpora.save', { corpus, name: name.trim(), where }).then(
          () => {
            setName('');
            onSaved();
          },
          (error: unknown) => {
            setFailure(asFailure(error));
          },
        );
      }}
    >
      <TextInput
        label={t('savedConditions.saveConditionAs')}
        maxLength={60}
        value={name}
        onChange={(text) => {
          setName(text);
          setFailure(null);
        }}
        {...(failure ? { problem: failure.message } : {})}
      />
      <Button type="submit" className="ui-button" isDisabled={name.trim() === ''}>
        {t('savedConditions.save')}
      </Button>
    </form>
  );
}
