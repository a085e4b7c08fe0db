/** Patterns on one line, so that a table of queries can be read. */
import type { Glob, Pattern, Place, TokenTest } from '../../../src/corpus/query/pattern.ts';
import type { Regex } from '../../../src/corpus/query/token-regex.ts';

export function shownGlob(glob: Glob): string {
  return glob.map((part) => (part.kind === 'literal' ? part.text : part.kind === 'many' ? '*' : '?')).join('');
}

function shownRegex(regex: Regex): string {
  switch (regex.kind) {
    case 'text':
      return regex.text;
    case 'any':
      return '.';
    case 'set':
      return `[${regex.negated ? '^' : ''}${regex.items.map((item) => (item.kind === 'class' ? item.source : `${String.fromCodePoint(item.from)}-${String.fromCodePoint(item.to)}`)).join('')}]`;
    case 'sequence':
      return regex.parts.map(shownRegex).join('·');
    case 'either':
      return `(${regex.parts.map(shownRegex).join('|')})`;
    case 'repeat':
      return `${shownRegex(regex.part)}{${regex.min},${regex.max}}`;
  }
}

function shownTest(test: TokenTest): string {
  switch (test.kind) {
    case 'any':
      return 'ANY';
    case 'glob':
      return `‹${shownGlob(test.glob)}›`;
    case 'regex':
      return `${test.key}/${shownRegex(test.regex)}/`;
    case 'language':
      return `lang/${shownRegex(test.regex)}/`;
    case 'tag':
      return `tag ${test.key}/${shownRegex(test.regex)}/`;
    case 'places':
      return `places ${test.places.tokens.join(' ')}`;
    case 'stem':
      return `stem ${test.word ?? ''}/${test.regex ? shownRegex(test.regex) : ''}/`;
    case 'types':
      return `types ${JSON.stringify(test.types)}${test.languages ? ` in ${test.languages.join(' ')}` : ''}`;
    case 'some':
      return `(${test.of.map(shownTest).join(' or ')})`;
    case 'all':
      return `(${test.of.map(shownTest).join(' and ')})`;
    case 'not':
      return `not ${shownTest(test.of)}`;
  }
}

function shownPlace(place: Place): string {
  switch (place.kind) {
    case 'region':
      return place.of;
    case 'document':
      return place.conditions
        .map(({ field, negated, key, regex }) => `${field}${negated ? '≠' : '='}${key}/${shownRegex(regex)}/`)
        .join(' ');
    case 'pattern':
      return shown(place.outer);
  }
}

export function shown(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'token':
      return shownTest(pattern.test);
    case 'sequence':
      return `[${pattern.parts.map(shown).join(' ')}]`;
    case 'either':
      return `{${pattern.parts.map(shown).join(' | ')}}`;
    case 'repeat':
      return `${shown(pattern.part)}×${pattern.min}–${pattern.max}`;
    case 'near':
      return `<${shown(pattern.left)} ${pattern.ordered ? 'before' : 'near'} ${pattern.words} ${shown(pattern.right)}>`;
    case 'boundary':
      return `${pattern.side} of ${pattern.of}`;
    case 'within':
      return `<${shown(pattern.part)} within ${shownPlace(pattern.place)}>`;
    case 'passages':
      return `tagged ${shownPlace({ kind: 'document', conditions: pattern.conditions })}`;
    case 'containing':
      return `<${shown(pattern.part)} containing ${shown(pattern.inner)}>`;
  }
}
