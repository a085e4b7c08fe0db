/** What keeps company with the query, as a network that grows word by word. */
import { CollocationNetwork } from '../../../ui/charts/collocation-network.tsx';
import { columnLabel } from '../column-words.ts';
import { chartWords } from './chart-names.ts';
import { headingOf, type TabChartProps } from './chart-props.ts';
import { useNetwork } from './use-network.ts';

export function NetworkChart(props: TabChartProps) {
  const { measure, onOpen } = props;
  const { network, grow } = useNetwork(props);
  if (!network) return null;
  return (
    <CollocationNetwork
      {...headingOf(chartWords.network, props)}
      words={network.words}
      links={network.links}
      scoreName={columnLabel(measure)}
      onGrow={({ term }) => {
        grow(term);
      }}
      onPickWord={({ row }) => {
        if (row !== undefined) onOpen(row);
      }}
    />
  );
}
