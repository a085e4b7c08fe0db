import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Said } from '../../../src/renderer/language/said.tsx';
import { wordsOf } from '../../../src/renderer/language/words.ts';

const t = wordsOf('concordance');

describe('a sentence with marked-up parts', () => {
  it.each(['lake', '<s> [fold="a" & !fold=\'b\']', '</query><b>x</b>', '{{query}} $t(common:close)', 'مادورو', '&lt;'])(
    'holds %s as it is',
    (query) => {
      const drawn = renderToStaticMarkup(
        createElement(Said<'concordance'>, {
          t,
          i18nKey: 'noLines.none',
          components: { query: createElement('bdi') },
          values: { query },
        }),
      );
      const text = createElement('p', {}, 'No line holds ', createElement('bdi', {}, query));
      expect(`<p>${drawn.replaceAll(/[\u2068\u2069]/g, '')}</p>`).toBe(renderToStaticMarkup(text));
    },
  );
});
