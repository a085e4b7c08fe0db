import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../src/main/page/request-envelope.ts';

describe('the envelope of a request', () => {
  it('passes id, name and params on and drops the rest', () => {
    const reading = readEnvelope({ id: 3, name: 'app.about', params: { a: [1] }, path: '/etc' });
    expect(reading).toEqual({ ok: true, request: { id: 3, name: 'app.about', params: { a: [1] } } });
  });

  it.each([
    ['a name that is no text', { id: 7, name: 1, params: {} }, 7],
    ['a name that is too long', { id: 0, name: 'x'.repeat(81), params: {} }, 0],
    ['no params', { id: 1, name: 'app.about' }, 1],
    ['no id', { name: 'app.about', params: {} }, null],
    ['a negative id', { id: -1, name: 'app.about', params: {} }, null],
    ['an id between numbers', { id: 0.5, name: 'app.about', params: {} }, null],
    ['nothing', undefined, null],
    ['null', null, null],
    ['a list', [1, 'app.about', {}], null],
    ['text', 'app.about', null],
  ])('refuses %s', (_what, value, id) => {
    const reading = readEnvelope(value);
    expect(reading).toMatchObject({ ok: false, id, error: { code: 'bad-request' } });
  });

  it('never throws, and accepts exactly what has the form', () => {
    const likely = fc.record(
      {
        id: fc.oneof(fc.nat(), fc.anything()),
        name: fc.oneof(fc.string({ maxLength: 90 }), fc.anything()),
        params: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true, withMap: true }), likely), (value) => {
        const reading = readEnvelope(value);
        const { id, name } = (value ?? {}) as { id?: unknown; name?: unknown };
        const isAddressed = Number.isSafeInteger(id) && (id as number) >= 0;
        const isNamed = typeof name === 'string' && name.length <= 80;
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        expect(reading.ok).toBe(isObject && isAddressed && isNamed && 'params' in value);
      }),
      { numRuns: 3_000 },
    );
  });
});
