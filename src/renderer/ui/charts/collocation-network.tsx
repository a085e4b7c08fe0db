/** What keeps company with what: words as themselves, links the thicker the stronger, grown word by word. */
import { useMemo } from 'react';
import type { CollocationNetworkProps, NetworkLink, NetworkWord } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { networkTable } from './chart-tables.ts';
import { type ChartRoom, localeNumbers } from './chart-room.ts';
import { chartWords } from './chart-words.ts';
import { fitText } from './fit-text.ts';
import { layOutNetwork, type WordPlace, type WordSize } from './network-layout.ts';
import { NetworkLinkMark } from './network-link-mark.tsx';
import { NetworkWordMark } from './network-word-mark.tsx';
import { networkSummary } from './summary-words.ts';
import { SvgWord } from './svg-word.tsx';

export function CollocationNetwork<Word extends NetworkWord, Link extends NetworkLink>(
  props: CollocationNetworkProps<Word, Link>,
) {
  const { words, links, scoreName, seed = 1, onGrow, onPickWord, onPickLink, ...heading } = props;
  return (
    <ChartFrame
      heading={heading}
      summary={networkSummary(words, links, scoreName, localeNumbers())}
      table={networkTable(words, links, scoreName)}
    >
      {(room) => <Network {...{ room, words, links, scoreName, seed, onGrow, onPickWord, onPickLink }} />}
    </ChartFrame>
  );
}

interface NetworkProps<Word extends NetworkWord, Link extends NetworkLink> {
  readonly room: ChartRoom;
  readonly words: readonly Word[];
  readonly links: readonly Link[];
  readonly scoreName: string;
  readonly seed: number;
  readonly onGrow: ((word: Word) => void) | undefined;
  readonly onPickWord: ((word: Word) => void) | undefined;
  readonly onPickLink: ((link: Link) => void) | undefined;
}

function Network<Word extends NetworkWord, Link extends NetworkLink>(props: NetworkProps<Word, Link>) {
  const { room, words, links, scoreName, seed, onGrow, onPickWord, onPickLink } = props;
  const { width, height, size, textWidth, direction } = room;
  const isRtl = direction === 'rtl';
  const key = keyLines(chartWords.networkKey(scoreName), width - 8, (text) => textWidth(text, size * 0.92));
  const foot = size * (0.6 + 1.4 * key.length);
  const boxes = useMemo(() => wordBoxes(words, size, textWidth, width), [words, size, textWidth, width]);
  const places = useMemo(
    () =>
      layOutNetwork(
        words,
        links,
        boxes.map(({ box }) => box),
        { width, height: height - foot },
        seed,
      ),
    [words, links, boxes, width, height, foot, seed],
  );
  const known = new Map(words.map((word) => [word.id, word]));
  const scores = links.map(({ score }) => score);
  const [weakest, strongest] = [Math.min(...scores), Math.max(...scores)];
  return (
    <svg width={width} height={height} role="presentation">
      {/* Weak links first: strong ones lie over them. */}
      {[...links]
        .sort((a, b) => a.score - b.score)
        .map((link) => {
          const [source, target] = [known.get(link.source), known.get(link.target)];
          const [from, to] = [places.get(link.source), places.get(link.target)];
          if (!source || !target || !from || !to) return null;
          return (
            <NetworkLinkMark
              key={`${link.source} ${link.target}`}
              {...{ link, source, target, from, to, scoreName }}
              // From 0 to 1 within this network.
              strength={strongest > weakest ? (link.score - weakest) / (strongest - weakest) : 1}
              onPick={onPickLink}
            />
          );
        })}
      {words.map((word, at) => {
        const place: WordPlace | undefined = places.get(word.id);
        const box = boxes[at];
        if (!place || !box) return null;
        return <NetworkWordMark key={word.id} {...{ word, place, onGrow, onPick: onPickWord }} {...box} />;
      })}
      {key.map((line, at) => (
        <SvgWord
          key={line}
          text={line}
          x={isRtl ? width - 4 : 4}
          y={height - size * (0.7 + 1.4 * (key.length - 1 - at))}
          size={size * 0.92}
          align={isRtl ? 'right' : 'left'}
          ink="ink-faint"
        />
      ))}
    </svg>
  );
}

/** Sentences in as few lines as hold them. */
function keyLines(sentences: readonly string[], width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const sentence of sentences) {
    const longer = `${lines.at(-1) ?? ''} ${sentence}`.trim();
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(sentence);
  }
  return lines;
}

interface WordBox {
  readonly text: string;
  readonly textSize: number;
  readonly box: WordSize;
}

/** Letters grow with the logarithm of the frequency, from the size of labels to nearly twice that. */
function wordBoxes(
  words: readonly NetworkWord[],
  size: number,
  textWidth: ChartRoom['textWidth'],
  width: number,
): readonly WordBox[] {
  const logs = words.map(({ frequency }) => Math.log(Math.max(1, frequency ?? 1)));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  return words.map(({ term, order }, at) => {
    const share = high > low ? ((logs[at] ?? low) - low) / (high - low) : 0;
    const textSize = order === 0 ? size * 1.6 : size * (0.95 + 0.55 * share);
    const text = fitText(term, width * 0.3, (part) => textWidth(part, textSize, 500));
    return { text, textSize, box: { width: textWidth(text, textSize, 500) + textSize * 1.3, height: textSize * 1.9 } };
  });
}
