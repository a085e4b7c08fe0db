/** A line with each word in a column of its own: those before the match, the match, those after it. */
import type { ConcordanceLine } from '../../../shared/answers.ts';
import type { SortKey } from '../../../shared/terms.ts';
import { IsolatedText } from './isolated-text.tsx';
import { levelOf, wordKeys } from './sort-keys.ts';

interface WordColumnsProps {
  readonly line: ConcordanceLine;
  readonly sort: readonly SortKey[];
  /** On each side. */
  readonly words: number;
  readonly gaps: boolean;
}

export function WordColumns({ line, sort, words, gaps }: WordColumnsProps) {
  const { before = [], match = [], after = [] } = line.words ?? {};
  const cell = (key: string, text: string | undefined, at: number) => {
    const level = levelOf(sort, key);
    return (
      <div
        key={key}
        role="gridcell"
        aria-colindex={at}
        className={`concordance-token${level < 0 ? '' : ` concordance-sorted-${Math.min(level, 2)}`}`}
        data-key={key}
        title={text}
      >
        <span>{text !== undefined && <IsolatedText text={text} />}</span>
      </div>
    );
  };
  return (
    <div
      role="presentation"
      className="concordance-tokens"
      dir={line.direction}
      lang={line.language === 'und' ? undefined : line.language}
    >
      {wordKeys('B', words).map((key, at) => cell(key, before[before.length - Number(key.slice(1))], at + 4))}
      <div role="gridcell" aria-colindex={words + 4} className="concordance-match concordance-token" data-act="open">
        <mark>{gaps ? <Blank /> : <IsolatedText text={match.join(' ')} />}</mark>
      </div>
      {wordKeys('A', words).map((key, at) => cell(key, after[at], at + words + 5))}
    </div>
  );
}

/** All blanks are of one length, so that it gives nothing away. */
export function Blank() {
  return <span className="concordance-blank">{' '.repeat(12)}</span>;
}
