/** Which rows are shown: by what is said of them, by how many sentences meet, by what does not agree, by words. */
import { ChevronDown, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type AlignmentSummary, linkStatuses, type LinkStatus, type RowFilter } from '../../../shared/alignment.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { statusWord } from './row-words.ts';

const t = wordsOf('aligned');

interface FilterPillProps {
  readonly summary: AlignmentSummary;
  readonly filter: RowFilter | null;
  readonly onFilter: (filter: RowFilter | null) => void;
  readonly shown: number;
}

/** What is set in the sheet; an empty part asks for nothing. */
interface Change {
  readonly text?: string | undefined;
  readonly statuses?: readonly LinkStatus[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly flagged?: boolean | undefined;
}

/** Null when nothing is asked for. */
function filterOf({ text = '', statuses = [], types = [], flagged = false }: Change): RowFilter | null {
  const filter: RowFilter = {
    ...(text === '' ? {} : { text }),
    ...(statuses.length === 0 ? {} : { statuses: [...statuses] }),
    ...(types.length === 0 ? {} : { types: [...types] }),
    ...(flagged ? { flagged } : {}),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

/** Milliseconds between the last letter and the question. */
const rest = 200;

export function FilterPill({ summary, filter, onFilter, shown }: FilterPillProps) {
  const change = (next: Change) => {
    onFilter(filterOf({ ...filter, ...next }));
  };
  return (
    <span className="aligned-filter">
      <DialogTrigger>
        <Button className={filter ? 'aligned-pill aligned-pill-set' : 'aligned-pill'}>
          <span className="aligned-pill-label">{t('filter.label')}</span>
          {filter ? formatCount(shown, 'row') : t('filter.all')}
          <ChevronDown size={12} aria-hidden />
        </Button>
        <Popover className="ui-popover" offset={4} placement="bottom start">
          <Dialog className="aligned-sheet" aria-label={t('filter.label')}>
            <Words
              known={filter?.text ?? ''}
              onWords={(text) => {
                change({ text });
              }}
            />
            <Chosen
              label={t('filter.status')}
              options={linkStatuses.map((status) => ({
                ...{ id: status, name: statusWord(status), rows: summary.statuses[status] },
              }))}
              value={filter?.statuses ?? []}
              onChange={(chosen) => {
                change({ statuses: linkStatuses.filter((status) => chosen.includes(status)) });
              }}
            />
            <Chosen
              label={t('filter.type')}
              options={summary.types.map(({ type, rows }) => ({ id: type, name: type, rows }))}
              value={filter?.types ?? []}
              onChange={(types) => {
                change({ types });
              }}
            />
            <Check
              isSelected={filter?.flagged ?? false}
              onChange={(flagged) => {
                change({ flagged });
              }}
            >
              {t('filter.flagged', { count: summary.flagged })}
            </Check>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {filter && (
        <Button
          className="ui-icon-button ui-icon-button-small"
          aria-label={t('filter.clear')}
          onPress={() => {
            onFilter(null);
          }}
        >
          <X size={13} aria-hidden />
        </Button>
      )}
    </span>
  );
}

function Words({ known, onWords }: { readonly known: string; readonly onWords: (text: string) => void }) {
  const [typed, setTyped] = useState(known);
  useEffect(() => {
    if (typed.trim() === known) return undefined;
    const timer = setTimeout(() => {
      onWords(typed.trim());
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  });
  return <TextInput label={t('filter.text')} value={typed} onChange={setTyped} />;
}

interface ChosenProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string; readonly rows: number }[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

function Chosen({ label, options, value, onChange }: ChosenProps) {
  return (
    <fieldset className="aligned-chosen">
      <legend className="ui-field-label">{label}</legend>
      {options
        .filter(({ rows, id }) => rows > 0 || value.includes(id))
        .map(({ id, name, rows }) => (
          <Check
            key={id}
            isSelected={value.includes(id)}
            onChange={(isChosen) => {
              onChange(isChosen ? [...value, id] : value.filter((other) => other !== id));
            }}
          >
            {name} <span className="ui-number aligned-count">{formatNumber(rows)}</span>
          </Check>
        ))}
    </fieldset>
  );
}
