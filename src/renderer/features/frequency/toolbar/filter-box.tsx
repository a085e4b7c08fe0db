/** Keeps the rows whose word holds what is typed, a moment after it was typed. */
import { ListFilter, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import type { TableKind, TableView } from '../../../../shared/tables.ts';
import { store } from '../../../app/store/store.ts';
import { textOf, withText } from './filtered-view.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

/** Milliseconds between the last letter and the question. */
const rest = 150;

export function FilterBox({ kind, view }: { readonly kind: TableKind; readonly view: TableView }) {
  const asked = textOf(view);
  const [typed, setTyped] = useState(asked);
  const [known, setKnown] = useState(asked);
  // Cleared from elsewhere: the field follows.
  if (known !== asked) {
    setKnown(asked);
    if (typed.trim() !== asked) setTyped(asked);
  }
  useEffect(() => {
    const text = typed.trim();
    if (text === asked) return undefined;
    const timer = setTimeout(() => {
      const { views, setView } = store.getState();
      setView(kind, withText(views[kind] ?? {}, text));
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  }, [kind, typed, asked]);
  return (
    <SearchField className="frequency-filter" aria-label={t('table.filter')} value={typed} onChange={setTyped}>
      <ListFilter size={13} aria-hidden />
      <Input
        dir="auto"
        placeholder={t('table.filterPlaceholder')}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
      />
      {typed !== '' && (
        <Button className="frequency-term-gone" aria-label={t('noRows.clearFilter')}>
          <X size={11} aria-hidden />
        </Button>
      )}
    </SearchField>
  );
}
