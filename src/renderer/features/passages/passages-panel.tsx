/** Passages that hold the words, best first: for finding an article again, where a concordance would be too exact. */
import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import type { Passage } from '../../../shared/answers.ts';
import type { Result } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { asFailure, start } from '../../app/actions/failures.ts';
import { readDocument } from '../../app/actions/read.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { store, useApp } from '../../app/store/store.ts';
import type { LikeWhat } from '../../app/store/surface.ts';
import { listText } from '../../language/locale.ts';
import { Check } from '../../ui/check.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import './passages-panel.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('passages');

const mostShown = 100;

interface PassagesPanelProps {
  readonly corpus: CorpusId;
  readonly onClose: () => void;
}

export function PassagesPanel({ corpus, onClose }: PassagesPanelProps) {
  const [words, setWords] = useState('');
  const [fuzzy, setFuzzy] = useState(false);
  const where = useApp((state) => state.typedWhere.trim());
  const { found, failure, isBusy, find, findLike } = usePassages(corpus);
  const like = useApp((state) => state.like);
  const seekLike = useEffectEvent((what: LikeWhat) => {
    setWords('');
    findLike(what);
  });
  useEffect(() => {
    if (like?.corpus !== corpus) return undefined;
    // After the panel is drawn, so that it can say that it is looking.
    const turn = setTimeout(() => {
      seekLike(like);
    });
    return () => {
      clearTimeout(turn);
    };
  }, [like, corpus]);
  return (
    <aside className="ui-column passages" aria-label={t('passagesPanel.passages')}>
      <header className="passages-head">
        <h2 className="passages-title">{t('passagesPanel.findPassages')}</h2>
        <IconButton small label={t('passagesPanel.closePassages')} icon={X} onPress={onClose} />
      </header>
      <form
        className="passages-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') find(words, fuzzy, where);
        }}
      >
        <TextInput
          label={t('passagesPanel.wordsAnyOrder')}
          autoFocus
          maxLength={1_000}
          value={words}
          onChange={setWords}
          {...(failure ? { problem: failure.message } : {})}
        />
        <Check isSelected={fuzzy} onChange={setFuzzy}>
          {t('passagesPanel.alsoWordsNearlySame')}
        </Check>
        <div className="passages-foot">
          <Button type="submit" className="ui-button ui-button-main" isDisabled={words.trim() === ''}>
            {isBusy ? t('passagesPanel.looking') : t('passagesPanel.find')}
          </Button>
          {where !== '' && (
            <p className="passages-note">
              <Said
                t={t}
                i18nKey="passagesPanel.onlyDocumentsWhere"
                components={{ where: <bdi /> }}
                values={{ where }}
              />
            </p>
          )}
        </div>
      </form>
      {found && <PassageList corpus={corpus} found={found} />}
    </aside>
  );
}

interface Found extends Omit<Result<'passages.find'>, 'words' | 'held'> {
  /** What was asked of what was written; absent when they are like another passage. */
  readonly holds?: Pick<Result<'passages.find'>, 'words' | 'held'>;
  /** What they are like, and the words that were looked for; absent when words were written. */
  readonly like?: Pick<Result<'passages.like'>, 'quote' | 'words'>;
}

function PassageList({ corpus, found }: { readonly corpus: CorpusId; readonly found: Found }) {
  const { passages, total, complete, like, holds } = found;
  if (total === 0)
    return <p className="passages-list">{t(like ? 'passagesPanel.nothingLike' : 'passagesPanel.noneHeld')}</p>;
  return (
    <div className="passages-list" tabIndex={0} role="group" aria-label={t('passagesPanel.passagesBestFirst')}>
      {like && (
        <div className="passages-like">
          <p dir="auto">{like.quote}</p>
          <p className="passages-note">
            {t('passagesPanel.byWords')} <bdi>{listText(like.words)}</bdi>
          </p>
        </div>
      )}
      {holds && holds.held < holds.words && (
        <p className="passages-note">{t('passagesPanel.holdsSome', { held: holds.held, words: holds.words })}</p>
      )}
      <p className="passages-note">
        {t(complete ? 'passagesPanel.total' : 'passagesPanel.orMore', { passages: formatCount(total, 'passage') })}
        {passages.length < total && ` ${t('passagesPanel.best', { number: formatNumber(passages.length) })}`}
      </p>
      <ol>
        {passages.map((passage) => (
          <PassageRow
            key={`${passage.doc} ${passage.start}`}
            passage={passage}
            onRead={() => {
              readDocument(corpus, passage.doc, { start: passage.start, end: passage.end });
            }}
          />
        ))}
      </ol>
    </div>
  );
}

function PassageRow({ passage, onRead }: { readonly passage: Passage; readonly onRead: () => void }) {
  const { text, path, direction, language, start: from } = passage;
  const marks = passage.marks.map(({ start, end }) => ({ start: start - from, end: end - from }));
  return (
    <li>
      <Button className="passages-passage" onPress={onRead}>
        <span className="passages-text" dir={direction} lang={language === 'und' ? undefined : language}>
          <MarkedText text={text} marks={marks} />
        </span>
        <bdi className="passages-note">{path}</bdi>
      </Button>
    </li>
  );
}

/** The last answer; one that a newer question has overtaken is dropped. */
function usePassages(corpus: CorpusId) {
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const running = useRef<string | null>(null);
  const stop = () => {
    if (running.current !== null) start(request('job.cancel', { job: running.current }));
    running.current = null;
  };
  useEffect(() => stop, [corpus]);
  const seek = (asking: (job: string) => Promise<Found>) => {
    stop();
    const job = newJob();
    running.current = job;
    const { begin, end, say } = store.getState();
    begin(job, t('passagesPanel.findingPassages'), null);
    setBusy(true);
    setFailure(null);
    asking(job)
      .then((answer) => {
        if (running.current !== job) return;
        setFound(answer);
        say(formatCount(answer.total, 'passage'));
      })
      .catch((error: unknown) => {
        const failed = asFailure(error);
        if (running.current === job && failed.code !== 'cancelled') setFailure(failed);
      })
      .finally(() => {
        end(job);
        if (running.current !== job) return;
        running.current = null;
        setBusy(false);
      });
  };
  const find = (words: string, fuzzy: boolean, where: string) => {
    const condition = where === '' ? {} : { where };
    seek(async (job) => {
      const answer = await request('passages.find', { corpus, words, limit: mostShown, fuzzy, ...condition, job });
      return { ...answer, holds: answer };
    });
  };
  const findLike = ({ doc, start: from, end }: LikeWhat) => {
    seek(async (job) => {
      const { quote, words, ...answer } = await request('passages.like', {
        ...{ corpus, doc, start: from, end, limit: mostShown },
        job,
      });
      return { ...answer, like: { quote, words } };
    });
  };
  return { found, failure, isBusy, find, findLike };
}
