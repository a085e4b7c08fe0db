/** One document on a card: what Lectern knows of it, how sure it is, and what the reader can put right. */
import { BookOpenText } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import type { DocumentSummary } from '../../../shared/answers.ts';
import { readWith } from '../../app/actions/aligned.ts';
import { useDocuments } from '../../app/documents.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { formatCount, formatPercent, languageName } from '../../ui/format.ts';
import './document-card.css';
import { DocumentMetadata } from './document-metadata.tsx';
import { DocumentVersions } from './document-versions.tsx';
import { DocumentCorrections } from './document-corrections.tsx';
import { RepairOffer } from './repair-offer.tsx';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');
const aligned = wordsOf('aligned');

interface DocumentCardProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  /** The document has another number now; null when nothing is left of it. */
  readonly onMoved: (doc: DocId | null) => void;
  readonly onClose: () => void;
}

export function DocumentCard({ corpus, doc, onMoved, onClose }: DocumentCardProps) {
  const { documents } = useDocuments(corpus);
  const found = documents.find((document) => document.doc === doc);
  // While it is read again the list is on its way: the card keeps what it showed.
  const [last, setLast] = useState(found);
  if (found && found !== last) setLast(found);
  const document = found ?? last;
  const [edition, setEdition] = useState(0);
  const ask = useCallback(() => request('corpus.reading', { corpus }), [corpus]);
  const answered = useAnswer(`${corpus} ${edition}`, ask);
  // Kept while it is asked anew: the focus is in the form that is made of it.
  const [lastAnswered, setLastAnswered] = useState(answered);
  if (answered && answered !== lastAnswered) setLastAnswered(answered);
  const reading = answered ?? lastAnswered;
  if (!document) return null;
  const corrected = (now: DocId | null) => {
    setEdition(edition + 1);
    onMoved(now);
  };
  return (
    <PaperDialog title={document.title === '' ? document.path : document.title} onClose={onClose}>
      <Facts document={document} />
      <Button
        className="ui-button"
        onPress={() => {
          onClose();
          readWith(doc);
        }}
      >
        <BookOpenText size={14} aria-hidden />
        {aligned('command.readWithShort')}
      </Button>
      {(document.repair !== undefined || document.repaired) && (
        <RepairOffer corpus={corpus} document={document} onCorrected={corrected} />
      )}
      {reading?.answer && (
        <DocumentCorrections
          corpus={corpus}
          document={document}
          corrections={reading.answer.corrections}
          encodings={reading.answer.encodings}
          onCorrected={corrected}
        />
      )}
      {reading?.failure && <p role="alert">{reading.failure.message}</p>}
      <DocumentMetadata corpus={corpus} document={document} onClose={onClose} />
      <DocumentVersions corpus={corpus} doc={document.doc} onClose={onClose} />
    </PaperDialog>
  );
}

function Facts({ document }: { readonly document: DocumentSummary }) {
  const { path, format, encoding, encodingConfidence, language, languageConfidence, languages } = document;
  const { tokens, types, sentences, paragraphs, modified } = document;
  return (
    <dl className="card-facts">
      <dt>{t('documentCard.file')}</dt>
      <dd>
        <bdi>{path}</bdi>
      </dd>
      <dt>{t('documentCard.format')}</dt>
      <dd>{format}</dd>
      <dt>{t('documentCard.encoding')}</dt>
      <dd>
        {encoding} <Sureness of={encodingConfidence} />
      </dd>
      <dt>{t('documentCard.language')}</dt>
      <dd>
        {languageName(language)} <Sureness of={languageConfidence} />
        {languages.length > 1 && (
          <span className="card-mixed">
            {t('documentCard.mixed', {
              languages: listText(
                languages.map((part) => `${languageName(part.language)} ${formatPercent(part.share)}`),
              ),
            })}
          </span>
        )}
      </dd>
      <dt>{t('documentCard.size')}</dt>
      <dd className="ui-number">
        {listText([
          formatCount(tokens, 'token'),
          formatCount(types, 'type'),
          formatCount(sentences, 'sentence'),
          formatCount(paragraphs, 'paragraph'),
        ])}
      </dd>
      <dt>{t('documentCard.changed')}</dt>
      <dd>
        <time dateTime={modified}>{modified.slice(0, 16).replace('T', ' ')}</time>
      </dd>
    </dl>
  );
}

/** What rounds to certainty leaves nothing to say. */
function Sureness({ of: confidence }: { readonly of: number }) {
  if (confidence >= 0.995) return null;
  return (
    <span className={confidence < 0.7 ? 'card-sureness card-unsure' : 'card-sureness'}>
      {t('documentCard.sure', { confidence: formatPercent(confidence) })}
    </span>
  );
}
