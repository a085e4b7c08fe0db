/** What a file of links holds: which segments by number, or which texts answer each other. */
import type { LinkStatus } from '../../../shared/alignment.ts';

export interface NumberedLink {
  /** Numbers of segments, from 0, in the order of the file; empty for what is alone. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Who said so, where the file knows it. */
  readonly status?: LinkStatus;
}

export interface NumberedLinks {
  readonly kind: 'numbers';
  readonly links: readonly NumberedLink[];
  /** What the segments said when the file was written, where it holds that: numbers alone mislead when a text has changed. */
  readonly units?: readonly [readonly string[], readonly string[]];
}

export interface TextLink {
  readonly a: string;
  readonly b: string;
  readonly status?: LinkStatus;
}

export interface TextLinks {
  readonly kind: 'texts';
  readonly links: readonly TextLink[];
  /** Of the two sides where the file says so, as it writes them. */
  readonly languages: readonly [string, string];
}

export type LinkFile = NumberedLinks | TextLinks;

/** The pair that a file is read for: a file may hold more than it. */
export interface PairMeant {
  readonly languages: readonly [string, string];
  readonly paths: readonly [string, string];
}
