/** Where all words of the query stand together: in one sentence or paragraph, in a tagged passage, in some documents. */
import { Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { MetadataField } from '../../../../shared/answers.ts';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Combo } from '../../../ui/combo.tsx';
import { formatCount } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { DocumentTest, Inside } from './blocks.ts';
import { valueHows } from './blocks.ts';

const t = wordsOf('builder');

interface InsideRowProps {
  readonly inside: Inside;
  readonly tags: readonly string[];
  readonly fields: readonly MetadataField[];
  readonly onChange: (inside: Inside) => void;
}

const units = ['document', 'sentence', 'paragraph'] as const;

export function InsideRow({ inside, tags, fields, onChange }: InsideRowProps) {
  const { documents, tag } = inside;
  const known = tag === '' || tags.includes(tag) ? tags : [tag, ...tags];
  const firstField = fields.find(({ field }) => field === 'language') ?? fields[0];
  return (
    <div className="builder-inside" role="group" aria-label={t('inside')}>
      <Choice
        label={t('inside')}
        options={units.map((id) => ({ id, name: t(`unit.${id}`) }))}
        value={inside.unit}
        onChange={(unit) => {
          onChange({ ...inside, unit });
        }}
      />
      {known.length > 0 && (
        <Choice
          label={t('tag.label')}
          options={[{ id: '', name: t('tag.none') }, ...known.map((id) => ({ id, name: id }))]}
          value={tag}
          onChange={(name) => {
            onChange({ ...inside, tag: name });
          }}
        />
      )}
      {documents.map((test, place) => (
        <DocumentRow
          key={place}
          test={test}
          fields={fields}
          onChange={(changed) => {
            onChange({ ...inside, documents: documents.with(place, changed) });
          }}
          onRemove={() => {
            onChange({ ...inside, documents: documents.toSpliced(place, 1) });
          }}
        />
      ))}
      {firstField && (
        <Button
          className="ui-button builder-add"
          onPress={() => {
            const test: DocumentTest = { field: firstField.field, not: false, how: 'is', value: '' };
            onChange({ ...inside, documents: [...documents, test] });
          }}
        >
          <Plus size={13} aria-hidden /> {t('addCondition')}
        </Button>
      )}
    </div>
  );
}

interface DocumentRowProps {
  readonly test: DocumentTest;
  readonly fields: readonly MetadataField[];
  readonly onChange: (test: DocumentTest) => void;
  readonly onRemove: () => void;
}

const comparisons = [
  ...valueHows,
  ...(['is-not', 'begins-not', 'ends-not', 'contains-not'] as const),
] as const satisfies readonly (DocumentTest['how'] | `${DocumentTest['how']}-not`)[];

function DocumentRow({ test, fields, onChange, onRemove }: DocumentRowProps) {
  const { field, how, not, value } = test;
  const names = fields.map(({ field: id, documents }) => ({ id, name: id, note: formatCount(documents, 'document') }));
  const known = names.some(({ id }) => id === field) ? names : [{ id: field, name: field }, ...names];
  const values = fields.find((one) => one.field === field)?.values ?? [];
  return (
    <div className="builder-document" role="group" aria-label={t('documents')}>
      <Choice
        label={t('documents')}
        options={known}
        value={field}
        onChange={(name) => {
          onChange({ ...test, field: name, value: '' });
        }}
      />
      <Choice
        label={t('compare.label')}
        options={comparisons.map((id) => ({ id, name: t(`compare.${id}`) }))}
        value={not ? `${how}-not` : how}
        onChange={(id) => {
          const chosen = valueHows.find((one) => id === one || id === `${one}-not`) ?? 'is';
          onChange({ ...test, how: chosen, not: id !== chosen });
        }}
      />
      {how === 'is' && values.length > 0 && (value === '' || values.some((one) => one.value === value)) ? (
        <Combo
          key={field}
          label={t('value')}
          options={values.map(({ value: id, documents }) => ({
            id,
            name: id,
            note: formatCount(documents, 'document'),
          }))}
          value={value}
          onChange={(chosen) => {
            onChange({ ...test, value: chosen });
          }}
        />
      ) : (
        <TextInput
          label={t('value')}
          value={value}
          onChange={(text) => {
            onChange({ ...test, value: text });
          }}
        />
      )}
      <IconButton small label={t('removeCondition', { field })} icon={X} onPress={onRemove} />
    </div>
  );
}
