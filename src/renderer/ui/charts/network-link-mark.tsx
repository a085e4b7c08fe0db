/** A link of the network: a line, the thicker and darker the stronger; dashed where it leads to a collocate of a collocate. */
import type { NetworkLink, NetworkWord } from './chart-data.ts';
import { useRoom } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { isolated } from './label-direction.ts';
import { Mark } from './mark.tsx';
import type { WordPlace } from './network-layout.ts';

interface NetworkLinkMarkProps<Link extends NetworkLink> {
  readonly link: Link;
  readonly source: NetworkWord;
  readonly target: NetworkWord;
  readonly from: WordPlace;
  readonly to: WordPlace;
  readonly scoreName: string;
  /** From 0, the weakest of the network, to 1. */
  readonly strength: number;
  readonly onPick: ((link: Link) => void) | undefined;
}

export function NetworkLinkMark<Link extends NetworkLink>(props: NetworkLinkMarkProps<Link>) {
  const { link, source, target, from, to, scoreName, strength, onPick } = props;
  const { numbers } = useRoom();
  const d = `M${from.x},${from.y}L${to.x},${to.y}`;
  const rows: [string, string][] = [[scoreName, numbers.exact(link.score)]];
  if (link.count !== undefined) rows.push([chartWords.together, numbers.exact(link.count)]);
  return (
    <Mark
      isLine
      id={`link ${link.source} ${link.target}`}
      x={(from.x + to.x) / 2}
      y={(from.y + to.y) / 2}
      tip={{ title: `${isolated(source.term)} – ${isolated(target.term)}`, rows }}
      onPick={
        onPick &&
        (() => {
          onPick(link);
        })
      }
    >
      <path d={d} stroke="transparent" strokeWidth={12} data-page-only />
      <path
        d={d}
        stroke="var(--chart-1)"
        strokeWidth={1 + 3.5 * strength}
        strokeOpacity={0.3 + 0.45 * strength}
        strokeDasharray={source.order === 2 || target.order === 2 ? '6 4' : 'none'}
        strokeLinecap="round"
      />
    </Mark>
  );
}
