/** What is asked: words here, and words that the other side has, or has not. */
import { Search } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ParallelQuestion } from '../../../../shared/parallel.ts';
import { type Query, queryModes } from '../../../../shared/terms.ts';
import { store } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { languageName } from '../../../ui/format.ts';
import { TextInput } from '../../../ui/text-input.tsx';

const t = wordsOf('aligned');

interface QuestionFormProps {
  readonly languages: readonly { readonly a: string; readonly b: string; readonly pairs: number }[];
  readonly question: ParallelQuestion | null;
}

type There = 'any' | 'with' | 'without';

export function QuestionForm({ languages, question }: QuestionFormProps) {
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
    store.getState().askParallel({
      ...{ here, there: other, find: query(find.trim()), without: has && there === 'without' },
      ...(has ? { and: query(and.trim()) } : {}),
    });
  };
  return (
    <form className="parallel-form" onSubmit={submit}>
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
