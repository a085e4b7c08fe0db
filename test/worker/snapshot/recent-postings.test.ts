import { describe, expect, it } from 'vitest';
import { RecentPostings } from '../../../src/worker/snapshot/recent-postings.ts';

const tokens = (count: number): Uint32Array => new Uint32Array(count);

describe('the postings read last', () => {
  it('are kept up to so many bytes, those asked for longest ago going first', () => {
    const recent = new RecentPostings(40);
    recent.keep(1, tokens(5));
    recent.keep(2, tokens(5));
    expect(recent.find(1)).toHaveLength(5);
    recent.keep(3, tokens(2));
    expect([1, 2, 3].map((cls) => recent.find(cls)?.length)).toEqual([5, undefined, 2]);
  });

  it('leave out what is too long by itself', () => {
    const recent = new RecentPostings(40);
    recent.keep(1, tokens(11));
    expect(recent.find(1)).toBeUndefined();
    recent.keep(2, tokens(10));
    expect(recent.find(2)).toHaveLength(10);
  });
});
