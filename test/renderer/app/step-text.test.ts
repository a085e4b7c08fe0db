/** Every step of a project is said in every language, with all that it is about. */
import { afterEach, describe, expect, it } from 'vitest';
import { stepText } from '../../../src/renderer/app/step-text.ts';
import { languages } from '../../../src/renderer/language/languages.ts';
import { speak } from '../../../src/renderer/language/spoken.ts';
import { stepKeys, stepSays } from '../../../src/shared/step-words.ts';

const names = { name: 'N-1', to: 'T-1', from: 'F-1', verdict: 'V-1', path: 'P-1', now: 'W-1', a: 'A-1', b: 'B-1' };
const values = { ...names, rules: 2, count: 7, made: '2026-11-22T10:00:00.000Z', held: 3, review: 1 };

afterEach(() => {
  speak('en');
});

describe('what a step did', () => {
  it.each(languages)('is said in %s', (language) => {
    speak(language);
    for (const key of stepKeys) {
      const said = stepText(stepSays(key, values));
      expect(said, key).not.toMatch(/\{\{|undefined|^[a-z]+\.[a-zA-Z]+$/u);
      expect(said, key).toMatch(/\P{ASCII}|\w \w/u);
    }
  });

  it('names what it is about, in the number that the language has for it', () => {
    expect(stepText(stepSays('passage.tag', { count: 1 }))).toBe('Tag a passage');
    expect(stepText(stepSays('passage.tag', { count: 1400 }))).toBe('Tag 1,400 passages');
    expect(stepText(stepSays('tag.rename', { name: 'Lakes', to: 'Seas' }))).toContain('Lakes');
    expect(stepText(stepSays('file.change', values))).toMatch(/P-1.*3 passages moved with it.*a passage waits/u);
    speak('ar');
    expect(stepText(stepSays('passage.tag', { count: 2 }))).toBe('وسم مقطعين');
    expect(stepText(stepSays('trash.restore', {}, stepSays('passage.delete', { count: 3 })))).toContain('3 مقاطع');
  });

  it('of an older project is shown as it was written', () => {
    expect(stepText({ text: 'Tag 14 passages' })).toBe('Tag 14 passages');
    expect(stepText(stepSays('trash.restore', {}, { text: 'Delete a note' }))).toContain('Delete a note');
  });
});
