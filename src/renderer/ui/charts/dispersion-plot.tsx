/** Where a term stands, document by document: one stripe each, read from the side from which the document is read. */
import { useMemo, useState } from 'react';
import { Choice, type Option } from '../choice.tsx';
import type { DispersionDocument, DispersionMeasure, DispersionPlotProps } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { dispersionTable } from './chart-tables.ts';
import { interfaceLocale } from '../../language/locale.ts';
import { localeNumbers } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { type DispersionSort, sortDocuments } from './dispersion-layout.ts';
import { DispersionStripes } from './dispersion-stripes.tsx';
import { dispersionSummary } from './summary-words.ts';

type Lengths = 'same' | 'tokens';

const none: readonly DispersionMeasure[] = [];

export function DispersionPlot<Document extends DispersionDocument>(props: DispersionPlotProps<Document>) {
  const { documents, measures = none, onPick, ...heading } = props;
  const [sort, setSort] = useState<DispersionSort>('order');
  const [lengths, setLengths] = useState<Lengths>('same');
  const sorted = useMemo(() => sortDocuments(documents, sort, interfaceLocale()), [documents, sort]);
  return (
    <ChartFrame
      heading={heading}
      summary={dispersionSummary(documents, localeNumbers())}
      table={dispersionTable(sorted, measures)}
      controls={
        <div className="chart-controls">
          <Choice label={chartWords.sortBy} options={sortOptions(measures)} value={sort} onChange={setSort} />
          <Choice label={chartWords.lengths} options={lengthOptions()} value={lengths} onChange={setLengths} />
        </div>
      }
    >
      {(room) => (
        <DispersionStripes key={sort} {...{ room, onPick }} documents={sorted} isToScale={lengths === 'tokens'} />
      )}
    </ChartFrame>
  );
}

function lengthOptions(): readonly Option<Lengths>[] {
  return [
    { id: 'same', name: chartWords.sameLength },
    { id: 'tokens', name: chartWords.toScale },
  ];
}

function sortOptions(measures: readonly DispersionMeasure[]): readonly Option<DispersionSort>[] {
  return [
    { id: 'order', name: chartWords.asInCorpus },
    { id: 'hits', name: chartWords.hits },
    { id: 'rate', name: chartWords.perThousand },
    { id: 'tokens', name: chartWords.tokens },
    { id: 'first', name: chartWords.firstHit },
    { id: 'title', name: chartWords.title },
    ...measures.map(({ id, name }): Option<DispersionSort> => ({ id: `measure ${id}`, name })),
  ];
}
