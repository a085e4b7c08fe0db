/** Whether everything is counted, or only what lies in the passages of a tag. */
import type { Tagged } from '../../../../shared/terms.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { wordsOf } from '../../../language/words.ts';
import { Check } from '../../../ui/check.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Pill } from './pill.tsx';

const t = wordsOf('rules');

interface TaggedProps {
  readonly tagged: Tagged | null;
  readonly onTagged: (tagged: Tagged | null) => void;
}

const everywhere = 'everywhere';

export function TaggedPill({ tagged, onTagged }: TaggedProps) {
  const project = useApp(currentProject);
  const tag = project?.tags.find((known) => known.tag === tagged?.tag);
  if (!project || project.tags.length === 0) return null;
  return (
    <Pill label={t('count.in')} value={tag ? tag.name : t('count.everywhere')} isSet={tag !== undefined}>
      <TaggedChoice tagged={tagged} onTagged={onTagged} />
    </Pill>
  );
}

/** Tags in the order of the tree. */
export function TaggedChoice({ tagged, onTagged }: TaggedProps) {
  const project = useApp(currentProject);
  const tags = project?.tags ?? [];
  const known = tags.find(({ tag }) => tag === tagged?.tag);
  return (
    <>
      <Choice
        label={t('count.passages')}
        value={known?.tag ?? everywhere}
        options={[
          { id: everywhere, name: t('count.none') },
          ...tags.map(({ tag, name, spansBelow }) => ({
            id: tag,
            name,
            note: t('count.spans', { count: spansBelow }),
          })),
        ]}
        onChange={(id) => {
          const chosen = tags.find(({ tag }) => tag === id);
          onTagged(chosen ? { tag: chosen.tag, below: tagged?.below ?? true } : null);
        }}
      />
      {known && tagged && (
        <Check
          isSelected={tagged.below}
          onChange={(below) => {
            onTagged({ ...tagged, below });
          }}
        >
          {t('count.below')}
        </Check>
      )}
    </>
  );
}
