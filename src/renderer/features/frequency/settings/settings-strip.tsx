/** One compact row over the table: everything that decides what is counted. */
import type { MetadataField } from '../../../../shared/answers.ts';
import type { TableSummary } from '../../../../shared/tables.ts';
import type { Query } from '../../../../shared/terms.ts';
import { useApp } from '../../../app/store/store.ts';
import type { Marked } from '../../../app/store/tables.ts';
import type { Chosen } from '../question.ts';
import { CountingPills, OnceCheck, type PillsProps } from './counting-pills.tsx';
import { KeywordPills } from './keyword-pills.tsx';
import { CollocatePills, NgramPills, ParityPill } from './kind-pills.tsx';
import './settings-strip.css';
import { Totals } from '../totals.tsx';
import { TaggedPill } from './tagged-pill.tsx';
import { TrendPills } from './trend-pills.tsx';
import { VerdictPill } from './verdict-pill.tsx';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

export interface SettingsStripProps extends PillsProps {
  readonly fields: readonly MetadataField[];
  readonly projectFields: readonly MetadataField[];
  readonly query: Query | null;
  readonly where: string;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Omit<Chosen, keyof Marked>) => void;
  /** Of the table that is shown. */
  readonly summary: TableSummary | null;
}

export function SettingsStrip(props: SettingsStripProps) {
  return (
    <div role="group" aria-label={t('strip.settings')} className="frequency-strip">
      {props.where !== '' && (
        <bdi className="frequency-strip-where" title={t('strip.referenceWhere')}>
          {props.where}
        </bdi>
      )}
      <Pills {...props} />
      {props.summary && <Totals summary={props.summary} />}
    </div>
  );
}

/** What was tagged and judged is kept to in all tabs alike. */
function Pills(props: SettingsStripProps) {
  const { kind, projectFields } = props;
  const marked = useApp((state) => state.marked);
  const setMarked = useApp((state) => state.setMarked);
  const isOfLines = kind === 'collocates' || kind === 'dispersion' || kind === 'trend';
  return (
    <>
      <TaggedPill
        tagged={marked.tagged}
        onTagged={(tagged) => {
          setMarked({ ...marked, tagged });
        }}
      />
      {isOfLines && (
        <VerdictPill
          verdicts={projectFields.find(({ field }) => field === 'verdict')?.values.map(({ value }) => value) ?? []}
          judged={marked.judged}
          onJudged={(judged) => {
            setMarked({ ...marked, judged });
          }}
        />
      )}
      <KindPills {...props} />
    </>
  );
}

function KindPills(props: SettingsStripProps) {
  switch (props.kind) {
    case 'words':
      return <CountingPills {...props} />;
    case 'ngrams':
      return (
        <>
          <NgramPills {...props} />
          <CountingPills {...props} />
        </>
      );
    case 'collocates':
      return (
        <>
          <CollocatePills {...props} />
          <CountingPills {...props} />
          <ParityPill {...props} kind="collocates" />
        </>
      );
    case 'keywords':
      return (
        <>
          <KeywordPills {...props} />
          <CountingPills {...props} />
          <ParityPill {...props} kind="keywords" />
        </>
      );
    case 'trend':
      return <TrendPills {...props} />;
    case 'dispersion':
    case 'profile':
      return <OnceCheck {...props} />;
  }
}
