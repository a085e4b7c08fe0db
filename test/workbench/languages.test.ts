import { describe, expect, it } from 'vitest';
import { languageTexts } from '../../bench/language-texts.ts';
import type { DocId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, opened } from './bench.ts';
import { ask } from './native-workbench.ts';

const texts = languageTexts();
const longTexts = (group: string): string[] =>
  texts.filter((text) => text.group === group && text.words > 25).map(({ text }) => text);

describe('a document in two languages', () => {
  it('says the shares of its languages, and each paragraph its own', async () => {
    const { workbench } = bench();
    const [spanish] = longTexts('es');
    const paragraphs = [...longTexts('ar').slice(0, 4), spanish!, '— @presidencia', ...longTexts('ar').slice(4, 6)];
    const root = temporaryFolder({
      'a.txt': paragraphs.join('\n'),
      'b.txt': longTexts('mk').join('\n'),
      'c.txt': paragraphs.join('\n'),
      'metadata.csv': 'file,language\nc.txt,arz\n',
    });
    const { corpus } = await opened(workbench, root);
    const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 10 });
    expect(documents.map(({ language, languages }) => [language, ...languages.map((one) => one.language)])).toEqual([
      ['ar', 'ar', 'es'],
      ['mk', 'mk'],
      ['arz', 'arz', 'es'],
    ]);
    const languagesOf = async (doc: number): Promise<string[]> => {
      const answer = await ask(workbench, 'document.text', { corpus, doc: doc as DocId });
      return answer.paragraphs.map(({ language }) => language);
    };
    expect(await languagesOf(0)).toEqual(['ar', 'ar', 'ar', 'ar', 'es', 'ar', 'ar', 'ar']);
    expect(new Set(await languagesOf(1))).toEqual(new Set(['mk']));
    expect(await languagesOf(2)).toEqual(['arz', 'arz', 'arz', 'arz', 'es', 'arz', 'arz', 'arz']);
  });
});
