/** Prints one chart and nothing of the page round it. */
import type { ChartPicture } from './chart-picture.ts';

export function printPicture({ text }: ChartPicture): void {
  const sheet = document.createElement('div');
  sheet.className = 'chart-print';
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  image.alt = '';
  sheet.append(image);
  document.body.append(sheet);
  const end = () => {
    sheet.remove();
    URL.revokeObjectURL(address);
  };
  window.addEventListener('afterprint', end, { once: true });
  image.decode().then(
    () => {
      window.print();
    },
    () => {
      window.removeEventListener('afterprint', end);
      end();
    },
  );
}
