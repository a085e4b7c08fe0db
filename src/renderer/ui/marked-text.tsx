interface MarkedTextProps {
  readonly text: string;
  /** Places of the text, in any order; of two that overlap, the first is marked. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A text with what was looked for marked. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  const parts = [];
  let at = 0;
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
