/** How wide a word will be drawn, asked of a canvas that is never shown. */
import { useSyncExternalStore } from 'react';

/** Pixels. */
export type TextWidth = (text: string, size: number, weight?: number) => number;

let pen: CanvasRenderingContext2D | null | undefined;

/** For a `font-family` as computed. */
export function textWidthIn(family: string): TextWidth {
  return (text, size, weight = 400) => {
    pen ??= document.createElement('canvas').getContext('2d');
    if (!pen) return text.length * size * 0.6;
    pen.font = `${weight} ${size}px ${family}`;
    // Charts set figures in one width (tabular), of which a canvas knows nothing: that of a 0, and a little more.
    const figures = text.match(/\d/g)?.length ?? 0;
    return pen.measureText(text.replace(/\d/g, '0')).width + figures * size * 0.035;
  };
}

let fontsLoaded = 0;

function followFonts(listener: () => void): () => void {
  const loaded = () => {
    fontsLoaded++;
    listener();
  };
  document.fonts.addEventListener('loadingdone', loaded);
  return () => {
    document.fonts.removeEventListener('loadingdone', loaded);
  };
}

/** Counts up as fonts arrive: what was measured in the fallback is to be measured again. */
export function useFontsLoaded(): number {
  return useSyncExternalStore(
    followFonts,
    () => fontsLoaded,
    () => 0,
  );
}
