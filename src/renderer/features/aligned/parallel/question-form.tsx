/** What is asked: words here, and words that the other side has, or has not. */
import { Search } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { pairingWays } from '../../../../shared/alignment.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { PairScope, ParallelQuestion } from '../../../../shared/parallel.ts';
import { type Query, queryModes } from '../../../../shared/terms.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { languageName } from '../../../ui/format.ts';
import { TextInput } from '../../../ui/text-input.tsx';

const t = wordsOf('aligned');

interface QuestionFormProps {
  readonly corpus: CorpusId;
  readonly languages: readonly { readonly a: string; readonly b: string; readonly pairs: number }[];
  readonly question: ParallelQuestion | null;
  /** Which pairs are searched. */
  readonly scope: PairScope;
  readonly onScope: (scope: PairScope) => void;
}

type There = 'any' | 'with' | 'without';

type ScopeName = 'accepted' | 'pair' | (typeof pairingWays)[number];

/** What the choice of pairs calls a scope. */
function nameOfScope(scope: PairScope): ScopeName {
  return scope.of === 'found' ? scope.by : scope.of;
}

export function QuestionForm({ corpus, languages, question, scope, onScope }: QuestionFormProps) {
  const pair = useApp((state) => (state.pair?.corpus === corpus ? state.pair : null));
  const both = languages.flatMap(({ a, b }) => (a === b ? [[a, b] as const] : [[a, b] as const, [b, a] as const]));
  const asked = question ? `${question.here} ${question.there}` : undefined;
  const [chosen, setChosen] = useState(asked);
  const [find, setFind] = useState(question?.find.text ?? '');
  const [and, setAnd] = useState(question?.and?.text ?? '');
  const [there, setThere] = useState<There>(!question?.and ? 'any' : question.without ? 'without' : 'with');
  const [mode, setMode] = useState<Query['mode']>(question?.find.mode ?? 'simple');
  const options = [...new Set([...both.map(([here, other]) => `${here} ${other}`), ...(asked ? [asked] : [])])];
  const direction = chosen ?? options[0];
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const [here, other] = direction?.split(' ') ?? [];
    if (here === undefined || other === undefined || find.trim() === '') return;
    const query = (text: string): Query => ({ text, mode, case: false, marks: false });
    const has = there !== 'any' && and.trim() !== '';
    const pairs = scope.of === 'accepted' ? {} : { pairs: scope };
    store.getState().askParallel({
      ...{ here, there: other, find: query(find.trim()), without: has && there === 'without' },
      ...(has ? { and: query(and.trim()) } : {}),
      ...pairs,
    });
  };
  const hasPair = pair !== null || scope.of === 'pair';
  const scopes: readonly ScopeName[] = ['accepted', ...(hasPair ? (['pair'] as const) : []), ...pairingWays];
  const choose = (name: ScopeName) => {
    if (name === 'accepted') onScope({ of: 'accepted' });
    else if (name !== 'pair') onScope({ of: 'found', by: name, ...(name === 'field' ? { field: 'subject' } : {}) });
    else if (pair) onScope({ of: 'pair', a: pair.a, b: pair.b });
  };
  return (
    <form className="parallel-form" onSubmit={submit}>
      <Choice
        label={t('form.pairs')}
        options={scopes.map((id) => ({ id, name: t(`form.scope.${id}`) }))}
        value={nameOfScope(scope)}
        onChange={choose}
      />
      <Choice
        label={t('form.languages')}
        options={options.map((id) => ({ id, name: id.split(' ').map(languageName).join(' → ') }))}
        value={direction ?? ''}
        onChange={setChosen}
        isDisabled={options.length === 0}
      />
      <TextInput label={t('form.find')} value={find} onChange={setFind} maxLength={1_000} autoFocus />
      <Choice
        label={t('form.there')}
        options={(['any', 'with', 'without'] as const).map((id) => ({ id, name: t(`form.has.${id}`) }))}
        value={there}
        onChange={setThere}
      />
      {there !== 'any' && <TextInput label={t('form.and')} value={and} onChange={setAnd} maxLength={1_000} />}
      <Choice
        label={t('form.mode')}
        options={queryModes.map((id) => ({ id, name: t(`form.modes.${id}`) }))}
        value={mode}
        onChange={setMode}
      />
      <Button type="submit" className="ui-button ui-button-main" isDisabled={direction === undefined}>
        <Search size={14} aria-hidden />
        {t('form.ask')}
      </Button>
    </form>
  );
}
