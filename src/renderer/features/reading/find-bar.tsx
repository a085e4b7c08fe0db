/** A line under the head of the reading pane: what is looked for in the document, how often it is there, and the way on. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { longestSought } from '../../../shared/terms.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Finding } from './use-find.ts';
import './find-bar.css';

const t = wordsOf('reading');
const common = wordsOf('common');

interface FindBarProps {
  readonly field: Ref<HTMLInputElement>;
  readonly finding: Finding;
  readonly onClose: () => void;
}

export function FindBar({ field, finding, onClose }: FindBarProps) {
  const { text, places, setText, step } = finding;
  const isEmpty = (text ?? '').trim() === '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    step(event.shiftKey ? -1 : 1);
    event.preventDefault();
  };
  return (
    <div className="find-bar" role="search" aria-label={t('find')}>
      <input
        ref={field}
        className="ui-input"
        dir="auto"
        aria-label={t('finding.field')}
        placeholder={t('finding.field')}
        value={text ?? ''}
        maxLength={longestSought}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <span className="find-count" role="status">
        {!isEmpty && <FindCount {...finding} />}
      </span>
      <IconButton
        label={t('finding.before')}
        icon={ChevronUp}
        caps={['Shift', 'Enter']}
        small
        isDisabled={places.length === 0}
        onPress={() => {
          step(-1);
        }}
      />
      <IconButton
        label={t('finding.next')}
        icon={ChevronDown}
        caps={['Enter']}
        small
        isDisabled={places.length === 0}
        onPress={() => {
          step(1);
        }}
      />
      <IconButton label={common('close')} icon={X} caps={['Esc']} small onPress={onClose} />
    </div>
  );
}

function FindCount({ places, complete, at, isSettled }: Finding) {
  if (places.length === 0) return isSettled ? t('finding.none') : null;
  const which = formatNumber(at + 1);
  const all = `${formatNumber(places.length)}${complete ? '' : '+'}`;
  return (
    <>
      <span aria-hidden>{`${which} / ${all}`}</span>
      <span className="ui-hidden">{t('finding.placeOf', { which, all })}</span>
    </>
  );
}
