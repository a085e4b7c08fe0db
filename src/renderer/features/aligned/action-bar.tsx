/** What can be said of the link that is looked at: every button with its key. */
import {
  Anchor,
  ArrowDownToLine,
  ArrowUpFromLine,
  Check,
  Combine,
  Languages,
  Link2,
  RefreshCw,
  SquareSplitVertical,
  Undo2,
  Unlink2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { AlignedRow } from '../../../shared/alignment.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { isAlone, statusLine, typeOf } from './row-words.ts';
import type { RowAction } from './row-keys.ts';
import type { Cursor } from './row-list.tsx';

const t = wordsOf('aligned');

interface ActionBarProps {
  readonly row: AlignedRow | undefined;
  readonly pending: Cursor | null;
  readonly onAction: (action: RowAction) => void;
  /** What else can be done with the row. */
  readonly children: ReactNode;
}

interface Offer {
  readonly name:
    | 'confirm'
    | 'link'
    | 'unlink'
    | 'merge'
    | 'split'
    | 'take'
    | 'give'
    | 'anchor'
    | 'realign'
    | 'release'
    | 'translate';
  readonly icon: LucideIcon;
  readonly caps: readonly string[];
  readonly action: RowAction;
  readonly isOff: (row: AlignedRow) => boolean;
}

const isSaid = ({ status }: AlignedRow): boolean => status !== 'sure' && status !== 'doubtful';
const never = (): boolean => false;

const offers: readonly Offer[] = [
  { name: 'confirm', icon: Check, caps: ['Enter'], action: { kind: 'confirm' }, isOff: isSaid },
  { name: 'link', icon: Link2, caps: ['L'], action: { kind: 'link' }, isOff: never },
  { name: 'unlink', icon: Unlink2, caps: ['U'], action: { kind: 'unlink' }, isOff: isAlone },
  { name: 'merge', icon: Combine, caps: ['M'], action: { kind: 'merge', with: 'next' }, isOff: never },
  {
    ...{ name: 'split', icon: SquareSplitVertical, caps: ['S'], action: { kind: 'split' } },
    isOff: ({ sides: [a, b] }) => a.length < 2 && b.length < 2,
  },
  { name: 'take', icon: ArrowUpFromLine, caps: [']'], action: { kind: 'boundary', by: 1 }, isOff: never },
  { name: 'give', icon: ArrowDownToLine, caps: ['['], action: { kind: 'boundary', by: -1 }, isOff: never },
  { name: 'anchor', icon: Anchor, caps: ['A'], action: { kind: 'anchor' }, isOff: isAlone },
  { name: 'realign', icon: RefreshCw, caps: ['R'], action: { kind: 'realign' }, isOff: never },
  { name: 'release', icon: Undo2, caps: ['Del'], action: { kind: 'release' }, isOff: (row) => !isSaid(row) },
  { name: 'translate', icon: Languages, caps: ['T'], action: { kind: 'translate' }, isOff: never },
];

export function ActionBar({ row, pending, onAction, children }: ActionBarProps) {
  return (
    <footer className="aligned-foot">
      <p className="aligned-foot-says">
        {row && (
          <>
            <b className="ui-number">{formatNumber(row.row + 1)}</b>
            <span>{isAlone(row) ? t('onlyHere') : typeOf(row)}</span>
            <span>{pending ? t('link.waiting') : statusLine(row)}</span>
          </>
        )}
      </p>
      <Toolbar className="aligned-actions" aria-label={t('actions')}>
        {offers.map(({ name, icon: Icon, caps, action, isOff }) => (
          <Button
            key={name}
            className="ui-button ui-button-quiet aligned-action"
            isDisabled={!row || isOff(row)}
            onPress={() => {
              onAction(action);
            }}
          >
            <Icon size={14} aria-hidden />
            <span className="aligned-action-name">{t(`action.${name}`)}</span>
            <KeyCaps caps={caps} />
          </Button>
        ))}
        {children}
      </Toolbar>
    </footer>
  );
}
