/**
 * A tab with a table: what is counted, in one row of settings; the table; its chart. The tab asks for its table whenever
 * its settings, the query or the condition change, and shows the rows that are seen, page by page.
 */
import { useState } from 'react';
import type { CorpusSummary } from '../../../shared/answers.ts';
import type { TableKind } from '../../../shared/tables.ts';
import { useApp } from '../../app/store/store.ts';
import type { Marked } from '../../app/store/tables.ts';
import './frequency-view.css';
import { type Chosen, questionOf } from './question.ts';
import { useFields } from './settings/fields.ts';
import { SettingsStrip } from './settings/settings-strip.tsx';
import { useSettings } from './settings/use-settings.ts';
import { CountingState, FailureState, MissingState } from './states.tsx';
import { StaleBanner } from './stale-banner.tsx';
import { TableBody } from './table-body.tsx';
import { useCounting } from './use-counting.ts';
import { useUsualField } from './use-usual-field.ts';

const nothingChosen: Omit<Chosen, keyof Marked> = { corpus: null, file: null, against: null };

interface FrequencyViewProps {
  readonly kind: TableKind;
  readonly corpus: CorpusSummary;
}

export function FrequencyView({ kind, corpus }: FrequencyViewProps) {
  const [settings, onChange] = useSettings(kind);
  const [picked, setChosen] = useState(nothingChosen);
  const subject = useApp((state) => state.subject);
  const marked = useApp((state) => state.marked);
  const other = useApp((state) => state.corpora.find((known) => known.corpus !== corpus.corpus));
  const counted = useApp((state) => state.tables[kind]);
  const { fields, projectFields } = useFields(corpus);
  useUsualField(kind, fields, settings, onChange);
  const chosen = { ...picked, ...marked, corpus: picked.corpus ?? other?.corpus ?? null };
  const question = questionOf(kind, settings, subject, chosen);
  useCounting(corpus.corpus, question.request);
  const current = counted?.corpus === corpus.corpus ? counted : undefined;
  const parts = { kind, corpus, settings, onChange };
  return (
    <div className="ui-column frequency">
      <SettingsStrip
        kind={kind}
        corpus={corpus.corpus}
        settings={settings}
        onChange={onChange}
        fields={fields}
        projectFields={projectFields}
        query={subject.query}
        where={subject.where}
        chosen={chosen}
        onChosen={setChosen}
        summary={question.request ? (current?.summary ?? null) : null}
      />
      <StaleBanner corpus={corpus.corpus} />
      {question.missing !== undefined ? (
        <MissingState {...parts} missing={question.missing} fields={fields} />
      ) : current?.failure ? (
        <FailureState failure={current.failure} request={question.request} corpus={corpus.corpus} />
      ) : current?.summary ? (
        <TableBody {...parts} summary={current.summary} job={current.job} fields={fields} />
      ) : (
        <CountingState job={current?.job ?? null} />
      )}
    </div>
  );
}
