import { describe, expect, it } from 'vitest';
import { isDateField, isoDate } from '../../src/worker/metadata-dates.ts';

describe('isoDate', () => {
  it.each([
    ['2022', '2022'],
    ['2022-03', '2022-03'],
    ['2022-03-05', '2022-03-05'],
    ['2022/3/5', '2022-03-05'],
    ['2022.03.05.', '2022-03-05'],
    ['20220305', '2022-03-05'],
    ['2022/03', '2022-03'],
    ['2022-03-05 10:15:00', '2022-03-05T10:15:00'],
    ['2022-03-05T10:15:00 +01:00', '2022-03-05T10:15:00+01:00'],
    ['5.3.2022', '2022-03-05'],
    ['05. 03. 2022', '2022-03-05'],
    ['12.11.2022 г.', '2022-11-12'],
    ['25/12/2022', '2022-12-25'],
    ['12/25/2022', '2022-12-25'],
    ['05/05/2022', '2022-05-05'],
    ['5 March 2022', '2022-03-05'],
    ['March 5th, 2022', '2022-03-05'],
    ['Sat, 5 Mar 2022 10:00:00 +0100', '2022-03-05'],
    ['Mar. 2022', '2022-03'],
    ['5 март 2022', '2022-03-05'],
    ['5 марта 2022 г.', '2022-03-05'],
    ['5. ožujka 2022.', '2022-03-05'],
    ['٥ مارس ٢٠٢٢', '2022-03-05'],
    ['5 آذار 2022', '2022-03-05'],
    ['5 de marzo de 2022', '2022-03-05'],
    ['5. März 2022', '2022-03-05'],
    ['5 Mart 2022', '2022-03-05'],
  ])('%s is %s', (written, iso) => {
    expect(isoDate(written)).toBe(iso);
  });

  it.each([
    '05/06/2022', // a day of May or of June
    '5 listopada 2022', // October in Croatian, November in Polish
    '31.2.2022',
    '30 February 2022',
    'last spring',
    '12345',
    'c. 1900',
    '',
  ])('leaves %j as it was written', (written) => {
    expect(isoDate(written)).toBe(written);
  });

  it('changes nothing that it gave', () => {
    for (const written of ['5 March 2022', '2022/3/5', 'Mar. 2022', '2022-03-05 10:15:00', 'whenever'])
      expect(isoDate(isoDate(written))).toBe(isoDate(written));
  });
});

describe('isDateField', () => {
  it.each(['date', 'Date', 'pub_date', 'датум', 'التاريخ', 'published'])('%s', (name) => {
    expect(isDateField(name)).toBe(true);
  });
  it.each(['title', 'source', 'dated', 'n'])('not %s', (name) => {
    expect(isDateField(name)).toBe(false);
  });
});
