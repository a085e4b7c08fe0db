/** Which two documents to read: proposals to accept, pairs that were accepted, or one of the reader's own choice. */
import { useCallback, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { type DocumentPair, pairingWays } from '../../../../shared/alignment.ts';
import type { DocumentSummary } from '../../../../shared/answers.ts';
import type { CorpusId, DocId } from '../../../../shared/model.ts';
import { readTogether } from '../../../app/actions/aligned.ts';
import { start } from '../../../app/actions/failures.ts';
import { useDocuments } from '../../../app/documents.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { TextInput } from '../../../ui/text-input.tsx';
import './pair-chooser.css';
import { ChosenByHand } from './chosen-by-hand.tsx';
import { OtherFolder } from './other-folder.tsx';
import { PairRow } from './pair-row.tsx';

const t = wordsOf('aligned');
/** A page of proposals; more are found by narrowing the folder or by the names of documents. */
const mostPairs = 500;

export function PairChooser({ corpus }: { readonly corpus: CorpusId }) {
  const { documents } = useDocuments(corpus);
  const readWith = useApp((state) => state.readWith);
  const [by, setBy] = useState<(typeof pairingWays)[number]>('name');
  const [field, setField] = useState('subject');
  const [edition, setEdition] = useState(0);
  const ask = useCallback(
    () =>
      request('alignment.pairs', {
        ...{ corpus, by, job: newJob(), from: 0, count: mostPairs },
        ...(by === 'field' && field.trim() !== '' ? { field: field.trim() } : {}),
      }),
    [corpus, by, field],
  );
  const answered = useAnswer(`${corpus} ${by} ${field} ${edition}`, ask);
  const byNumber = useMemo(() => new Map(documents.map((document) => [document.doc, document])), [documents]);
  const settle = async (pairs: readonly DocumentPair[], state: DocumentPair['state']) => {
    const chosen = pairs.map(({ a, b }) => ({ a, b }));
    await request('alignment.settle', { corpus, pairs: chosen, state });
    setEdition(edition + 1);
    store.getState().say(t(`pairs.said.${state}`, { count: chosen.length }));
  };
  const all = answered?.answer?.pairs ?? [];
  const shown = readWith === null ? all : all.filter(({ a, b }) => a === readWith || b === readWith);
  const proposed = shown.filter(({ state }) => state === 'proposed');
  return (
    <div className="pairs">
      <header className="pairs-head">
        <h2>{readWith === null ? t('pairs.title') : t('pairs.with', { title: titleOf(byNumber.get(readWith)) })}</h2>
        <p>{t('pairs.says')}</p>
      </header>
      <ChosenByHand corpus={corpus} documents={documents} first={readWith} />
      <section className="pairs-found" aria-label={t('pairs.found')}>
        <div className="pairs-tools">
          <Choice
            label={t('pairs.by')}
            options={pairingWays.map((id) => ({ id, name: t(`pairs.way.${id}`) }))}
            value={by}
            onChange={setBy}
          />
          {by === 'field' && <TextInput label={t('pairs.field')} value={field} onChange={setField} />}
          <span className="aligned-gap" />
          <OtherFolder corpus={corpus} />
          {proposed.length > 1 && (
            <Button
              className="ui-button"
              onPress={() => {
                start(settle(proposed, 'accepted'));
              }}
            >
              {t('pairs.acceptAll', { count: proposed.length })}
            </Button>
          )}
        </div>
        <p className="pairs-count" role="status">
          {answered === null
            ? t('pairs.looking')
            : (answered.failure?.message ??
              t('pairs.count', { count: shown.length, accepted: formatNumber(answered.answer?.accepted ?? 0) }))}
        </p>
        <ul className="pairs-list">
          {shown.map((pair) => (
            <PairRow
              key={`${pair.a} ${pair.b}`}
              pair={pair}
              documents={[byNumber.get(pair.a), byNumber.get(pair.b)]}
              onRead={() => {
                readTogether(...inOrder(pair, readWith));
              }}
              onSettle={(state) => {
                start(settle([pair], state));
              }}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The document that a counterpart was looked for stands first. */
function inOrder({ a, b }: DocumentPair, first: DocId | null): [DocId, DocId] {
  return first === b ? [b, a] : [a, b];
}

function titleOf(document: DocumentSummary | undefined): string {
  return document ? (document.title === '' ? document.path : document.title) : '';
}
