/** A chart as a PNG, drawn from the very SVG that would be saved. */
import type { ChartPicture } from './chart-picture.ts';

/** `times` pixels of the file for one of the picture. */
export async function rasterOf({ text, width, height }: ChartPicture, times: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * times;
    canvas.height = height * times;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('the browser gives no canvas');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error(`${canvas.width} × ${canvas.height} pixels are too many for the browser`));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
