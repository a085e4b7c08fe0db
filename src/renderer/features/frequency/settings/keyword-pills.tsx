/** Which articles are looked at, and what they are compared with. */
import { FileUp } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import type { MetadataField } from '../../../../shared/answers.ts';
import { largestWordList } from '../../../../shared/tables.ts';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import { start } from '../../../app/actions/failures.ts';
import { useApp } from '../../../app/store/store.ts';
import { Choice } from '../../../ui/choice.tsx';
import { formatBytes } from '../../../ui/format.ts';
import type { Marked } from '../../../app/store/tables.ts';
import type { Chosen } from '../question.ts';
import type { PillsProps } from './counting-pills.tsx';
import { Pill } from './pill.tsx';
import { TaggedChoice } from './tagged-pill.tsx';
import { WhereField } from './where-field.tsx';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

const references = ['rest', 'where', 'tagged', 'corpus', 'file'] as const;

interface KeywordPillsProps extends PillsProps {
  readonly fields: readonly MetadataField[];
  readonly projectFields: readonly MetadataField[];
  readonly where: string;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Omit<Chosen, keyof Marked>) => void;
}

export function KeywordPills(props: KeywordPillsProps) {
  const { settings, onChange, fields, projectFields, where } = props;
  const { target } = settings;
  return (
    <>
      <Pill
        label={t('strip.target')}
        value={target !== '' ? target : where !== '' ? where : t('strip.targetAll')}
        isSet={target !== ''}
      >
        <WhereField
          key={target}
          label={t('strip.referenceWhere')}
          where={target}
          fields={fields}
          projectFields={projectFields}
          onWhere={(next) => {
            if (next !== target) onChange({ target: next });
          }}
        />
      </Pill>
      <ReferencePill {...props} />
    </>
  );
}

function ReferencePill(props: KeywordPillsProps) {
  const { corpus, settings, onChange, fields, projectFields, chosen, onChosen } = props;
  const { reference, referenceWhere } = settings;
  const corpora = useApp((state) => state.corpora);
  const others = corpora.filter((other) => other.corpus !== corpus);
  const folder = others.find((other) => other.corpus === chosen.corpus);
  const said = {
    rest: t('strip.referenceNames.rest'),
    where: referenceWhere === '' ? t('strip.referenceNames.where') : referenceWhere,
    corpus: folder?.name ?? t('strip.referenceNames.corpus'),
    tagged: t('strip.referenceNames.tagged'),
    file: chosen.file?.name ?? t('strip.referenceNames.file'),
  };
  return (
    <Pill label={t('strip.reference')} value={said[reference]} isSet={reference !== 'rest'}>
      <Choice
        label={t('strip.reference')}
        options={references.map((id) => ({ id, name: t(`strip.referenceNames.${id}`) }))}
        value={reference}
        onChange={(next) => {
          onChange({ reference: next });
        }}
      />
      {reference === 'corpus' && others.length === 0 && <p className="ui-field-hint">{t('strip.noFolder')}</p>}
      {reference === 'corpus' && others.length > 0 && (
        <Choice
          label={t('strip.folder')}
          options={others.map(({ corpus: id, name }) => ({ id, name }))}
          value={folder?.corpus ?? others[0]!.corpus}
          onChange={(id) => {
            onChosen({ ...chosen, corpus: id });
          }}
        />
      )}
      {(reference === 'where' || reference === 'corpus') && (
        <WhereField
          key={referenceWhere}
          label={t('strip.referenceWhere')}
          where={referenceWhere}
          fields={reference === 'where' ? fields : []}
          projectFields={reference === 'where' ? projectFields : []}
          onWhere={(next) => {
            if (next !== referenceWhere) onChange({ referenceWhere: next });
          }}
        />
      )}
      {reference === 'tagged' && (
        <TaggedChoice
          tagged={chosen.against}
          onTagged={(against) => {
            onChosen({ ...chosen, against });
          }}
        />
      )}
      {reference === 'file' && (
        <WordListFile
          onFile={(file) => {
            onChosen({ ...chosen, file });
          }}
        />
      )}
    </Pill>
  );
}

/** @throws ExpectedFailure when it is too large */
async function readWordList(file: File): Promise<{ name: string; text: string }> {
  if (file.size > largestWordList)
    throw new ExpectedFailure(
      'unreadable',
      t('keywordPills.hasWordListMay', {
        name: file.name,
        size: formatBytes(file.size),
        largestWordList: formatBytes(largestWordList),
      }),
      { where: file.name },
    );
  return { name: file.name, text: await file.text() };
}

function WordListFile({ onFile }: { readonly onFile: (file: { name: string; text: string }) => void }) {
  return (
    <>
      <p className="ui-field-hint">{t('strip.fileSays')}</p>
      <FileTrigger
        acceptedFileTypes={['.txt', '.csv', '.tsv', 'text/plain', 'text/csv']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) start(readWordList(file).then(onFile));
        }}
      >
        <Button className="ui-button">
          <FileUp size={13} aria-hidden /> {t('strip.file')}
        </Button>
      </FileTrigger>
    </>
  );
}
