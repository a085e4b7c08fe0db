/** A chart as a PNG, drawn from the very SVG that would be saved. */
import type { ChartPicture } from './chart-picture.ts';

/** `times` pixels of the file for one of the picture. */
export async function rasterOf(picture: ChartPicture, times: number): Promise<Blob> {
  const { image, release } = await imageOf(picture);
  try {
    const { width, height } = picture;
    const canvas = drawn(image, width * times, height * times);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error(`${canvas.width} × ${canvas.height} pixels are too many for the browser`));
      }, 'image/png');
    });
  } finally {
    release();
  }
}

/** The picture as an image whose fonts are there. Call `release` when it is no longer shown. */
export async function imageOf({ text, width, height }: ChartPicture) {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const release = () => {
    URL.revokeObjectURL(address);
  };
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    if (text.includes('@font-face')) await fontsOf(image, width, height);
    return { image, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Milliseconds between two looks, and how many there are at most. */
const pause = 50;
const mostLooks = 20;

/**
 * A browser begins to read the fonts of an image when it first draws its text, draws that in another font, and tells
 * nobody when they are there: we look until the drawing has changed and changes no more.
 */
async function fontsOf(image: HTMLImageElement, width: number, height: number): Promise<void> {
  const first = fingerprint(image, width, height);
  let before = first;
  for (let look = 0; look < mostLooks; look++) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const now = fingerprint(image, width, height);
    if (now !== first && now === before) return;
    before = now;
  }
}

function fingerprint(image: HTMLImageElement, width: number, height: number): number {
  const canvas = drawn(image, width, height);
  const pixels = penOf(canvas).getImageData(0, 0, canvas.width, canvas.height).data;
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4) sum = (Math.imul(sum, 31) + pixels[at]!) | 0;
  return sum;
}

function drawn(image: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  penOf(canvas).drawImage(image, 0, 0, width, height);
  return canvas;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser gives no canvas');
  return pen;
}
