/** What went wrong, in a corner of the desk, until it is dismissed. */
import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { IconButton } from '../ui/icon-button.tsx';
import './notices.css';
import type { Notice } from './store/notices.ts';
import { useApp } from './store/store.ts';

export function Notices() {
  const notices = useApp((state) => state.notices);
  const dismissAll = useApp((state) => state.dismissAll);
  if (notices.length === 0) return null;
  return (
    <section className="notices" aria-label="Notices">
      {notices.length > 1 && (
        <Button className="ui-button notices-all" onPress={dismissAll}>
          Dismiss all {notices.length}
        </Button>
      )}
      <ul className="notices-list">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
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
        <p>{message}</p>
        <p className="notices-code">
          <code>{code}</code>
          {where !== undefined && <bdi>{where}</bdi>}
          {notice.times > 1 && <span>{notice.times} times</span>}
        </p>
      </div>
      <IconButton
        small
        label="Dismiss"
        icon={X}
        onPress={() => {
          dismiss(notice.id);
        }}
      />
    </li>
  );
}
