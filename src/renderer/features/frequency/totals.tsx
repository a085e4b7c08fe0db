/** Numbers about the whole of what was counted, and what there is to say of it. */
import { MessageSquareText } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { TableSummary } from '../../../shared/tables.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { columnLabel, columnSays } from './column-words.ts';
import { isMeasure, numberText } from './columns.ts';
import { wholeCount, wholeNouns } from './frequency-words.ts';
import './totals.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

export function Totals({ summary: { whole, remarks } }: { readonly summary: TableSummary }) {
  const numbers = wholeNouns.flatMap((name) => {
    const value = whole[name];
    return typeof value === 'number' ? [wholeCount(name, value)] : [];
  });
  return (
    <p className="frequency-totals">
      {numbers.map((number) => (
        <span key={number}>{number}</span>
      ))}
      {remarks.length > 0 && <Remarks remarks={remarks} />}
    </p>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  return (
    <DialogTrigger>
      <Button className="frequency-remarks">
        <MessageSquareText size={12} aria-hidden /> {formatCount(remarks.length, 'remark')}
      </Button>
      <Popover className="ui-popover" offset={4}>
        <Dialog className="frequency-sheet" aria-label={t('table.remarksTitle')}>
          <ul className="frequency-remarks-list">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface WholeMeasuresProps {
  readonly summary: TableSummary;
  /** Opens the arithmetic of a measure; absent where there is none. */
  readonly onOpen?: (measure: string) => void;
}

/** The range is a count; other measures have decimals. */
function wholeText(name: string, value: number): string {
  return name === 'range' ? formatNumber(value) : numberText(value);
}

/** Measures of all documents as one, as of a dispersion or a profile. */
export function WholeMeasures({ summary: { whole }, onOpen }: WholeMeasuresProps) {
  const measures = Object.entries(whole).filter(([name]) => isMeasure(name));
  if (measures.length === 0) return null;
  return (
    <dl className="frequency-measures" aria-label={t('table.wholeMeasures')}>
      {measures.map(([name, value]) => (
        <div key={name} title={columnSays(name)}>
          <dt>{columnLabel(name)}</dt>
          <dd className="ui-number">
            {onOpen && value !== null ? (
              <Button
                className="frequency-measure"
                aria-label={t('table.openMeasure', { measure: columnLabel(name), value: wholeText(name, value) })}
                onPress={() => {
                  onOpen(name);
                }}
              >
                {wholeText(name, value)}
              </Button>
            ) : value === null ? (
              '–'
            ) : (
              wholeText(name, value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
