/** After a passage was tagged: the same words elsewhere that do not have the tag yet, and the offer to tag them all. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId, ResultId } from '../../../shared/model.ts';
import { report, start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { definiteWord, mayHoldClitics, quoteQuery } from './spans-at.ts';
import type { FreshSpan } from './use-marking.ts';

const t = wordsOf('tagging');

interface Found {
  readonly result: ResultId;
  readonly word: string;
  readonly fresh: number;
}

export function MoreOccurrences({ corpus, fresh }: { readonly corpus: CorpusId; readonly fresh: FreshSpan }) {
  const [found, setFound] = useState<Found | null>(null);
  const { span, tag } = fresh;
  const { quote, language } = span;
  const tagged = tag.tag;
  useEffect(() => {
    const text = quoteQuery(quote);
    if (text === null) return undefined;
    const ended = new AbortController();
    const isOver = () => ended.signal.aborted;
    let open: ResultId | null = null;
    const close = (result: ResultId | null) => {
      open = null;
      if (result !== null) request('concordance.close', { corpus, result }).catch(report);
    };
    const look = async () => {
      // Arabic writes particles and pronouns onto the word: they belong to the same word, here and elsewhere.
      const clitics = mayHoldClitics(quote);
      const word = clitics && !text.includes(' ') ? await wordIn(corpus, text, language) : text;
      const query = { text: word, mode: 'simple', case: false, marks: false, clitics } as const;
      const { result } = await request('concordance.open', { corpus, query, sort: [] });
      if (isOver()) {
        close(result);
        return;
      }
      open = result;
      const counted = await countFresh(corpus, result, tagged);
      if (!isOver() && counted > 0) setFound({ result, word, fresh: counted });
    };
    look().catch(() => {
      // An offer that cannot be made is not missed: nobody asked for it.
      setFound(null);
    });
    return () => {
      ended.abort();
      close(open);
    };
  }, [corpus, quote, language, tagged]);
  if (!found) return null;
  const tagAll = async () => {
    const { fresh: done } = await changeProject(
      corpus,
      request('spans.fromLines', { corpus, result: found.result, ...lines(tagged), dryRun: false, job: newJob() }),
    );
    setFound(null);
    store.getState().remark(t('offer.done', { count: done, tag: tag.name }));
  };
  return (
    <div className="passage-bar-row passage-bar-offer" role="status">
      <span>{t('offer.more', { count: found.fresh, word: found.word, tag: tag.name })}</span>
      <Button
        className="ui-button"
        onPress={() => {
          start(tagAll());
        }}
      >
        {t('offer.tagThem')}
      </Button>
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          setFound(null);
        }}
      >
        {t('offer.no')}
      </Button>
    </div>
  );
}

async function wordIn(corpus: CorpusId, word: string, language: string): Promise<string> {
  const { inside } = await request('word.forms', { corpus, word, language, stems: false });
  return definiteWord(inside) ?? word;
}

const lines = (tag: FreshSpan['tag']['tag']) => ({ lines: 'all' as const, unit: 'match' as const, tags: [tag] });

async function countFresh(corpus: CorpusId, result: ResultId, tag: FreshSpan['tag']['tag']): Promise<number> {
  const { fresh } = await request('spans.fromLines', { corpus, result, ...lines(tag), dryRun: true, job: newJob() });
  return fresh;
}
