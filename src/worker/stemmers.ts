/**
 * The stemmers of Snowball, compiled to WebAssembly by multilingual-stemmer. They are loaded when stems are first asked
 * for: a folder that is only read never pays for them.
 */
import type { StemmerOf } from '../corpus/stems/stem-classes.ts';
import type { Language } from '../shared/model.ts';

/** BCP 47 → the library's own codes, where they differ: Bokmål and Nynorsk share the Norwegian stemmer. */
const otherNames: Readonly<Record<Language, string>> = { nb: 'no', nn: 'no' };

/** What the library has, as the contract may be asked before it is loaded. Croatian and Bosnian have none of their own. */
const stemmed =
  'ar hy eu ca cs da nl en eo et fi fr de el hi hu id ga it lt ne no fa pl pt ro ru sr st es sv ta tr yi'.split(' ');

function codeOf(language: Language): string | undefined {
  const code = otherNames[language] ?? language;
  return stemmed.includes(code) ? code : undefined;
}

export function hasStemmer(language: Language): boolean {
  return codeOf(language) !== undefined;
}

let loading: Promise<StemmerOf> | undefined;

/** Loads once a thread. @throws Error when the library cannot be loaded, which is a broken installation */
export function loadStemmers(): Promise<StemmerOf> {
  loading ??= import('multilingual-stemmer').then(({ createStemmer }) => {
    type Code = Exclude<Parameters<typeof createStemmer>[0], number>;
    return (language) => {
      const code = codeOf(language);
      return code === undefined ? undefined : createStemmer(code as Code);
    };
  });
  return loading;
}
