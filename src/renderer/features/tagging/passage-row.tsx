/** One tagged passage as a list shows it: in its surroundings, with its tags, its document and its notes. */
import { Button } from 'react-aria-components';
import type { Counterpart } from '../../../shared/alignment.ts';
import type { Tag, TaggedSpan } from '../../../shared/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { shortQuote } from './span-actions.ts';
import { TagName } from '../../ui/tag-chip.tsx';

const t = wordsOf('tagging');

/** Longer passages are cut in a list: the text itself is one press away. */
const longestShown = 600;

/** Surroundings are cut where a word ends. */
function fromWord(before: string): string {
  return before.replace(/^\S*\s/u, before.length < 32 ? '$&' : '… ').replaceAll('\n', ' ');
}

function toWord(after: string): string {
  return after.replace(/\s\S*$/u, after.length < 32 ? '$&' : ' …').replaceAll('\n', ' ');
}

interface PassageRowProps {
  readonly span: TaggedSpan;
  readonly tags: readonly Tag[];
  /** What other documents say there, where that is asked for and known. */
  readonly counterparts: readonly Counterpart[] | null;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onRead: () => void;
}

export function PassageRow({ span, tags, counterparts, isTicked, onTick, onRead }: PassageRowProps) {
  const { quote, before, after, direction, language, path, notes, state, doc } = span;
  const isCut = quote.length > longestShown;
  return (
    <div className={counterparts === null ? 'passage-line' : 'passage-line passage-line-beside'}>
      <Check isSelected={isTicked} onChange={onTick}>
        <span className="ui-hidden">{t('passages.tick', { quote: shortQuote(quote) })}</span>
      </Check>
      <Button className="passage-row" onPress={onRead} isDisabled={doc === null}>
        <span className="passage-text" dir={direction} lang={language === 'und' ? undefined : language}>
          {fromWord(before)}
          <mark>{isCut ? `${quote.slice(0, longestShown)}…` : quote}</mark>
          {toWord(after)}
        </span>
        <span className="passage-tags">
          {tags
            .filter(({ tag }) => span.tags.includes(tag))
            .map((tag) => (
              <TagName key={tag.tag} tag={tag} />
            ))}
          {state !== 'held' && <span>{t(`state.${state}`)}</span>}
        </span>
        <bdi className="passage-source">{path}</bdi>
        {notes.length > 0 && (
          <span className="passage-note" dir="auto">
            {notes.join('\n')}
          </span>
        )}
      </Button>
      {counterparts !== null && (
        <div className="passage-beside">
          {counterparts.length === 0 && <p className="passage-beside-none">{t('passages.noCounterpart')}</p>}
          {counterparts.map(({ doc, start, path: other, text, language: spoken, direction: runs, doubtful }) => (
            <p key={`${doc} ${start}`}>
              <span className="passage-text" dir={runs} lang={spoken === 'und' ? undefined : spoken}>
                {text}
              </span>
              <bdi className="passage-source">{other}</bdi>
              {doubtful && <span className="passage-source">{t('passages.doubtful')}</span>}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
