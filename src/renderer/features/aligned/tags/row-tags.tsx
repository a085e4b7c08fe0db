/** Under one side of a row: its tagged passages by the names of their tags, and the way to tag what answers them. */
import { Tags } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { AlignedSegment } from '../../../../shared/alignment.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { wordsOf } from '../../../language/words.ts';
import { TagName } from '../../../ui/tag-chip.tsx';
import type { TaggedSpan } from '../../../../shared/tagging.ts';
import { passagesIn, type TagMark } from './use-tag-marks.ts';

const t = wordsOf('aligned');

interface RowTagsProps {
  readonly segments: readonly AlignedSegment[];
  readonly marks: readonly TagMark[];
  /** What the other side has tagged in this row. */
  readonly other: readonly TagMark[];
  /** Whether the keyboard is on the row: only there something can be done. */
  readonly isActive: boolean;
  readonly canAnswer: boolean;
  readonly onCounterpart: (passage: TaggedSpan) => void;
}

/** The tags of passages by their names, each once. */
export function TagsHere({ marks }: Pick<RowTagsProps, 'marks'>) {
  if (marks.length === 0) return null;
  return (
    <div className="aligned-tags">
      <Names marks={marks} />
    </div>
  );
}

function Names({ marks }: Pick<RowTagsProps, 'marks'>) {
  const tags = useApp((state) => currentProject(state)?.tags) ?? [];
  const names = new Set(marks.flatMap(({ passage }) => passage.tags));
  return tags.filter(({ tag }) => names.has(tag)).map((tag) => <TagName key={tag.tag} tag={tag} />);
}

export function RowTags({ segments, marks, other, isActive, canAnswer, onCounterpart }: RowTagsProps) {
  const [first] = segments;
  const last = segments.at(-1);
  if (marks.length === 0 || !first || !last) return null;
  const passages = passagesIn(marks, { start: first.start, end: last.end });
  if (passages.length === 0) return null;
  const answered = new Set(other.map(({ passage }) => passage).flatMap((passage) => passage.tags));
  const open = passages.filter((passage) => passage.tags.some((tag) => !answered.has(tag)));
  return (
    <div className="aligned-tags">
      <Names marks={marks} />
      {isActive && canAnswer && open.length > 0 && (
        <Button
          className="ui-button ui-button-quiet aligned-tag-other"
          excludeFromTabOrder
          onPress={() => {
            for (const passage of open) onCounterpart(passage);
          }}
        >
          <Tags size={13} aria-hidden />
          {t('tags.counterpart')}
        </Button>
      )}
    </div>
  );
}
