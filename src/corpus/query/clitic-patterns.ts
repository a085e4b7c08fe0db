/** A pattern that asks for each of its literal words also with particles and pronouns written onto it. */
import type { Lexicon } from '../index/corpus-index.ts';
import { withClitics } from './clitics.ts';
import type { Glob, Pattern, TokenTest } from './pattern.ts';

/** The one literal that a glob is; undefined for a word with wildcards. */
export function literalOf(glob: Glob): string | undefined {
  const [only] = glob;
  return glob.length === 1 && only?.kind === 'literal' ? only.text : undefined;
}

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
  switch (pattern.kind) {
    case 'token':
      return { kind: 'token', test: testWithClitics(lexicon, pattern.test) };
    case 'sequence':
    case 'either':
      return { kind: pattern.kind, parts: pattern.parts.map((part) => patternWithClitics(lexicon, part)) };
    case 'repeat':
      return { ...pattern, part: patternWithClitics(lexicon, pattern.part) };
    case 'near':
      return {
        ...pattern,
        left: patternWithClitics(lexicon, pattern.left),
        right: patternWithClitics(lexicon, pattern.right),
      };
    default:
      return pattern;
  }
}
