/** By what the words of each language are gathered when they are asked by their stems, and lists of lemmas for that. */
import { useCallback, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import { type LanguageStems, longestLemmaPiece } from '../../../shared/answers.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { formatCount, formatNumber, languageName } from '../../ui/format.ts';
import { useCorrecting } from './use-correcting.ts';
import './word-forms.css';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

export function WordForms({ corpus }: { readonly corpus: CorpusId }) {
  const ask = useCallback(() => request('stems.languages', { corpus }), [corpus]);
  const answered = useAnswer(corpus, ask);
  const [changed, setChanged] = useState<readonly LanguageStems[] | null>(null);
  const remark = useApp((state) => state.remark);
  const { isBusy, failure, run } = useCorrecting();
  const languages = changed ?? answered?.answer?.languages ?? [];
  const take = (language: string, file: File | undefined) => {
    if (!file) return;
    run(async () => {
      setChanged(await sendList(corpus, language, file));
      remark(t('wordForms.wordsNowGoBy', { language: languageName(language), name: file.name }));
    });
  };
  return (
    <section className="word-forms" aria-label={t('wordForms.formsWords')}>
      <h3 className="ui-field-label">{t('wordForms.formsWords')}</h3>
      <p className="ui-field-hint">{t('wordForms.whatIngQueryBar')}</p>
      {failure && (
        <p role="alert" className="ui-field-error">
          {failure.message}
          {failure.where !== undefined && (
            <>
              {' '}
              (<bdi>{failure.where}</bdi>)
            </>
          )}
        </p>
      )}
      <ul>
        {languages.map((known) => (
          <li key={known.language} className="word-forms-row">
            <span>{languageName(known.language)}</span>
            <Means of={known} />
            <FileTrigger
              acceptedFileTypes={['text/plain', '.txt', '.tsv']}
              onSelect={(files) => {
                take(known.language, files?.[0]);
              }}
            >
              <Button className="ui-button ui-button-quiet" isDisabled={isBusy}>
                {known.list ? t('wordForms.anotherList') : t('wordForms.takeList')}
                <span className="ui-hidden"> {t('wordForms.for', { language: languageName(known.language) })}</span>
              </Button>
            </FileTrigger>
            {known.list && (
              <Button
                className="ui-button ui-button-quiet"
                onPress={() => {
                  run(async () => {
                    setChanged((await request('lemmas.delete', { corpus, language: known.language })).languages);
                  });
                }}
              >
                {t('wordForms.without')}
                <span className="ui-hidden"> {t('wordForms.for', { language: languageName(known.language) })}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Means({ of: { by, list } }: { readonly of: LanguageStems }) {
  if (!list)
    return (
      <span className="word-forms-means">
        {by === 'snowball' ? t('wordForms.bySnowballStemmer') : t('wordForms.noStemmerEachWord')}
      </span>
    );
  const { name, lemmas, forms, unread, unreadLines, disputed } = list;
  const remarks = [
    ...(unread > 0
      ? [
          t('wordForms.notRead', {
            lines: formatCount(unread, 'line'),
            numbers: listText(unreadLines.map((line) => formatNumber(line))),
          }),
        ]
      : []),
    ...(disputed > 0 ? [t('wordForms.claimedTwiceFirstLine', { forms: formatCount(disputed, 'form') })] : []),
  ];
  return (
    <span className="word-forms-means">
      <Said
        t={t}
        i18nKey="wordForms.by"
        components={{ name: <bdi /> }}
        values={{ name, lemmas: formatCount(lemmas, 'lemma'), forms: formatCount(forms, 'form') }}
      />
      {remarks.map((remark) => (
        <span key={remark} className="word-forms-remark">
          {remark}
        </span>
      ))}
    </span>
  );
}

/** Hands a list over in pieces that a message can carry; it is kept with what else was said of the folder. */
async function sendList(corpus: CorpusId, language: string, file: File): Promise<readonly LanguageStems[]> {
  const text = await file.text();
  const pieces = Math.max(1, Math.ceil(text.length / longestLemmaPiece));
  let languages: readonly LanguageStems[] = [];
  for (let at = 0; at < pieces; at++) {
    const piece = text.slice(at * longestLemmaPiece, (at + 1) * longestLemmaPiece);
    const place = { first: at === 0, last: at === pieces - 1, keep: true };
    languages = (await request('lemmas.save', { corpus, language, name: file.name, piece, ...place })).languages;
  }
  return languages;
}
