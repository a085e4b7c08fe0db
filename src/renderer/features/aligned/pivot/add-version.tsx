/** One more version of the story that is read: a document of the folder, those that belong with it first. */
import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { DocumentPair } from '../../../../shared/alignment.ts';
import type { DocumentSummary } from '../../../../shared/answers.ts';
import { mostVersions } from '../../../../shared/pivot.ts';
import { useDocuments } from '../../../app/documents.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import type { PairShown } from '../../../app/store/aligned.ts';
import { store } from '../../../app/store/store.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { wordsOf } from '../../../language/words.ts';
import { Combo } from '../../../ui/combo.tsx';
import { languageName } from '../../../ui/format.ts';
import { WithTooltip } from '../../../ui/icon-button.tsx';

const t = wordsOf('aligned');
/** A page of pairs: what belongs with one document is among the first. */
const mostPairs = 500;

export function AddVersion({ pair }: { readonly pair: PairShown }) {
  const isFull = pair.others.length + 1 >= mostVersions;
  return (
    <DialogTrigger>
      <WithTooltip label={t('pivot.add')}>
        <Button className="ui-icon-button ui-icon-button-small" aria-label={t('pivot.add')} isDisabled={isFull}>
          <Plus size={14} aria-hidden />
        </Button>
      </WithTooltip>
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="aligned-sheet pivot-add" aria-label={t('pivot.add')}>
          {({ close }) => <Choose pair={pair} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChooseProps {
  readonly pair: PairShown;
  readonly onDone: () => void;
}

function Choose({ pair, onDone }: ChooseProps) {
  const { corpus, a, b, others } = pair;
  const { documents } = useDocuments(corpus);
  const [chosen, setChosen] = useState('');
  const known = useAnswer(
    corpus,
    useCallback(
      () => request('alignment.pairs', { corpus, by: 'name', job: newJob(), from: 0, count: mostPairs }),
      [corpus],
    ),
  );
  const near = new Set((known?.answer?.pairs ?? []).flatMap((one) => besideIn(one, a)));
  const left = documents.filter(({ doc }) => doc !== a && doc !== b && !others.includes(doc));
  const ordered = [...left.filter(({ doc }) => near.has(doc)), ...left.filter(({ doc }) => !near.has(doc))];
  const add = (doc: DocumentSummary['doc']) => {
    store.getState().showPair({ ...pair, others: [...others, doc], isPivot: true, row: null });
    onDone();
  };
  return (
    <>
      <p className="aligned-sheet-says">{t('pivot.says')}</p>
      {ordered
        .filter(({ doc }) => near.has(doc))
        .slice(0, 4)
        .map((document) => (
          <Button
            key={document.doc}
            className="ui-button ui-button-quiet pivot-near"
            onPress={() => {
              add(document.doc);
            }}
          >
            <bdi lang={document.language}>{titleOf(document)}</bdi>
            <small>{languageName(document.language)}</small>
          </Button>
        ))}
      <Combo
        label={t('pivot.document')}
        options={ordered.map((document) => ({
          ...{ id: String(document.doc), name: titleOf(document), note: document.language },
        }))}
        value={chosen}
        onChange={(id) => {
          setChosen(id);
          const document = left.find(({ doc }) => String(doc) === id);
          if (document) add(document.doc);
        }}
      />
    </>
  );
}

function besideIn({ a, b, state }: DocumentPair, doc: DocumentSummary['doc']): DocumentSummary['doc'][] {
  if (state === 'rejected') return [];
  return a === doc ? [b] : b === doc ? [a] : [];
}

function titleOf({ title, path }: DocumentSummary): string {
  return title === '' ? path : title;
}
