/** Where the entries of a legend stand: side by side, in as many rows as they need. */

interface LegendFlow {
  /** Pixels from the side where the legend begins, and the row. */
  readonly places: readonly { readonly x: number; readonly row: number }[];
  readonly rowHeight: number;
  /** Of all rows. */
  readonly height: number;
}

export function flowLegend(textWidths: readonly number[], width: number, size: number): LegendFlow {
  const rowHeight = size * 1.7;
  let x = 0;
  let row = 0;
  const places = textWidths.map((textWidth) => {
    const needed = size + 6 + textWidth;
    if (x > 0 && x + needed > width) {
      x = 0;
      row++;
    }
    const place = { x, row };
    x += needed + size * 1.5;
    return place;
  });
  return { places, rowHeight, height: textWidths.length === 0 ? 0 : (row + 1) * rowHeight };
}
