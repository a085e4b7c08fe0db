/** A second look at a sample of what one has tagged, without seeing the first: how steady is one's own judgement? */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject, chooseCoder } from '../../app/actions/tagging.ts';
import { readDocument } from '../../app/actions/read.ts';
import { useDocuments } from '../../app/documents.ts';
import { request } from '../../app/request.ts';
import { coderName, type Coders } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { drawn } from './draw.ts';

const t = wordsOf('tagging');

interface SecondLookProps {
  readonly corpus: CorpusId;
  readonly coders: Coders;
}

export function SecondLook({ corpus, coders }: SecondLookProps) {
  const [isOpen, setOpen] = useState(false);
  const [size, setSize] = useState(5);
  const [seed, setSeed] = useState(1);
  const [sample, setSample] = useState<readonly string[] | null>(null);
  const begin = async () => {
    const { coder } = coders;
    const found = await request('matrix.open', {
      corpus,
      rows: { kind: 'documents' },
      columns: { kind: 'coders' },
      ...{ relation: 'same', counted: 'spans' },
    });
    const own = found.columns.findIndex(({ question }) => question.kind === 'author' && question.coder === coder);
    const mine = found.rows.filter((_, row) => (found.cells[row]?.[own] ?? 0) > 0).map(({ name }) => name);
    const name = t('second.coder', { name: coderName(coders, coder) });
    const known = coders.coders.find((other) => other.name === name)?.coder;
    const second = known ?? (await changeProject(corpus, request('coders.save', { corpus, name }))).coder;
    await chooseCoder(corpus, second, true);
    setSample(drawn(mine, size, seed));
  };
  return (
    <>
      <Check
        isSelected={coders.alone}
        onChange={(alone) => {
          start(chooseCoder(corpus, coders.coder, alone));
        }}
      >
        {t('second.onlyOwn')}
      </Check>
      <Button
        className="ui-button"
        onPress={() => {
          setSample(null);
          setOpen(true);
        }}
      >
        {t('second.open')}
      </Button>
      {isOpen && (
        <PaperDialog
          title={t('second.title')}
          onClose={() => {
            setOpen(false);
          }}
        >
          <div className="tag-form">
            <p>{t('second.says')}</p>
            <div className="tag-form-row">
              <NumberInput label={t('second.size')} value={size} smallest={1} largest={1_000} onChange={setSize} />
              <NumberInput label={t('second.seed')} value={seed} smallest={0} largest={999_999} onChange={setSeed} />
              <Button
                className="ui-button ui-button-main"
                onPress={() => {
                  start(begin());
                }}
              >
                {t('second.begin')}
              </Button>
            </div>
            {sample?.length === 0 && <p>{t('second.none')}</p>}
            {sample && (
              <Sample
                corpus={corpus}
                paths={sample}
                onRead={() => {
                  setOpen(false);
                }}
              />
            )}
          </div>
        </PaperDialog>
      )}
    </>
  );
}

interface SampleProps {
  readonly corpus: CorpusId;
  readonly paths: readonly string[];
  readonly onRead: () => void;
}

function Sample({ corpus, paths, onRead }: SampleProps) {
  const { documents } = useDocuments(corpus);
  const docOf = (path: string): DocId | undefined => documents.find((document) => document.path === path)?.doc;
  return (
    <ol>
      {paths.map((path) => (
        <li key={path}>
          <Button
            className="ui-button ui-button-quiet"
            onPress={() => {
              const doc = docOf(path);
              if (doc !== undefined) readDocument(corpus, doc);
              onRead();
            }}
          >
            <bdi>{path}</bdi>
          </Button>
        </li>
      ))}
    </ol>
  );
}
