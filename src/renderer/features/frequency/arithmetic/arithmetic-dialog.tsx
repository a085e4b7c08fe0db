/** A score opened: its cells and marginals, its formula, the formula with these numbers filled in, and its source. */
import { useCallback } from 'react';
import { dispersionMeasures } from '../../../../shared/measures.ts';
import type { Arithmetic, TableSummary } from '../../../../shared/tables.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { Choice } from '../../../ui/choice.tsx';
import { PaperDialog } from '../../../ui/dialog.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { columnLabel, columnSays } from '../column-words.ts';
import { numberText, scoresOf } from '../columns.ts';
import './arithmetic-dialog.css';
import { arithmeticWords } from './arithmetic-words.ts';

interface ArithmeticDialogProps {
  readonly summary: TableSummary;
  readonly row: number;
  readonly measure: string;
  /** What the row is about, empty for the whole. */
  readonly name: string;
  readonly onMeasure: (measure: string) => void;
  readonly onClose: () => void;
}

export function ArithmeticDialog({ summary, row, measure, name, onMeasure, onClose }: ArithmeticDialogProps) {
  const { corpus, table } = summary;
  const ask = useCallback(
    async () => ({
      score: await request('tables.arithmetic', { corpus, table, row, measure }),
    }),
    [corpus, table, row, measure],
  );
  const answered = useAnswer(`${table} ${row} ${measure}`, ask);
  const scores = summary.request.kind === 'dispersion' ? dispersionMeasures : scoresOf(summary);
  return (
    <PaperDialog title={arithmeticWords.title(columnLabel(measure))} isWide onClose={onClose}>
      <div className="arithmetic">
        <div className="arithmetic-choice">
          <div>
            {name !== '' && (
              <p className="arithmetic-word">
                <bdi>{name}</bdi>
              </p>
            )}
            <p>{columnSays(measure)}</p>
          </div>
          <Choice
            label={arithmeticWords.score}
            options={scores.map((id) => ({ id, name: columnLabel(id) }))}
            value={measure}
            onChange={onMeasure}
          />
        </div>
        {answered?.failure && <p role="alert">{answered.failure.message}</p>}
        {answered?.answer && <Score score={answered.answer.score} />}
      </div>
    </PaperDialog>
  );
}

function exactly(value: number | null): string {
  if (value === null) return arithmeticWords.undefined;
  return Number.isInteger(value) ? formatNumber(value) : numberText(value);
}

function Score({ score }: { readonly score: Arithmetic }) {
  const { value, terms, cells, formula, steps, source, parity } = score;
  return (
    <>
      <p className="arithmetic-value ui-number">{exactly(value)}</p>
      <div className="arithmetic-columns">
        <section aria-label={arithmeticWords.numbers}>
          <h3 className="ui-label">{arithmeticWords.numbers}</h3>
          {cells && <Cells cells={cells} />}
          <table className="arithmetic-terms">
            <tbody>
              {terms.map(({ symbol, meaning, value: number }) => (
                <tr key={symbol}>
                  <th scope="row">{symbol}</th>
                  <td>{meaning}</td>
                  <td className="ui-number">{exactly(number)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-label={arithmeticWords.formula}>
          <h3 className="ui-label">{arithmeticWords.formula}</h3>
          <p className="arithmetic-formula" dir="ltr">
            {formula}
          </p>
          <ol className="arithmetic-steps" dir="ltr">
            {steps.map((step, place) => (
              <li key={place}>{step}</li>
            ))}
          </ol>
          <p className="arithmetic-source">
            {arithmeticWords.source} <cite>{source}</cite>
          </p>
        </section>
      </div>
      {parity.length > 0 && <Parity parity={parity} />}
    </>
  );
}

/** The contingency table with its margins. */
function Cells({ cells }: { readonly cells: readonly (readonly number[])[] }) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const width = cells[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, place) => sum(cells.map((row) => row[place] ?? 0)));
  return (
    <table className="arithmetic-cells ui-number" aria-label={arithmeticWords.cells}>
      <tbody>
        {cells.map((row, place) => (
          <tr key={place}>
            {row.map((cell, column) => (
              <td key={column}>
                <small>{`O${place + 1}${column + 1}`}</small>
                {exactly(cell)}
              </td>
            ))}
            <td className="arithmetic-margin">
              <small>{`R${place + 1}`}</small>
              {exactly(sum(row))}
            </td>
          </tr>
        ))}
        <tr>
          {columns.map((column, place) => (
            <td key={place} className="arithmetic-margin">
              <small>{`C${place + 1}`}</small>
              {exactly(column)}
            </td>
          ))}
          <td className="arithmetic-margin">
            <small>N</small>
            {exactly(sum(columns))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Parity({ parity }: Pick<Arithmetic, 'parity'>) {
  return (
    <section aria-label={arithmeticWords.parity}>
      <h3 className="ui-label">{arithmeticWords.parity}</h3>
      <table className="arithmetic-terms">
        <tbody>
          {parity.map(({ tool, value, how }) => (
            <tr key={`${tool} ${how}`}>
              <th scope="row">{tool}</th>
              <td className="ui-number arithmetic-parity">{exactly(value)}</td>
              <td>{how}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
