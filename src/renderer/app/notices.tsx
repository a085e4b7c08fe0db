/**
 * What went wrong, in a corner of the desk, until it is dismissed; and remarks, which go by themselves after a while,
 * unless someone is at them with the pointer or the keyboard.
 */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { IconButton } from '../ui/icon-button.tsx';
import './notices.css';
import type { Notice, Remark } from './store/notices.ts';
import { useApp } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');
const common = wordsOf('common');

/** Milliseconds that a remark stands: a short sentence is read three times over. */
const remarkTime = 8_000;

export function Notices() {
  const notices = useApp((state) => state.notices);
  const remarks = useApp((state) => state.remarks);
  const dismissAll = useApp((state) => state.dismissAll);
  if (notices.length + remarks.length === 0) return null;
  return (
    <section className="notices" aria-label={t('notices.notices')}>
      {notices.length > 1 && (
        <Button className="ui-button notices-all" onPress={dismissAll}>
          {t('notices.dismissAll', { count: notices.length })}
        </Button>
      )}
      <ul className="notices-list">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
        {remarks.map((remark) => (
          <RemarkCard key={remark.id} remark={remark} />
        ))}
      </ul>
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const dismiss = useApp((state) => state.dismiss);
  const { code, message, where } = notice.failure;
  return (
    <li className="notices-card">
      <div className="notices-words">
        <p className="notices-title">{common(`failure.${code}`)}</p>
        <p dir="auto">{message}</p>
        {where !== undefined && where !== '' && (
          <p className="notices-where">
            <bdi>{where}</bdi>
          </p>
        )}
        <details className="notices-details">
          <summary>{t('notices.details')}</summary>
          <p>
            {t('notices.forReport')} <code>{code}</code>
            {notice.times > 1 && ` ${t('notices.times', { count: notice.times })}`}
          </p>
        </details>
      </div>
      <IconButton
        small
        label={t('notices.dismiss')}
        icon={X}
        onPress={() => {
          dismiss(notice.id);
        }}
      />
    </li>
  );
}

function RemarkCard({ remark: { id, text } }: { readonly remark: Remark }) {
  const dismiss = useApp((state) => state.dismiss);
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isHovered || isFocused;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      dismiss(id);
    }, remarkTime);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, id, dismiss]);
  return (
    <li
      className="notices-card notices-remark"
      onPointerEnter={() => {
        setHovered(true);
      }}
      onPointerLeave={() => {
        setHovered(false);
      }}
      onFocus={() => {
        setFocused(true);
      }}
      onBlur={() => {
        setFocused(false);
      }}
    >
      <p className="notices-words" dir="auto">
        {text}
      </p>
      <IconButton
        small
        label={t('notices.dismiss')}
        icon={X}
        onPress={() => {
          dismiss(id);
        }}
      />
    </li>
  );
}
