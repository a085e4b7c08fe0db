/** What stands under a text that is tagged: the passage at the cursor, the tags within reach, the next thing to do. */
import { ChevronDown, ChevronUp, NotebookPen, Pin, Trash2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { Tag, TaggedSpan } from '../../../shared/tagging.ts';
import { start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { coderName, currentProject } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { dayText } from '../../ui/day-text.ts';
import { MoreOccurrences } from './more-occurrences.tsx';
import { discardSpan } from './span-actions.ts';
import { TagName } from '../../ui/tag-chip.tsx';
import type { Marker } from './use-marking.ts';

const t = wordsOf('tagging');

interface PassageBarProps {
  readonly corpus: CorpusId;
  readonly marker: Marker;
  readonly onNote: (span: TaggedSpan) => void;
}

export function PassageBar({ corpus, marker, onNote }: PassageBarProps) {
  const { here, spans, fresh, hasSelection, go, chooseOther } = marker;
  const current = here[0] ?? null;
  const at = current ? spans.indexOf(current) : -1;
  return (
    <section className="passage-bar" aria-label={t('bar.name')}>
      {fresh && <MoreOccurrences key={`${fresh.span.span} ${fresh.tag.tag}`} corpus={corpus} fresh={fresh} />}
      <div className="passage-bar-row">
        {current ? (
          <CurrentPassage corpus={corpus} span={current} others={here.length - 1} {...{ onNote, chooseOther }} />
        ) : (
          <span className="passage-bar-hint">{hasSelection ? t('bar.selected') : t('bar.hint')}</span>
        )}
        {current && <span className="passage-bar-space" />}
        <span className="passage-bar-count" role="status">
          {at >= 0
            ? t('bar.place', { at: formatNumber(at + 1), total: formatNumber(spans.length) })
            : t('count.span', { count: spans.length })}
        </span>
        <IconButton
          small
          label={t('bar.before')}
          caps={['Shift', 'F8']}
          icon={ChevronUp}
          isDisabled={spans.length === 0}
          onPress={() => {
            go(-1);
          }}
        />
        <IconButton
          small
          label={t('bar.next')}
          caps={['F8']}
          icon={ChevronDown}
          isDisabled={spans.length === 0}
          onPress={() => {
            go(1);
          }}
        />
      </div>
      <TagRow marker={marker} />
    </section>
  );
}

interface CurrentPassageProps {
  readonly corpus: CorpusId;
  readonly span: TaggedSpan;
  /** Passages at the same place. */
  readonly others: number;
  readonly onNote: (span: TaggedSpan) => void;
  readonly chooseOther: () => void;
}

function CurrentPassage({ corpus, span, others, onNote, chooseOther }: CurrentPassageProps) {
  const author = useApp((state) => {
    const project = currentProject(state);
    return project && project.coders.coders.length > 1 ? coderName(project.coders, span.author) : null;
  });
  return (
    <>
      <bdi
        className="passage-bar-quote"
        lang={span.language === 'und' ? undefined : span.language}
        dir={span.direction}
      >
        {span.quote.replaceAll(/\s+/gu, ' ').slice(0, 200)}
      </bdi>
      <span className="passage-bar-count">
        {author !== null && <bdi>{author}, </bdi>}
        {dayText(span.made)}
      </span>
      {others > 0 && (
        <IconButton
          small
          label={t('bar.other', { count: others })}
          caps={['\\']}
          icon={ChevronDown}
          onPress={chooseOther}
        />
      )}
      <IconButton
        small
        label={span.notes.length > 0 ? t('bar.notes', { count: span.notes.length }) : t('bar.note')}
        caps={['F2']}
        icon={NotebookPen}
        onPress={() => {
          onNote(span);
        }}
      />
      <IconButton
        small
        label={t('bar.discard')}
        caps={['Delete']}
        icon={Trash2}
        onPress={() => {
          start(discardSpan(corpus, span));
        }}
      />
    </>
  );
}

/** Tags that can be given by one press: those with a key, and those that the passage has. */
function TagRow({ marker: { here, hasSelection, apply } }: { readonly marker: Marker }) {
  const tags = useApp((state) => currentProject(state)?.tags ?? noTags);
  const sticky = useApp((state) => state.sticky);
  const setSticky = useApp((state) => state.setSticky);
  const lastTag = useApp((state) => state.lastTag);
  const current = here[0] ?? null;
  const has = (tag: Tag) => current?.tags.includes(tag.tag) ?? false;
  const offered = tags.filter((tag) => has(tag) || (!tag.retired && (tag.shortcut !== null || tag.tag === lastTag)));
  const kept = tags.find(({ tag }) => tag === (sticky ?? lastTag));
  if (tags.length === 0) return <p className="passage-bar-hint">{t('bar.noTags')}</p>;
  return (
    <div className="passage-bar-row" role="group" aria-label={t('bar.tags')}>
      <div className="passage-bar-tags">
        {offered.map((tag) => (
          <ToggleButton
            key={tag.tag}
            className="tag-chip"
            isSelected={has(tag)}
            isDisabled={!current && !hasSelection}
            onPress={() => {
              apply(tag);
            }}
          >
            <TagName tag={tag} />
            {tag.shortcut !== null && <kbd className="tag-chip-key">{tag.shortcut}</kbd>}
          </ToggleButton>
        ))}
      </div>
      {kept && (
        <ToggleButton
          className="tag-chip"
          isSelected={sticky !== null}
          onChange={(isSticky) => {
            setSticky(isSticky ? kept.tag : null);
          }}
        >
          <Pin size={13} aria-hidden />
          {sticky === null ? t('bar.stick', { tag: kept.name }) : t('bar.sticking', { tag: kept.name })}
        </ToggleButton>
      )}
    </div>
  );
}

const noTags: readonly Tag[] = [];
