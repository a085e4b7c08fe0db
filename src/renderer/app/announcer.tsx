/** What happens is told to screen readers: sentences politely, failures at once. */
import { useApp } from './store/store.ts';

export function Announcer() {
  const spoken = useApp((state) => state.spoken);
  const failure = useApp((state) => state.notices.at(-1));
  return (
    <>
      <div className="ui-hidden" role="status" aria-live="polite">
        {/* A new element each time: two equal sentences are two events. */}
        <span key={spoken.id}>{spoken.text}</span>
      </div>
      <div className="ui-hidden" role="alert">
        {failure && <span key={`${failure.id}-${failure.times}`}>{failure.failure.message}</span>}
      </div>
    </>
  );
}
