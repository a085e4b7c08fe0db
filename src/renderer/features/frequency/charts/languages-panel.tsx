/**
 * Keywords of the language versions of one story, side by side: of each language, the articles of the subject against
 * all others in that language.
 */
import { useCallback, useEffect, useState } from 'react';
import type { DocumentSummary } from '../../../../shared/answers.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { TableRow, TableRequest, TableSummary } from '../../../../shared/tables.ts';
import { longestPage } from '../../../../shared/terms.ts';
import { asFailure, start } from '../../../app/actions/failures.ts';
import { openLinesBehind, openTable, releaseTable } from '../../../app/actions/tables.ts';
import { useDocuments } from '../../../app/documents.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { languageName } from '../../../ui/format.ts';
import { numberText } from '../columns.ts';
import { countingOf } from '../question.ts';
import { subjectField, whereIs } from '../settings/fields.ts';
import { SelectPill } from '../settings/pill.tsx';
import { directionOf } from '../table/word-direction.ts';
import './languages-panel.css';
import { languagesWords } from './languages-words.ts';
import { reader, type TabChartProps } from './chart-props.ts';
import { storiesOfField, storiesOfPairs, type Story } from './stories.ts';

/** Words of each language: what fits on a page beside the others. */
const mostWords = 40;

/** All values of the field: a folder has many more subjects than other fields have values. */
async function ofField(corpus: CorpusId, name: string): Promise<readonly Story[]> {
  const { fields } = await request('corpus.fields', { corpus, values: longestPage });
  const values = fields.find(({ field }) => field === name)?.values ?? [];
  return storiesOfField(
    name,
    values.map(({ value }) => value),
  );
}

/** Documents that were put side by side. Accepted pairs come first, whatever pairs are found by. */
async function ofPairs(corpus: CorpusId, documents: readonly DocumentSummary[]): Promise<readonly Story[]> {
  const known = new Map(documents.map((document) => [document.doc, document]));
  const pairs: { readonly a: DocumentSummary; readonly b: DocumentSummary }[] = [];
  for (let from = 0, last = 1; from < last; from += longestPage) {
    const page = await request('alignment.pairs', { corpus, by: 'name', job: newJob(), from, count: longestPage });
    last = page.accepted;
    for (const { a, b, state } of page.pairs) {
      const versions = { a: known.get(a), b: known.get(b) };
      if (state === 'accepted' && versions.a && versions.b) pairs.push({ a: versions.a, b: versions.b });
    }
  }
  return storiesOfPairs(pairs);
}

/** Versions of one story by a field of the documents where there is one, else by what was put side by side. */
function useStories(corpus: CorpusId, field: string | undefined): readonly Story[] | undefined {
  const { documents, total } = useDocuments(corpus);
  const ready = field !== undefined || (total !== null && documents.length >= total);
  const ask = useCallback(async () => {
    if (!ready) return null;
    return field === undefined ? ofPairs(corpus, documents) : ofField(corpus, field);
  }, [corpus, field, documents, ready]);
  return useAnswer(`${corpus} ${field ?? ''} ${ready}`, ask)?.answer ?? undefined;
}

export function LanguagesPanel({ corpus, settings, onChange, fields }: TabChartProps) {
  const field = subjectField(fields);
  const stories = useStories(corpus.corpus, field?.field);
  if (!stories) return null;
  const story = stories.find(({ id }) => id === settings.subject) ?? stories[0];
  if (!story) return <p className="frequency-empty">{languagesWords.noSubject}</p>;
  return (
    <section className="languages" aria-label={languagesWords.title}>
      <header className="languages-head">
        <SelectPill
          label={field?.field ?? languagesWords.story}
          options={stories}
          value={story.id}
          onChange={(next) => {
            onChange({ subject: next });
          }}
        />
        <p>{languagesWords.says}</p>
      </header>
      <div className="languages-columns">
        {corpus.languages.map(({ language }) => {
          const inLanguage = whereIs('language', language);
          const asked: TableRequest = {
            kind: 'keywords',
            counting: countingOf(settings, `${inLanguage} and ${story.where}`),
            reference: { kind: 'where', where: `${inLanguage} and not ${story.where}` },
          };
          return <LanguageColumn key={language} corpus={corpus.corpus} language={language} request={asked} />;
        })}
      </div>
    </section>
  );
}

interface LanguageColumnProps {
  readonly corpus: CorpusId;
  readonly language: string;
  readonly request: TableRequest;
}

interface Counted {
  readonly key: string;
  readonly summary: TableSummary | null;
  readonly rows: readonly TableRow[];
  readonly problem: string;
}

/** Counts the table and keeps it for the lines behind its rows, until another is asked. */
function useKeywords(corpus: CorpusId, asked: TableRequest): Counted | null {
  const key = JSON.stringify([corpus, asked]);
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    let stale = false;
    let held: TableSummary | null = null;
    const count = async () => {
      const summary = await openTable(corpus, asked, newJob());
      if (stale) {
        releaseTable(corpus, summary.table);
        return;
      }
      held = summary;
      const sort = { column: 'll', descending: true };
      const page = await request('tables.page', { corpus, table: summary.table, sort, from: 0, count: mostWords });
      setCounted({ key, summary, rows: page.rows, problem: '' });
    };
    count().catch((error: unknown) => {
      if (!stale) setCounted({ key, summary: null, rows: [], problem: asFailure(error).message });
    });
    return () => {
      stale = true;
      if (held) releaseTable(corpus, held.table);
    };
    // The key says what is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return counted?.key === key ? counted : null;
}

function LanguageColumn({ corpus, language, request: asked }: LanguageColumnProps) {
  const counted = useKeywords(corpus, asked);
  return (
    <section className="languages-column" aria-label={languageName(language)}>
      <h3 className="ui-label">{languageName(language)}</h3>
      {counted?.problem && <p className="ui-field-hint">{counted.problem}</p>}
      {counted?.summary && <Words corpus={corpus} language={language} summary={counted.summary} rows={counted.rows} />}
    </section>
  );
}

interface WordsProps {
  readonly corpus: CorpusId;
  readonly language: string;
  readonly summary: TableSummary;
  readonly rows: readonly TableRow[];
}

function Words({ corpus, language, summary, rows }: WordsProps) {
  const read = reader(summary);
  const typical = rows.filter((row) => (read.number(row, 'll') ?? 0) > 0);
  if (typical.length === 0) return <p className="ui-field-hint">{languagesWords.none}</p>;
  const most = read.number(typical[0]!, 'll') ?? 1;
  return (
    <ol className="languages-words" dir={directionOf(read.name(typical[0]!))}>
      {typical.map((row) => {
        const score = read.number(row, 'll') ?? 0;
        return (
          <li key={row.row}>
            <button
              type="button"
              onClick={() => {
                start(openLinesBehind('keywords', corpus, summary.table, row.row));
              }}
            >
              <span className="languages-bar" style={{ inlineSize: `${(score / most) * 100}%` }} aria-hidden />
              <bdi lang={language} className="frequency-word">
                {read.name(row)}
              </bdi>
              <span className="ui-number languages-score">{numberText(score)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
