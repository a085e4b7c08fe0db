/** A pattern that asks for each of its literal words also with particles and pronouns written onto it. */
import type { Lexicon } from '../index/corpus-index.ts';
import { withClitics } from './clitics.ts';
import { literalOf } from './glob.ts';
import type { Pattern, TokenTest } from './pattern.ts';
import { withTests } from './pattern.ts';

function testWithClitics(lexicon: Lexicon, test: TokenTest): TokenTest {
  if (test.kind === 'some') return { kind: 'some', of: test.of.map((one) => testWithClitics(lexicon, one)) };
  const word = test.kind === 'glob' ? literalOf(test.glob) : undefined;
  if (test.kind !== 'glob' || word === undefined) return test;
  const { key } = test;
  const forms = withClitics(lexicon, word, key);
  if (forms.length === 0) return test;
  return {
    kind: 'some',
    of: forms.map(({ form }) => ({ kind: 'glob', key, glob: [{ kind: 'literal', text: form }] })),
  };
}

/** `pattern` of the simple mode. Words that are not Arabic stay as they are. */
export function patternWithClitics(lexicon: Lexicon, pattern: Pattern): Pattern {
  return withTests(pattern, (test) => testWithClitics(lexicon, test));
}
