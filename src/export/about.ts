/** What a file of lines says of itself: the query, how its lines were chosen and shown, and the texts they are of. */
import { writeLink, type ResultLink } from '../shared/link.ts';

export interface AboutResult extends ResultLink {
  readonly total: number;
  readonly tokens: number;
}

/** Name and value of each fact, for people. */
export function factsOf(about: AboutResult): (readonly [name: string, value: string])[] {
  const { query, where, sort, steps, context, folder, fingerprint, total, tokens } = about;
  const options = (['case', 'marks', 'stems', 'clitics'] as const).filter((option) => query[option] === true);
  const facts: (readonly [string, string])[] = [
    ['Query', query.text],
    ['Read as', [query.mode, ...options].join(', ')],
    ['Only where', where],
    ['Steps', steps.map((step) => JSON.stringify(step)).join(' → ')],
    ['Sorted by', sort.join(', ')],
    [
      'Context',
      context.unit === 'tokens' || context.unit === 'characters' ? `${context.size} ${context.unit}` : context.unit,
    ],
    ['Lines', String(total)],
    ['Tokens searched', String(tokens)],
    ['Folder', folder],
    ['Texts (SHA-256)', fingerprint],
    ['Link', writeLink(about)],
  ];
  return facts.filter(([, value]) => value !== '');
}
