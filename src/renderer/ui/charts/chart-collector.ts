/** Where a chart can be kept besides in a file. Without a collector round it, a chart does not offer it. */
import { createContext } from 'react';
import type { ChartHeading } from './chart-data.ts';
import type { ChartPicture } from './chart-picture.ts';

export interface CollectedChart {
  readonly heading: ChartHeading;
  /** The gist in words. */
  readonly summary: string;
  readonly picture: ChartPicture;
}

export interface ChartCollector {
  /** What the menu calls it. */
  readonly name: string;
  /** Answers what to tell. */
  readonly collect: (chart: CollectedChart) => string;
}

export const CollectorContext = createContext<ChartCollector | null>(null);
