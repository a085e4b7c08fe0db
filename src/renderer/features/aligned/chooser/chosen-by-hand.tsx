/** Two documents of the reader's own choice. */
import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentSummary } from '../../../../shared/answers.ts';
import type { CorpusId, DocId } from '../../../../shared/model.ts';
import { readTogether } from '../../../app/actions/aligned.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { wordsOf } from '../../../language/words.ts';
import { Check } from '../../../ui/check.tsx';
import { Combo } from '../../../ui/combo.tsx';

const t = wordsOf('aligned');

interface ByHandProps {
  readonly corpus: CorpusId;
  readonly documents: readonly DocumentSummary[];
  readonly first: DocId | null;
}

export function ChosenByHand({ corpus, documents, first }: ByHandProps) {
  const [a, setA] = useState<DocId | null>(first);
  const [b, setB] = useState<DocId | null>(null);
  const [known, setKnown] = useState(first);
  const [isKept, setKept] = useState(true);
  if (known !== first) {
    setKnown(first);
    setA(first);
  }
  const options = documents.map(({ doc, title, path, language }) => ({
    id: String(doc),
    name: title === '' ? path : title,
    note: language,
  }));
  const open = async () => {
    if (a === null || b === null) return;
    if (isKept) await request('alignment.settle', { corpus, pairs: [{ a, b }], state: 'accepted' });
    readTogether(a, b);
  };
  const docOf = (id: string): DocId | null => documents.find(({ doc }) => String(doc) === id)?.doc ?? null;
  return (
    <section className="pairs-hand" aria-label={t('hand.title')}>
      <Combo
        label={t('hand.first')}
        options={options}
        value={a === null ? '' : String(a)}
        onChange={(id) => {
          setA(docOf(id));
        }}
      />
      <Combo
        label={t('hand.second')}
        options={options}
        value={b === null ? '' : String(b)}
        onChange={(id) => {
          setB(docOf(id));
        }}
      />
      <Button
        className="ui-button ui-button-main"
        isDisabled={a === null || b === null || a === b}
        onPress={() => {
          start(open());
        }}
      >
        <BookOpenText size={15} aria-hidden />
        {t('hand.read')}
      </Button>
      <Check isSelected={isKept} onChange={setKept}>
        {t('hand.keep')}
      </Check>
    </section>
  );
}
