/** Dictionaries that weigh when texts are aligned and that hints go by: what there is, files to add, what to take away. */
import { BookA, BookMarked, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Dialog, DialogTrigger, FileTrigger, Popover } from 'react-aria-components';
import type { AlignmentSummary } from '../../../../shared/alignment.ts';
import type { Dictionary } from '../../../../shared/dictionaries.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import { asFailure, start } from '../../../app/actions/failures.ts';
import { changeProject } from '../../../app/actions/tagging.ts';
import { sendWhole } from '../../../app/actions/whole-files.ts';
import { request } from '../../../app/request.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { useKept } from '../../../app/use-kept.ts';
import { wordsOf } from '../../../language/words.ts';
import { languageName } from '../../../ui/format.ts';
import { GlossaryDialog } from './glossary-dialog.tsx';
import { IconButton, WithTooltip } from '../../../ui/icon-button.tsx';

const t = wordsOf('aligned');

interface MenuProps {
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  /** Aligns the whole pair anew. */
  readonly onRealign: () => void;
}

export function DictionaryMenu(props: MenuProps) {
  const [isGlossary, setGlossary] = useState(false);
  return (
    <>
      <DialogTrigger>
        <WithTooltip label={t('dictionaries.menu')}>
          <Button className="ui-icon-button ui-icon-button-small" aria-label={t('dictionaries.menu')}>
            <BookA size={14} aria-hidden />
          </Button>
        </WithTooltip>
        <Popover className="ui-popover" offset={4} placement="bottom end">
          <Dialog className="aligned-sheet" aria-label={t('dictionaries.menu')}>
            {({ close }) => (
              <>
                <Button
                  className="ui-button"
                  onPress={() => {
                    close();
                    setGlossary(true);
                  }}
                >
                  <BookMarked size={14} aria-hidden />
                  {t('glossary.open')}
                </Button>
                <List {...props} />
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isGlossary && (
        <GlossaryDialog
          {...props}
          onClose={() => {
            setGlossary(false);
          }}
        />
      )}
    </>
  );
}

function List({ corpus, summary }: Omit<MenuProps, 'onRealign'>) {
  const revision = useApp((state) => state.revision);
  const ask = useCallback(() => request('dictionaries.list', { corpus }), [corpus]);
  const answered = useKept(corpus, `${corpus} ${revision}`, ask);
  const dictionaries = answered?.answer?.dictionaries ?? [];
  return (
    <>
      <p className="aligned-sheet-says">{t('dictionaries.says')}</p>
      {answered && dictionaries.length === 0 && <p className="aligned-sheet-says">{t('dictionaries.none')}</p>}
      <ul className="aligned-dictionaries">
        {dictionaries.map((dictionary) => (
          <li key={dictionary.dictionary}>
            <span>
              <bdi>{dictionary.name}</bdi>
              <small>{factsOf(dictionary)}</small>
            </span>
            <IconButton
              label={t('dictionaries.remove', { name: dictionary.name })}
              icon={X}
              small
              onPress={() => {
                const asked = { corpus, dictionary: dictionary.dictionary };
                start(changeProject(corpus, request('dictionaries.delete', asked)).then(() => undefined));
              }}
            />
          </li>
        ))}
      </ul>
      <FileTrigger
        onSelect={(files) => {
          const file = files?.[0];
          if (file) start(take(corpus, summary, file));
        }}
      >
        <Button className="ui-button">{t('dictionaries.import')}</Button>
      </FileTrigger>
    </>
  );
}

function factsOf({ entries, languages: [from, to] }: Pick<Dictionary, 'entries' | 'languages'>): string {
  return t('dictionaries.facts', { count: entries, from: languageName(from), to: languageName(to) });
}

/** The languages of the pair, where neither the file nor its words say them. */
async function take(corpus: CorpusId, { documents: [a, b] }: AlignmentSummary, file: File): Promise<void> {
  const primary = (language: string) => language.split('-')[0] ?? language;
  const languages: [string, string] = [primary(a.document.language), primary(b.document.language)];
  const send = (said: { languages?: [string, string] }) =>
    changeProject(
      corpus,
      sendWhole(file, (piece) => request('dictionaries.take', { corpus, ...said, ...piece })),
    );
  const answer = await send({}).catch((error: unknown) => {
    if (asFailure(error).code !== 'bad-request') throw error;
    return send({ languages });
  });
  const { taken } = answer;
  if (taken) store.getState().remark(t('dictionaries.taken', { name: taken.name, facts: factsOf(taken) }));
}
