/** A query inside a form: its text, and in which language it is read. */
import { type Query, queryModes } from '../../../shared/terms.ts';
import { modeNames } from '../../app/query-modes.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface QueryFieldsProps {
  readonly label: string;
  readonly query: Query;
  readonly onChange: (query: Query) => void;
  readonly problem: string | undefined;
}

const modes = () => queryModes.map((id) => ({ id, name: modeNames[id].name }));

export function QueryFields({ label, query, onChange, problem }: QueryFieldsProps) {
  return (
    <>
      <div className="concordance-step-asked">
        <TextInput
          label={label}
          autoFocus
          isMono={query.mode !== 'simple'}
          maxLength={10_000}
          value={query.text}
          onChange={(text) => {
            onChange({ ...query, text });
          }}
          {...(query.mode === 'simple' ? {} : { hint: modeNames[query.mode].hint })}
          {...(problem === undefined ? {} : { problem })}
        />
        <Choice
          label={t('queryFields.readAs')}
          options={modes()}
          value={query.mode}
          onChange={(mode) => {
            onChange({ ...query, mode });
          }}
        />
      </div>
      {query.mode === 'simple' && (
        <Check
          isSelected={query.stems ?? false}
          onChange={(stems) => {
            onChange({ ...query, stems });
          }}
        >
          {t('queryFields.alsoOtherFormsBy')}
        </Check>
      )}
    </>
  );
}
