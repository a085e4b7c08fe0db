/** The body of a chart: its size and how text is set in it, followed as the window changes. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Direction } from '../../../shared/model.ts';

interface BodySize {
  /** Whole pixels; 0 until measured. */
  readonly width: number;
  readonly height: number;
  /** `font-family` as computed. */
  readonly family: string;
  readonly direction: Direction;
}

export function useBodySize(): BodySize & { readonly ref: RefObject<HTMLDivElement | null> } {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<BodySize>({ width: 0, height: 0, family: 'sans-serif', direction: 'ltr' });
  useLayoutEffect(() => {
    const body = ref.current;
    if (!body) return undefined;
    const measure = () => {
      const { fontFamily, direction } = getComputedStyle(body);
      const width = Math.floor(body.clientWidth);
      const height = Math.floor(body.clientHeight);
      setSize((known) =>
        known.width === width && known.height === height && known.direction === direction && known.family === fontFamily
          ? known
          : { width, height, family: fontFamily, direction: direction === 'rtl' ? 'rtl' : 'ltr' },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(body);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, ...size };
}
