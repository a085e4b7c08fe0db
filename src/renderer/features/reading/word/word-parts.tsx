/** The parts of a word's card that are asked for after it is there: forms, company, lines. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { WordCard } from '../../../../shared/words.ts';
import { readDocument } from '../../../app/actions/read.ts';
import { currentCorpus } from '../../../app/store/library.ts';
import { useApp } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatNumber } from '../../../ui/format.ts';
import { queryOfForm, queryOfPair, searchWord } from './word-actions.ts';
import { useWordCompany, useWordForms } from './use-word.ts';

const t = wordsOf('reading');

interface PartProps {
  readonly corpus: CorpusId;
  readonly word: WordCard;
}

interface Form {
  readonly form: string;
  readonly count: number;
  /** What stands before and after the word, `و + … + هم`. */
  readonly pieces?: string;
}

export function WordFormsPart({ corpus, word }: PartProps) {
  const types = useApp(currentCorpus)?.types ?? 0;
  const forms = useWordForms(corpus, word, types);
  if (!forms) return <Part title={t('word.forms')}>{t('word.asking')}</Part>;
  const { spellings, inflected, attached, inside } = forms;
  const withPieces = ({ form, count, before, after }: (typeof inside)[number]): Form => ({
    form,
    count,
    pieces: [before, '…', after].filter((piece) => piece !== '').join(' + '),
  });
  return (
    <>
      {inside.length > 0 && (
        <FormsPart title={t('word.inside')} word={word} forms={inside.map(withPieces)} total={inside.length} />
      )}
      {spellings.total > 1 && (
        <FormsPart title={t('word.spellings')} word={word} forms={spellings.forms} total={spellings.total} />
      )}
      {inflected && inflected.total > 0 && (
        <FormsPart title={t('word.inflected')} word={word} forms={inflected.forms} total={inflected.total} />
      )}
      {attached.total > 0 && (
        <FormsPart
          title={t('word.attached')}
          word={word}
          forms={attached.forms.map(withPieces)}
          total={attached.total}
        />
      )}
    </>
  );
}

interface FormsPartProps {
  readonly title: string;
  readonly word: WordCard;
  readonly forms: readonly Form[];
  readonly total: number;
}

function FormsPart({ title, word, forms, total }: FormsPartProps) {
  const rest = total - forms.length;
  return (
    <Part title={title}>
      <ul className="word-card-forms">
        {forms.map(({ form, count, pieces }) => (
          <li key={`${form} ${pieces ?? ''}`}>
            <Button
              className="word-card-form"
              onPress={() => {
                searchWord(queryOfForm(word.query, form), false);
              }}
            >
              <bdi>{form}</bdi>
              {pieces !== undefined && <bdi className="word-card-pieces">{pieces}</bdi>}
              <span className="ui-number">{formatNumber(count)}</span>
            </Button>
          </li>
        ))}
        {rest > 0 && <li className="word-card-note">{t('word.more', { number: formatNumber(rest) })}</li>}
      </ul>
    </Part>
  );
}

export function WordCompanyPart({ corpus, word }: PartProps) {
  const company = useWordCompany(corpus, word);
  if (!company) return <Part title={t('word.company')}>{t('word.asking')}</Part>;
  if (company.collocates.length === 0) return null;
  return (
    <Part title={t('word.company')}>
      <ul className="word-card-forms">
        {company.collocates.map(({ form, observed, direction }) => (
          <li key={form}>
            <Button
              className="word-card-form"
              onPress={() => {
                searchWord(queryOfPair(word.query, form), false);
              }}
            >
              <bdi dir={direction}>{form}</bdi>
              <span className="ui-number">{formatNumber(observed)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function WordLinesPart({ corpus, word }: PartProps) {
  if (word.lines.length === 0) return null;
  return (
    <Part title={t('word.lines')}>
      <ol className="word-card-lines">
        {word.lines.map((line) => (
          <li key={line.n}>
            <Button
              className="word-card-line"
              onPress={() => {
                readDocument(corpus, line.doc, { start: line.start, end: line.end });
              }}
            >
              <span dir={line.direction} lang={line.language === 'und' ? undefined : line.language}>
                {line.before}
                <mark>{line.match}</mark>
                {line.after}
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="word-card-part">
      <h4 className="ui-label">{title}</h4>
      {children}
    </section>
  );
}
