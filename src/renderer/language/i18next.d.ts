/** Tells i18next which keys there are, so that `npm run types` fails on a key that is not. */
import 'i18next';
import type * as english from './english.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
  }
}
