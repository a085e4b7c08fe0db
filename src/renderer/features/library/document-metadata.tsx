/** What is said of a document beside its text: each field with what said it, to copy and to search with. */
import { Copy, Filter } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentSummary } from '../../../shared/answers.ts';
import type { MetadataSource } from '../../../shared/document-card.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { quoted } from '../../../shared/written.ts';
import { setWhere } from '../../app/actions/ask.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { asTsv } from '../../ui/copy-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';

const t = wordsOf('library');

interface DocumentMetadataProps {
  readonly corpus: CorpusId;
  readonly document: DocumentSummary;
  readonly onClose: () => void;
}

interface Field {
  readonly field: string;
  readonly value: string;
  /** Null while it is asked. */
  readonly source: MetadataSource | null;
}

export function DocumentMetadata({ corpus, document, onClose }: DocumentMetadataProps) {
  const { doc, path, title, format, language, encoding, metadata } = document;
  const ask = useCallback(() => request('document.metadata', { corpus, doc }), [corpus, doc]);
  const answered = useAnswer(`${corpus} ${doc} ${JSON.stringify(metadata)}`, ask);
  const fields: readonly Field[] =
    answered?.answer?.fields ?? Object.entries(metadata).map(([field, value]) => ({ field, value, source: null }));
  const facts = Object.entries({ path, title, format, language, encoding });
  return (
    <section aria-labelledby="card-metadata" className="card-section">
      <h3 id="card-metadata" className="ui-label">
        {t('documentCard.metadata')}
      </h3>
      {fields.length === 0 && <p className="card-mixed">{t('documentCard.noMetadata')}</p>}
      <dl className="card-facts card-fields">
        {fields.map((field) => (
          <FieldRow key={field.field} field={field} onClose={onClose} />
        ))}
      </dl>
      <div className="ui-form-foot">
        <Button
          className="ui-button"
          onPress={() => {
            const said = fields.map(({ field, value, source }) => [field, value, source ? sourceText(source) : '']);
            copy(asTsv([...facts.map(([name, value]) => [name, value, '']), ...said]));
          }}
        >
          <Copy size={13} aria-hidden />
          {t('documentCard.copyAll')}
        </Button>
        <Button
          className="ui-button"
          onPress={() => {
            addCondition('language', language);
            onClose();
          }}
        >
          <Filter size={13} aria-hidden />
          {t('documentCard.onlyLanguage')}
        </Button>
      </div>
    </section>
  );
}

function FieldRow({
  field: { field, value, source },
  onClose,
}: {
  readonly field: Field;
  readonly onClose: () => void;
}) {
  // A name with other signs cannot be written in a condition.
  const isAskable = /^[\p{L}\p{N}_.-]+$/u.test(field);
  return (
    <div>
      <dt>
        <bdi>{field}</bdi>
      </dt>
      <dd>
        <span dir="auto">{value}</span>
        {source && <span className="card-source">{sourceText(source)}</span>}
      </dd>
      <dd className="card-field-tools">
        {isAskable && (
          <IconButton
            small
            icon={Filter}
            label={t('documentCard.searchWith', { field, value })}
            onPress={() => {
              addCondition(field, value);
              onClose();
            }}
          />
        )}
        <IconButton
          small
          icon={Copy}
          label={t('documentCard.copyValue', { field })}
          onPress={() => {
            copy(value);
          }}
        />
      </dd>
    </div>
  );
}

function sourceText({ kind, name }: MetadataSource): string {
  return t(`documentCard.source.${kind}`, { name });
}

/** The condition of the bar, and this one as well; twice the same is once. */
function addCondition(field: string, value: string): void {
  const more = `${field}=${quoted(value)}`;
  const before = store.getState().typedWhere.trim();
  if (before === more || before.endsWith(` and ${more}`)) return;
  setWhere(before === '' ? more : `(${before}) and ${more}`);
}

function copy(text: string): void {
  const { remark } = store.getState();
  navigator.clipboard.writeText(text).then(
    () => {
      remark(t('documentCard.copied'));
    },
    () => {
      remark(t('documentCard.notCopied'));
    },
  );
}
