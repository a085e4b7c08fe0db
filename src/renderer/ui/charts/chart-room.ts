/** What a chart has to fit into, and how it writes there. */
import { interfaceLocale } from '../../language/locale.ts';
import { createContext, useContext } from 'react';
import type { Direction } from '../../../shared/model.ts';
import { type ChartNumbers, chartNumbers } from './chart-numbers.ts';
import type { TextWidth } from './text-width.ts';

export interface ChartRoom {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of labels, in pixels. */
  readonly size: number;
  /** Of the interface: axes of a right-to-left interface begin on the right. */
  readonly direction: Direction;
  readonly numbers: ChartNumbers;
  readonly textWidth: TextWidth;
  /** Everything is to be drawn, not only what would be seen: for a picture that is saved. */
  readonly isWhole: boolean;
}

export const textSizes = { screen: 12, print: 16 } as const;

export const RoomContext = createContext<ChartRoom>({
  width: 0,
  height: 0,
  size: textSizes.screen,
  direction: 'ltr',
  numbers: chartNumbers('en'),
  textWidth: (text, size) => text.length * size * 0.6,
  isWhole: false,
});

export function useRoom(): ChartRoom {
  return useContext(RoomContext);
}

/** Numbers as the interface's language writes them. */
export function localeNumbers(): ChartNumbers {
  return chartNumbers(interfaceLocale());
}
