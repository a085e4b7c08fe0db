/** Two papers on one event, each in words of its own: what both tell is found in any order, one sentence here, two there. */
import { describe, expect, it } from 'vitest';
import type { AlignmentPair, AlignmentRange } from '../../../src/corpus/alignment/alignment.ts';
import { worthTelling } from '../../../src/corpus/alignment/comparable.ts';
import { align } from './bilingual.ts';

const english = [
  'The port of Valdora has been quiet for weeks, say the fishermen who mend their nets there.',
  'Minister Helena Brankov telephoned her colleague Otto Lindqvist on Monday to discuss the border.',
  'In the conversation Brankov condemned the attack on the railway bridge near Kostrun and asked for an investigation.',
  'Nobody in the market wants to talk about it.',
  'Prices of bread and milk have doubled since the spring.',
  'The university will open its new library in October.',
  'A delegation led by General Amadou Diarra visited the capital last week and met members of parliament.',
  'Tourists still come for the old walls.',
  'Lindqvist was born in 1961 and studied law in Uppsala.',
  'Rain is expected over the weekend.',
];
const macedonian = [
  'Генералот Амаду Дијара пристигна со делегација во главниот град.',
  'Неговите разговори со членовите на парламентот траеја два дена.',
  'Во театарот вечерва има премиера.',
  'Возовите повторно доцнат, се жалат патниците.',
  'Министерката Хелена Бранков телефонски разговараше со Ото Линдквист за границата и го осуди нападот врз мостот кај Кострун.',
  'Синдикатот бара повисоки плати за учителите.',
  'Фудбалскиот клуб го загуби последниот натпревар.',
  'Зимата оваа година доаѓа порано, велат планинарите.',
];
const stories: AlignmentPair = {
  a: { language: 'en', units: english },
  b: { language: 'mk', units: macedonian },
};

function holds({ aFrom, aTo, bFrom, bTo }: AlignmentRange, a: number, b: number): boolean {
  return aFrom <= a && a < aTo && bFrom <= b && b < bTo;
}

describe('two stories of one event', () => {
  const [alignment] = align([stories]);
  const links = alignment!.beads;

  it('are told to be stories, and not forced onto a path', () => {
    expect(alignment!.choice.mode).toBe('comparable');
  });

  it('are linked where both tell of the call and of the delegation, and nowhere else', () => {
    expect(links.some((bead) => holds(bead, 1, 4) && holds(bead, 2, 4))).toBe(true);
    expect(links.some((bead) => holds(bead, 6, 0) && holds(bead, 6, 1))).toBe(true);
    for (const bead of links) {
      expect(bead.score).toBeGreaterThanOrEqual(worthTelling);
      expect(holds(bead, 1, 4) || holds(bead, 6, 0)).toBe(true);
    }
  });

  it('leave out what the reader unlinked, and keep what is confirmed', () => {
    const confirmed = [{ aFrom: 1, aTo: 2, bFrom: 4, bTo: 5, score: 1, status: 'confirmed' as const }];
    const [again] = align([{ ...stories, confirmed }], { mode: 'comparable' });
    expect(again!.beads).toContainEqual(confirmed[0]);
    expect(again!.beads.filter(({ aFrom, aTo }) => aFrom <= 1 && aTo > 1)).toEqual(confirmed);
    expect(again!.beads.filter(({ bFrom, bTo }) => bFrom <= 4 && bTo > 4)).toEqual(confirmed);
  });
});
