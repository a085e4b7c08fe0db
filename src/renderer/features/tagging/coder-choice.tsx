/** Who tags from now on: several may share one machine. */
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject, chooseCoder } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import type { Coders } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import './coder-choice.css';

const t = wordsOf('tagging');

export function CoderChoice({ corpus, coders }: { readonly corpus: CorpusId; readonly coders: Coders }) {
  const [isNew, setNew] = useState(false);
  return (
    <div className="coder-choice">
      <Choice
        label={t('coder.label')}
        value={coders.coder}
        options={coders.coders.map(({ coder, name }) => ({ id: coder, name }))}
        onChange={(coder) => {
          start(chooseCoder(corpus, coder));
        }}
      />
      <IconButton
        small
        label={t('coder.new')}
        icon={UserPlus}
        onPress={() => {
          setNew(true);
        }}
      />
      {isNew && (
        <NewCoder
          corpus={corpus}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </div>
  );
}

function NewCoder({ corpus, onClose }: { readonly corpus: CorpusId; readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const save = async () => {
    const { coder } = await changeProject(corpus, request('coders.save', { corpus, name: name.trim() }));
    await chooseCoder(corpus, coder);
    onClose();
  };
  return (
    <PaperDialog title={t('coder.new')} onClose={onClose}>
      <form
        className="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          start(save());
        }}
      >
        <TextInput label={t('coder.name')} value={name} onChange={setName} autoFocus />
        <p>{t('coder.says')}</p>
        <div className="tag-form-foot">
          <Button type="submit" className="ui-button ui-button-main" isDisabled={name.trim() === ''}>
            {t('coder.save')}
          </Button>
        </div>
      </form>
    </PaperDialog>
  );
}

/** Says that nothing of the others is shown, and ends that. */
export function Alone({ corpus, coders }: { readonly corpus: CorpusId; readonly coders: Coders }) {
  return (
    <p className="coder-alone">
      {t('second.alone')}{' '}
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          start(chooseCoder(corpus, coders.coder, false));
        }}
      >
        {t('second.end')}
      </Button>
    </p>
  );
}
