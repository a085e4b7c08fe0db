/**
 * The regex mode's expressions: JavaScript's with the `v` flag, and with `\w`, `\b` and `\d` in their Unicode sense.
 *
 * `\w` of JavaScript is a–z, 0–9 and `_`: in an Arabic or Macedonian text it matches nothing and `\b` stands in no place
 * that a reader would call the edge of a word. Here a word character is a letter, a mark, a digit or `_` (Unicode
 * Technical Standard 18, annex C). A kept parser reads the expression, so that a mistake has its place, and so that only
 * real escapes are rewritten, never a `\\w`.
 */
import { RegExpParser, RegExpSyntaxError, visitRegExpAST } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import type { Outcome } from '../../shared/failure.ts';
import { done, failed } from '../../shared/failure.ts';

export interface UnicodePattern {
  readonly source: string;
  readonly flags: string;
}

const wordSet = String.raw`\p{L}\p{M}\p{Nd}\p{Pc}`;
const atEdge = String.raw`(?:(?<=[${wordSet}])(?![${wordSet}])|(?<![${wordSet}])(?=[${wordSet}]))`;
const notAtEdge = String.raw`(?:(?<=[${wordSet}])(?=[${wordSet}])|(?<![${wordSet}])(?![${wordSet}]))`;

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function replacementFor(node: AST.EscapeCharacterSet): string | undefined {
  const not = node.negate ? '^' : '';
  if (node.kind === 'word') return `[${not}${wordSet}]`;
  if (node.kind === 'digit') return node.negate ? String.raw`\P{Nd}` : String.raw`\p{Nd}`;
  return undefined;
}

function replacements(pattern: AST.Pattern): Replacement[] {
  const found: Replacement[] = [];
  visitRegExpAST(pattern, {
    onCharacterSetEnter(node) {
      if (node.kind !== 'word' && node.kind !== 'digit') return;
      // With the v flag a set may stand in a set, so the same text serves inside brackets and outside.
      found.push({ start: node.start, end: node.end, by: replacementFor(node)! });
    },
    onAssertionEnter(node) {
      if (node.kind === 'word') found.push({ start: node.start, end: node.end, by: node.negate ? notAtEdge : atEdge });
    },
  });
  return found.sort((a, b) => b.start - a.start);
}

/**
 * `case` true: case counts. Fails with `bad-query`; `at` is the place in `text` where reading stopped making sense.
 * A pattern that can match nothing at all finds nothing, and is refused only when it is empty.
 */
export function unicodePattern(
  text: string,
  { case: caseCounts }: { readonly case: boolean },
): Outcome<UnicodePattern> {
  if (text.trim() === '')
    return failed('bad-query', 'A regular expression is expected, and there is none', { at: 0, until: text.length });
  try {
    const normal = text.normalize('NFC');
    const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(normal, 0, normal.length, {
      unicodeSets: true,
    });
    let source = normal;
    for (const { start, end, by } of replacements(pattern)) source = source.slice(0, start) + by + source.slice(end);
    const flags = caseCounts ? 'gv' : 'giv';
    // The parser may know a newer language than this engine: the engine has the last word.
    new RegExp(source, flags);
    return done({ source, flags });
  } catch (error) {
    if (error instanceof RegExpSyntaxError) {
      const at = Math.min(error.index, text.length);
      const reason = error.message.replace(/^Invalid regular expression: .*: /u, '');
      return failed('bad-query', `The expression cannot be read: ${reason}`, {
        at,
        until: Math.min(at + 1, text.length),
      });
    }
    if (error instanceof SyntaxError)
      return failed('bad-query', `The expression cannot be read: ${error.message}`, { at: 0, until: text.length });
    throw error;
  }
}
