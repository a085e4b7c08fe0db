import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearWords } from '../../src/renderer/features/concordance/near-words.ts';

/** The words found, nearest to the match first. */
function found(text: string, side: 'before' | 'after', count = 5): string[] {
  return nearWords(text, side, count)
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place)
    .map((stretch) => stretch.text);
}

describe('nearWords', () => {
  it('counts from the match outwards', () => {
    expect(found('the quick brown fox ', 'before', 3)).toEqual(['fox', 'brown', 'quick']);
    expect(found(' jumps over the lazy dog', 'after', 3)).toEqual(['jumps', 'over', 'the']);
  });

  it('keeps words whole as the engine does', () => {
    expect(found(', don’t re-elect д-р', 'after')).toEqual(['don’t', 're-elect', 'д-р']);
    expect(found(' 3.14 and 1,500 in 2021.', 'after')).toEqual(['3.14', 'and', '1,500', 'in', '2021']);
    expect(found('see https://example.org/a?b=c ', 'before')).toEqual(['https://example.org/a?b=c', 'see']);
    expect(found('from @line47 #NightTrain train@example.org ', 'before')).toEqual([
      'train@example.org',
      '#NightTrain',
      '@line47',
      'from',
    ]);
  });

  it('reads Arabic in its own order, with its vowel signs', () => {
    expect(found('كان أول كِتَاب عبر الجسر ', 'before', 3)).toEqual(['الجسر', 'عبر', 'كِتَاب']);
    expect(found('»: "هل يعتقد العالم', 'after', 2)).toEqual(['هل', 'يعتقد']);
  });

  it('divides scripts that write no spaces', () => {
    expect(found('我们在图书馆', 'after', 2)).toEqual(['我们', '在']);
  });

  it('finds nothing where there are no words', () => {
    expect(nearWords('', 'before', 3)).toEqual([]);
    expect(nearWords(' – … ', 'after', 3)).toEqual([{ text: ' – … ', place: 0 }]);
  });

  it('never loses or moves a character, and numbers the places outwards', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab é ќ سَ 我 1.,-’@#«» 🙂')), maxLength: 900 });
    fc.assert(
      fc.property(text, fc.constantFrom('before' as const, 'after' as const), fc.nat(6), (context, side, count) => {
        const stretches = nearWords(context, side, count);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(context);
        const places = stretches.map(({ place }) => place).filter((place) => place > 0);
        const outwards = places.map((_, index) => index + 1);
        expect(places).toEqual(side === 'before' ? outwards.reverse() : outwards);
        expect(places.length).toBeLessThanOrEqual(count);
      }),
    );
  });
});
