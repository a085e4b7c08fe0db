/**
 * Puts places in the place of tags: which passages a name means is asked once of whoever keeps them, and the matcher then
 * knows nothing of it.
 */
import { badQuery } from './bad-query.ts';
import { foldedFor } from './glob.ts';
import type { DocumentCondition, Pattern, TokenTest } from './pattern.ts';
import { withTests } from './pattern.ts';
import type { HitSet } from './query-result.ts';
import { RegexMatcher } from './regex-matcher.ts';
import { TokenPlaces } from './token-places.ts';

/** The passages that have a tag whose name, or the name of a tag above it, is meant: as runs of tokens, in text order. */
export type TagSource = (means: (name: string) => boolean) => HitSet;

/** Whether tagged passages may be needed to answer a query of the cql mode. */
export function mayAskForTags(text: string): boolean {
  return text.includes('tag');
}

export function resolvedTags(pattern: Pattern, tagged: TagSource | undefined): Pattern {
  return withTests(pattern, (test) => withPlaces(test, tagged));
}

function withPlaces(test: TokenTest, tagged: TagSource | undefined): TokenTest {
  switch (test.kind) {
    case 'tag': {
      if (!tagged) throw badQuery('There are no tags here to ask for.', test.at, test.until);
      const matcher = new RegexMatcher(test.regex, test.key, test.at, test.until);
      const runs = tagged((name) => {
        const folded = foldedFor(test.key, name);
        return matcher.matches(folded, 0, folded.length);
      });
      return { kind: 'places', places: TokenPlaces.ofRuns(runs) };
    }
    case 'some':
    case 'all':
      return { kind: test.kind, of: test.of.map((one) => withPlaces(one, tagged)) };
    case 'not':
      return { kind: 'not', of: withPlaces(test.of, tagged) };
    default:
      return test;
  }
}

/** The passages that `<tag …/>` means. `length`: of the query, for failures that running it brings. */
export function passagesTagged(
  conditions: readonly DocumentCondition[],
  tagged: TagSource | undefined,
  length: number,
): HitSet {
  if (!tagged) throw badQuery('There are no tags here to ask for.', 0, length);
  const tests = conditions.map(({ negated, regex, key }) => {
    const matcher = new RegexMatcher(regex, key, 0, length);
    return (name: string) => {
      const folded = foldedFor(key, name);
      return matcher.matches(folded, 0, folded.length) !== negated;
    };
  });
  return tagged((name) => tests.every((passes) => passes(name)));
}
