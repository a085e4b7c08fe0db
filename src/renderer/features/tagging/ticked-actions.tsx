/** What can be done with passages of a list: split off under a new tag, given another, untagged. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { SpanQuestion, Tag, TaggedSpan } from '../../../shared/tagging.ts';
import { report, start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { wordsOf } from '../../language/words.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { TagChoice } from './tag-choice.tsx';

const t = wordsOf('tagging');

interface TickedActionsProps {
  readonly corpus: CorpusId;
  readonly tags: readonly Tag[];
  readonly question: SpanQuestion;
  readonly chosen: readonly TaggedSpan[];
  readonly onDone: () => void;
}

export function TickedActions({ corpus, tags, question, chosen, onDone }: TickedActionsProps) {
  const [isSplitting, setSplitting] = useState(false);
  const spans = chosen.map(({ span }) => span);
  const asked = question.kind === 'tag' ? tags.find(({ tag }) => tag === question.tag) : undefined;
  // Only passages that carry the tag itself can be split off from it.
  const split = asked && chosen.every((span) => span.tags.includes(asked.tag)) ? asked : undefined;
  if (chosen.length === 0) return <span className="tagged-count">{t('ticked.hint')}</span>;
  return (
    <>
      <span className="tagged-count">{t('ticked.count', { count: chosen.length })}</span>
      <TagChoice
        label={t('ticked.give')}
        tags={tags.filter(({ retired }) => !retired)}
        onTag={(tag) => {
          changeProject(corpus, request('spans.change', { corpus, spans, add: [tag.tag] })).then(onDone, report);
        }}
      />
      {split && (
        <Button
          className="ui-button"
          onPress={() => {
            setSplitting(true);
          }}
        >
          {t('ticked.split')}
        </Button>
      )}
      <Button
        className="ui-button"
        onPress={() => {
          changeProject(corpus, request('spans.delete', { corpus, spans })).then(onDone, report);
        }}
      >
        {t('ticked.discard')}
      </Button>
      {isSplitting && split && (
        <SplitDialog
          tag={split}
          count={spans.length}
          onName={async (name) => {
            await changeProject(corpus, request('tags.split', { corpus, tag: split.tag, name, spans }));
            setSplitting(false);
            onDone();
          }}
          onClose={() => {
            setSplitting(false);
          }}
        />
      )}
    </>
  );
}

interface SplitDialogProps {
  readonly tag: Tag;
  readonly count: number;
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

function SplitDialog({ tag, count, onName, onClose }: SplitDialogProps) {
  const [name, setName] = useState('');
  return (
    <PaperDialog title={t('split.title', { tag: `\u2068${tag.name}\u2069` })} onClose={onClose}>
      <form
        className="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          start(onName(name.trim()));
        }}
      >
        <TextInput label={t('split.name')} value={name} onChange={setName} autoFocus />
        <p>{t('split.says', { count, tag: tag.name })}</p>
        <div className="tag-form-foot">
          <Button type="submit" className="ui-button ui-button-main" isDisabled={name.trim() === ''}>
            {t('split.do')}
          </Button>
        </div>
      </form>
    </PaperDialog>
  );
}
