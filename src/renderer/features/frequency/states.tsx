/** What stands in the place of a table: what is missing, what failed, what is being counted. */
import { RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusSummary, MetadataField } from '../../../shared/answers.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { TableKind, TableRequest } from '../../../shared/tables.ts';
import { cancelJob } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { countTable } from '../../app/actions/tables.ts';
import { useApp } from '../../app/store/store.ts';
import { share } from '../../app/store/work.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { missingWords } from './frequency-words.ts';
import type { Missing } from './question.ts';
import { choosingFields, whereIs } from './settings/fields.ts';
import type { TabSettings } from './settings/settings.ts';
import type { ChangeSettings } from './settings/use-settings.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="frequency-empty">
      <h2 className="frequency-empty-title">{title}</h2>
      {children}
    </div>
  );
}

interface MissingStateProps {
  readonly kind: TableKind;
  readonly corpus: CorpusSummary;
  readonly missing: Missing;
  readonly fields: readonly MetadataField[];
  readonly onChange: ChangeSettings;
}

export function MissingState({ kind, missing, fields, onChange }: MissingStateProps) {
  const { title, says } = missingWords[missing];
  return (
    <Empty title={title[kind] ?? ''}>
      <p>{says}</p>
      {missing === 'target' && <Targets fields={fields} onChange={onChange} />}
    </Empty>
  );
}

/** Values offered of each field: more are found in the field of the pill. */
const mostOffered = 8;

function Targets({ fields, onChange }: Pick<MissingStateProps, 'fields' | 'onChange'>) {
  return (
    <dl className="frequency-targets">
      {choosingFields(fields).map(({ field, values }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {values.slice(0, mostOffered).map(({ value, documents }) => (
              <Button
                key={value}
                className="frequency-pill"
                onPress={() => {
                  onChange({ target: whereIs(field, value) });
                }}
              >
                <bdi className="frequency-pill-value">{value}</bdi>
                <span className="frequency-pill-label ui-number">{formatNumber(documents)}</span>
              </Button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface FailureStateProps {
  readonly failure: Failure;
  readonly request: TableRequest;
  readonly corpus: CorpusId;
}

export function FailureState({ failure, request, corpus }: FailureStateProps) {
  const isCancelled = failure.code === 'cancelled';
  return (
    <div className="frequency-empty" role={isCancelled ? 'status' : 'alert'}>
      <p className="frequency-empty-says">{isCancelled ? t('table.cancelled') : failure.message}</p>
      <Offence failure={failure} request={request} />
      <Button
        className="ui-button"
        onPress={() => {
          start(countTable(corpus, request));
        }}
      >
        <RotateCw size={13} aria-hidden /> {isCancelled ? t('table.countAgain') : t('table.tryAgain')}
      </Button>
    </div>
  );
}

function queriesOf(request: TableRequest): readonly string[] {
  switch (request.kind) {
    case 'trend':
      return request.queries.map(({ text }) => text);
    case 'collocates':
    case 'dispersion':
      return [request.query.text];
    default:
      return [];
  }
}

/** The query once more, with the part that could not be read underlined. */
function Offence({ failure: { at, until, step, where }, request }: Pick<FailureStateProps, 'failure' | 'request'>) {
  const text = queriesOf(request)[(step ?? 1) - 1];
  if (at === undefined || text === undefined || where === 'condition') return null;
  const end = Math.max(until ?? 0, at + 1);
  return (
    <bdi className="frequency-offence" dir="auto">
      {text.slice(0, at)}
      <u>{text.slice(at, end) || '\u00a0\u00a0'}</u>
      {text.slice(end)}
    </bdi>
  );
}

export function CountingState({ job }: { readonly job: string | null }) {
  return (
    <div className="frequency-empty" aria-busy>
      <CountingProgress job={job} />
    </div>
  );
}

/** Nothing at first: an answer usually comes at once. */
export function CountingProgress({ job }: { readonly job: string | null }) {
  const running = useApp((state) => state.jobs.find((known) => known.job === job));
  if (!running) return null;
  const { progress, cancelling } = running;
  return (
    <div className="frequency-counting" role="status">
      <span>{t('table.counting')}</span>
      <Progress label={running.label} share={share(progress)} />
      <Button
        className="ui-button ui-button-quiet"
        isDisabled={cancelling}
        onPress={() => {
          start(cancelJob(running.job));
        }}
      >
        <X size={13} aria-hidden /> {cancelling ? t('table.cancelling') : t('table.cancel')}
      </Button>
    </div>
  );
}

interface NoRowsStateProps {
  readonly isFiltered: boolean;
  readonly settings: TabSettings;
  readonly onClear: () => void;
  readonly onChange: ChangeSettings;
}

export function NoRowsState({ isFiltered, settings, onClear, onChange }: NoRowsStateProps) {
  const { minCount, minDocuments } = settings;
  const isLimited = minCount > 1 || minDocuments > 1;
  const says = isLimited
    ? t('noRows.limits', {
        occurrences: formatCount(minCount, 'occurrence'),
        documents: formatCount(minDocuments, 'document'),
      })
    : t('noRows.general');
  return (
    <Empty title={t('noRows.title')}>
      <p>{isFiltered ? t('noRows.filter') : says}</p>
      {isFiltered ? (
        <Button className="ui-button" onPress={onClear}>
          {t('noRows.clearFilter')}
        </Button>
      ) : (
        isLimited && (
          <Button
            className="ui-button"
            onPress={() => {
              onChange({ minCount: 1, minDocuments: 1 });
            }}
          >
            {t('noRows.lower')}
          </Button>
        )
      )}
    </Empty>
  );
}
