/** Prints one chart and nothing of the page round it. */
import type { ChartPicture } from './chart-picture.ts';
import { imageOf } from './chart-raster.ts';

export async function printPicture(picture: ChartPicture): Promise<void> {
  const { image, release } = await imageOf(picture);
  const sheet = document.createElement('div');
  sheet.className = 'chart-print';
  image.alt = '';
  sheet.append(image);
  document.body.append(sheet);
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      release();
    },
    { once: true },
  );
  window.print();
}
