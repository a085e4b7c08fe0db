/** A folder dragged over the window: the whole desk takes it. */
import { FolderDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { start } from './actions/failures.ts';
import './drop-overlay.css';
import { door, dropFolder } from './request.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Over a part that takes files itself. */
function isTaken({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-takes-files]') !== null;
}

export function DropOverlay() {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // dragenter and dragleave come for every element on the way: the drag has left when as many left as entered.
    let depth = 0;
    const ended = new AbortController();
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) => {
      window.addEventListener(
        type,
        (event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          act(event);
        },
        { signal: ended.signal },
      );
    };
    on('dragenter', () => {
      depth += 1;
      setOver(true);
    });
    on('dragover', (event) => {
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(!isTaken(event));
    });
    on('dragleave', () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    });
    on('drop', (event) => {
      depth = 0;
      setOver(false);
      if (!isTaken(event)) start(dropFolder([...(event.dataTransfer?.files ?? [])]));
    });
    return () => {
      ended.abort();
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-overlay">
      <div className="drop-sheet">
        <FolderDown size={28} aria-hidden />
        <p>{door() === 'electron' ? t('dropOverlay.dropOpen') : t('dropOverlay.browserCannotOpenDropped')}</p>
      </div>
    </div>
  );
}
