/**
 * Where the words of a collocation network stand. A force layout with a seeded source of chance, run to its end before
 * anything is drawn: the same words, links and seed give the same picture. The word asked about and its collocates are
 * laid out first and hold their places while the collocates of collocates are added, so a network that is grown stays
 * recognisable.
 */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { NetworkLink, NetworkWord } from './chart-data.ts';
import type { Box } from './label-boxes.ts';

/** Pixels. A word is a box round its letters. */
export interface WordSize {
  readonly width: number;
  readonly height: number;
}

export interface WordPlace {
  /** Of the middle of the box. */
  readonly x: number;
  readonly y: number;
}

interface MovingWord {
  readonly id: string;
  readonly order: number;
  readonly size: WordSize;
  x: number;
  y: number;
  vx: number;
  vy: number;
  /** Where it is held. */
  home?: WordPlace;
}

const ticks = 300;

/** Places by the id of the word, within `area`. `sizes` by the place in `words`. */
export function layOutNetwork(
  words: readonly NetworkWord[],
  links: readonly NetworkLink[],
  sizes: readonly WordSize[],
  area: WordSize,
  seed: number,
): ReadonlyMap<string, WordPlace> {
  const chance = seededChance(seed);
  const moving = words.map((word, at): MovingWord => startOf(word, at, sizes[at] ?? { width: 40, height: 20 }));
  const core = moving.filter(({ order }) => order < 2);
  settle(core, links, area, chance);
  if (core.length < moving.length) {
    for (const word of core) word.home = { x: word.x, y: word.y };
    const placed = new Map(core.map((word) => [word.id, word]));
    for (const word of moving) if (word.order >= 2) startBesideNeighbours(word, links, placed, chance);
    settle(moving, links, area, chance);
  }
  fitInto(moving, area);
  separate(moving, area);
  return new Map(moving.map(({ id, x, y }) => [id, { x, y }]));
}

/** The golden angle spreads words evenly whatever their number. */
function startOf({ id, order }: NetworkWord, at: number, size: WordSize): MovingWord {
  const angle = at * Math.PI * (3 - Math.sqrt(5));
  const distance = order === 0 ? 0 : 60 * Math.sqrt(at + 0.5);
  return { id, order, size, x: distance * Math.cos(angle), y: distance * Math.sin(angle), vx: 0, vy: 0 };
}

function startBesideNeighbours(
  word: MovingWord,
  links: readonly NetworkLink[],
  placed: ReadonlyMap<string, MovingWord>,
  chance: () => number,
): void {
  const neighbours = links.flatMap(({ source, target }) => {
    const other = source === word.id ? target : target === word.id ? source : undefined;
    const known = other === undefined ? undefined : placed.get(other);
    return known ? [known] : [];
  });
  if (neighbours.length === 0) return;
  const x = neighbours.reduce((sum, known) => sum + known.x, 0) / neighbours.length;
  const y = neighbours.reduce((sum, known) => sum + known.y, 0) / neighbours.length;
  // A little further out than the neighbours, on either side of the way from the middle.
  word.x = x * 1.5 + (chance() - 0.5) * 60;
  word.y = y * 1.5 + (chance() - 0.5) * 60;
}

function settle(words: MovingWord[], links: readonly NetworkLink[], area: WordSize, chance: () => number): void {
  const known = new Set(words.map(({ id }) => id));
  const inner = links.filter(({ source, target }) => known.has(source) && known.has(target));
  const strongest = Math.max(...inner.map(({ score }) => score), 1e-9);
  const reach = Math.min(area.width, area.height) / 3.2;
  const wide = Math.max(1, area.width / area.height);
  const simulation = forceSimulation(words)
    .randomSource(chance)
    .force(
      'links',
      forceLink<MovingWord, { source: string; target: string; score: number }>(inner.map((link) => ({ ...link })))
        .id(({ id }) => id)
        // The strongest attraction is half as long as the weakest.
        .distance(({ score }) => reach * (1 - 0.5 * (score / strongest)))
        .strength(0.35),
    )
    .force(
      'apart',
      forceManyBody()
        .strength(-260)
        .distanceMax(reach * 3),
    )
    .force('collide', forceCollide<MovingWord>(({ size }) => size.width / 2 + 8).strength(0.7))
    .force('x', forceX<MovingWord>(({ home }) => home?.x ?? 0).strength(holding(0.03)))
    .force('y', forceY<MovingWord>(({ home }) => home?.y ?? 0).strength(holding(0.03 * wide)))
    .stop();
  for (let tick = 0; tick < ticks; tick++) simulation.tick();
}

function holding(loose: number) {
  return ({ home, order }: MovingWord) => (home ? 0.6 : order === 0 ? 0.5 : loose);
}

/** Two words alone need not stand in opposite corners. */
const mostStretch = 1.8;

/** Shrinks or widens the whole until it fills the area, keeping boxes within it. */
function fitInto(words: readonly MovingWord[], area: WordSize): void {
  for (const [at, across] of [
    ['x', 'width'],
    ['y', 'height'],
  ] as const) {
    const low = Math.min(...words.map((word) => word[at]));
    const high = Math.max(...words.map((word) => word[at]));
    const widest = Math.max(...words.map(({ size }) => size[across]));
    const room = Math.max(1, area[across] - widest - 8);
    const scale = high > low ? Math.min(mostStretch, room / (high - low)) : 0;
    for (const word of words) word[at] = area[across] / 2 + (word[at] - (low + high) / 2) * scale;
  }
}

const separations = 200;
/** Pixels between boxes. */
const clearance = 5;

/** Pushes overlapping boxes apart, along the axis on which they overlap least, until none do or there is no room. */
function separate(words: readonly MovingWord[], area: WordSize): void {
  for (let round = 0; round < separations; round++) {
    let isClear = true;
    for (let a = 0; a < words.length; a++)
      for (let b = a + 1; b < words.length; b++) if (pushApart(words[a]!, words[b]!)) isClear = false;
    for (const word of words) {
      word.x = Math.min(area.width - word.size.width / 2, Math.max(word.size.width / 2, word.x));
      word.y = Math.min(area.height - word.size.height / 2, Math.max(word.size.height / 2, word.y));
    }
    if (isClear) return;
  }
}

/** Whether they had to be. */
function pushApart(a: MovingWord, b: MovingWord): boolean {
  const dx = (a.size.width + b.size.width) / 2 + clearance - Math.abs(b.x - a.x);
  const dy = (a.size.height + b.size.height) / 2 + clearance - Math.abs(b.y - a.y);
  if (dx <= 0.01 || dy <= 0.01) return false;
  if (dx < dy) {
    const half = ((b.x >= a.x ? 1 : -1) * dx) / 2;
    a.x -= half;
    b.x += half;
  } else {
    const half = ((b.y >= a.y ? 1 : -1) * dy) / 2;
    a.y -= half;
    b.y += half;
  }
  return true;
}

/** The box of a word at a place. */
export function wordBox({ x, y }: WordPlace, { width, height }: WordSize): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Numbers from 0 to below 1 that are the same for the same seed: a linear congruential generator, plenty for a picture. */
function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
