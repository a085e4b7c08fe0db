/** Up to five keys one under the other, each with its direction: for what the heads of the columns do not offer. */
import { ArrowDownUp, Plus, X } from 'lucide-react';
import { useCallback } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { SortKey } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { Choice, type Option } from '../../ui/choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import './line-settings-menu.css';
import { bareKey, isReversed, keyName, mostKeys, reversedKey } from './sort-keys.ts';

const t = wordsOf('lines');

interface SortPanelProps {
  readonly corpus: CorpusId;
  readonly sort: readonly SortKey[];
  readonly onSort: (keys: SortKey[]) => void;
}

const plainKeys = ['M', 'freq', 'B1', 'B2', 'B3', 'B4', 'B5', 'A1', 'A2', 'A3', 'A4', 'A5', 'doc', 'pos', 'verdict'];

/** Names of fields of the documents that there are. */
export function useFieldNames(corpus: CorpusId): readonly string[] {
  const ask = useCallback(() => request('corpus.fields', { corpus, values: 0 }), [corpus]);
  return (useAnswer(corpus, ask)?.answer?.fields ?? [])
    .filter(({ documents }) => documents > 0)
    .map(({ field }) => field);
}

export function SortPanel({ corpus, sort, onSort }: SortPanelProps) {
  return (
    <DialogTrigger>
      <IconButton small label={t('sort.panel')} icon={ArrowDownUp} />
      <Popover className="ui-popover" placement="bottom start" offset={6}>
        <Dialog className="concordance-sheet" aria-label={t('sort.panel')}>
          <Keys corpus={corpus} sort={sort} onSort={onSort} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Keys({ corpus, sort, onSort }: SortPanelProps) {
  const fields = useFieldNames(corpus).filter((field) => !field.includes(','));
  const options: Option<string>[] = [...plainKeys, ...fields.map((field) => `field:${field}`)].map((key) => ({
    id: key,
    name: keyName(key),
    ...(/^[AB]\d$/u.test(key) ? { note: key } : {}),
  }));
  const unused = options.find(({ id }) => !sort.some((key) => bareKey(key) === id));
  return (
    <div className="ui-form">
      {sort.length === 0 && <p>{t('sort.none')}</p>}
      {sort.map((key, level) => (
        <div key={level} className="concordance-sheet-row">
          <Choice
            label={t('sort.level', { level: level + 1 })}
            options={options}
            value={bareKey(key)}
            onChange={(chosen) => {
              const changed = isReversed(key) ? `-${chosen}` : chosen;
              onSort(sort.map((known, at) => (at === level ? changed : known)).filter(firstOfItsKind));
            }}
          />
          <Check
            isSelected={isReversed(key)}
            onChange={() => {
              onSort(sort.map((known, at) => (at === level ? reversedKey(known) : known)));
            }}
          >
            {t('sort.reversed')}
          </Check>
          <IconButton
            small
            label={t('sort.remove', { key: keyName(key) })}
            icon={X}
            onPress={() => {
              onSort(sort.filter((_, at) => at !== level));
            }}
          />
        </div>
      ))}
      <Button
        className="ui-button ui-button-quiet"
        isDisabled={sort.length >= mostKeys || !unused}
        onPress={() => {
          if (unused) onSort([...sort, unused.id]);
        }}
      >
        <Plus size={13} aria-hidden /> {t('sort.add')}
      </Button>
    </div>
  );
}

/** A key that stands twice would do nothing the second time. */
function firstOfItsKind(key: SortKey, at: number, keys: readonly SortKey[]): boolean {
  return keys.findIndex((other) => bareKey(other) === bareKey(key)) === at;
}
