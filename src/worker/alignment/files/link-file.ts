/** What a file of links holds: which segments by number, or which texts answer each other. */

export interface NumberedLink {
  /** Numbers of segments, from 0, in the order of the file; empty for what is alone. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface TextLink {
  readonly a: string;
  readonly b: string;
}

export interface TextLinks {
  readonly kind: 'texts';
  readonly links: readonly TextLink[];
  /** Of the two sides where the file says so, as it writes them. */
  readonly languages: readonly [string, string];
}

export type LinkFile = { readonly kind: 'numbers'; readonly links: readonly NumberedLink[] } | TextLinks;
