/** JSON: one document, a row a line; or one object a line. Never a spreadsheet escape, never a cut. */
import type { Answer } from './layout.ts';

export async function* renderJson<Row>({ layout, head, rows }: Answer<Row>): AsyncGenerator<string> {
  const { rowsField } = layout;
  if (rowsField === undefined) yield '[';
  else {
    const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`);
    yield `{${fields.join('')}${JSON.stringify(rowsField)}:[`;
  }
  let separator = '\n';
  for await (const page of rows) {
    yield page
      .map((row) => {
        const text = separator + JSON.stringify(layout.json(row));
        separator = ',\n';
        return text;
      })
      .join('');
  }
  yield rowsField === undefined ? '\n]\n' : '\n]}\n';
}

export async function* renderJsonLines<Row>({ layout, rows }: Answer<Row>): AsyncGenerator<string> {
  for await (const page of rows) yield page.map((row) => `${JSON.stringify(layout.json(row))}\n`).join('');
}
