/**
 * Ties the marks of a chart to the rows of its table. Every mark says in `data-term` what it stands for; the one that is
 * pointed at in the table stands out, as does the one of the picked row.
 */
import { type RefObject, useLayoutEffect } from 'react';

export function useLinkedMarks(
  stage: RefObject<HTMLElement | null>,
  pointed: string | null,
  picked: string | null,
): void {
  useLayoutEffect(() => {
    const mark = () => {
      for (const element of stage.current?.querySelectorAll<SVGElement>('[data-term]') ?? []) {
        element.toggleAttribute('data-pointed', element.dataset.term === pointed);
        element.toggleAttribute('data-picked', element.dataset.term === picked);
      }
    };
    mark();
    if (!stage.current || (pointed === null && picked === null)) return undefined;
    // Marks come and go with numbers that arrive later and with every change of size.
    const observer = new MutationObserver(mark);
    observer.observe(stage.current, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  }, [stage, pointed, picked]);
}

/** What the mark under the pointer or the keyboard stands for. */
export function termOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<SVGElement>('[data-term]')?.dataset.term ?? null) : null;
}
