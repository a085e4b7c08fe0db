/**
 * A sentence with parts that are marked up: `No line holds <query>{{query}}</query>`, with `components={{ query: <bdi /> }}`.
 *
 * react-i18next's `Trans` reads values as mark-up too. Here they may hold anything, such as the query `<s> [lower="a"]`, so
 * the sentence is taken apart before they are put in.
 */
import type { ParseKeys, TFunction } from 'i18next';
import { cloneElement, Fragment, type ReactElement } from 'react';
import type { Namespace } from './words.ts';

interface Parts {
  readonly components: Readonly<Record<string, ReactElement>>;
  readonly values?: Readonly<Record<string, string>>;
}

interface SaidProps<Name extends Namespace> extends Parts {
  readonly t: TFunction<Name>;
  readonly i18nKey: ParseKeys<Name>;
}

interface AnySaidProps extends Parts {
  readonly t: (key: string, values: Readonly<Record<string, string>>) => string;
  readonly i18nKey: string;
}

/** Stands for `<` inside a value while the sentence is taken apart: U+FFFF is no character. */
const less = '\uffff';
const part = /<(\w+)>(.*?)<\/\1>/gsu;

export function Said<Name extends Namespace>(props: SaidProps<Name>): ReactElement;
export function Said({ t, i18nKey, components, values = {} }: AnySaidProps): ReactElement {
  const hidden = Object.entries(values).map(([name, value]) => [name, value.replaceAll('<', less)] as const);
  const sentence = t(i18nKey, Object.fromEntries(hidden));
  const shown: (string | ReactElement)[] = [];
  const plain = (text: string) => text.replaceAll(less, '<');
  let done = 0;
  for (const { 0: whole, 1: name = '', 2: inner = '', index } of sentence.matchAll(part)) {
    shown.push(plain(sentence.slice(done, index)));
    const component = components[name] ?? <Fragment />;
    shown.push(cloneElement(component, { key: `${name} ${index}` }, plain(inner)));
    done = index + whole.length;
  }
  shown.push(plain(sentence.slice(done)));
  return <>{shown}</>;
}
