/**
 * The concordance: every place where the query matched, one line each, the matches in one column. The page gives it the
 * result's totals; it fetches the lines that are seen (use-lines.ts) and keeps them out of React. Words stand before and
 * after the match, never left and right: each line runs in the direction of its own text.
 */
import type { ConcordanceLine, ConcordanceSummary, Context, SortKey } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { formatNumber } from '../../ui/format.ts';
import { ConcordanceHead } from './concordance-head.tsx';
import './concordance-view.css';
import { LineGrid } from './line-grid.tsx';

export interface ConcordanceViewProps {
  readonly corpus: CorpusId;
  readonly result: ConcordanceSummary;
  readonly context: Context;
  /** 1-based number of the selected line, null for none. */
  readonly selected: number | null;
  readonly onSelect: (line: number) => void;
  readonly onOpen: (line: ConcordanceLine) => void;
  readonly onSort: (keys: SortKey[]) => void;
  readonly onContext: (context: Context) => void;
}

function NoLines({ result }: { readonly result: ConcordanceSummary }) {
  const counted = [result.query.case && 'case', result.query.marks && 'accents and other marks'].filter(Boolean);
  return (
    <div className="concordance-none">
      <p>
        No line holds <bdi className="concordance-none-query">{result.query.text}</bdi>
      </p>
      <p>
        {formatNumber(result.tokens)} tokens were searched.
        {counted.length > 0
          ? ` As asked, ${counted.join(' and ')} made a difference: switch that off to find more.`
          : ' An asterisk stands for any characters (Венецуел*), a question mark for one.'}
      </p>
    </div>
  );
}

export function ConcordanceView(props: ConcordanceViewProps) {
  const { result, context, onSort, onContext } = props;
  return (
    <section className="concordance" aria-label="Concordance">
      <ConcordanceHead result={result} sort={result.sort} onSort={onSort} context={context} onContext={onContext} />
      {result.total > 0 ? <LineGrid {...props} /> : <NoLines result={result} />}
    </section>
  );
}
