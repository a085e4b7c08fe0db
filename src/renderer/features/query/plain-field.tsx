import { type RefObject, useEffect, useRef } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('lines');

export interface PlainFieldProps {
  readonly text: string;
  readonly refusal: Failure | null;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
  readonly onSearch: () => void;
  readonly onHistory: () => void;
}

/**
 * The query as plain text, until the editor is here. It grows with what is written, takes the direction of its first strong letter, and underlines
 * the part that could not be read: a copy of the text lies under the transparent field and carries the line.
 */
export function PlainField({ text, refusal, field, onText, onSearch, onHistory }: PlainFieldProps) {
  // Enter that ends the composition of a word in an input method is no search.
  const composing = useRef(false);
  useEffect(() => {
    // Whoever is still in the field finds the offending part selected, ready to be written over.
    if (refusal?.at !== undefined && document.activeElement === field.current)
      field.current?.setSelectionRange(refusal.at, refusal.until ?? refusal.at + 1);
  }, [refusal, field]);
  return (
    <div className="query-field">
      <div className="query-underlay" dir="auto" aria-hidden>
        <Underlined text={text} refusal={refusal} />
      </div>
      <textarea
        ref={field}
        id="query-field"
        className="query-text"
        data-pane-start
        dir="auto"
        rows={1}
        aria-label={t('query.label')}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? 'query-refusal' : undefined}
        placeholder={t('query.placeholder')}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={10_000}
        value={text}
        onChange={(event) => {
          // A query is one line: what is pasted with newlines becomes words beside one another.
          onText(event.target.value.replace(/\s*\n\s*/g, ' '));
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onKeyDown={(event) => {
          if (composing.current) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            onSearch();
          } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            // In a query of several drawn lines the arrows move the caret, as they should.
            const { selectionStart, selectionEnd, value } = event.currentTarget;
            const atEdge = event.key === 'ArrowUp' ? selectionEnd === 0 : selectionStart === value.length;
            if (!atEdge && isTall(event.currentTarget)) return;
            event.preventDefault();
            onHistory();
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            onText('');
          }
        }}
      />
    </div>
  );
}

function isTall(field: HTMLTextAreaElement): boolean {
  return field.scrollHeight > Number.parseFloat(getComputedStyle(field).lineHeight) * 2;
}

function Underlined({ text, refusal }: { readonly text: string; readonly refusal: Failure | null }) {
  // The last line break of a block is not drawn: a space keeps the copy as tall as the field.
  if (refusal?.at === undefined) return <>{text} </>;
  const from = Math.min(refusal.at, text.length);
  const until = Math.max(refusal.until ?? from + 1, from + 1);
  return (
    <>
      {text.slice(0, from)}
      <span className="query-offence">{text.slice(from, until) || '\u00a0\u00a0'}</span>
      {text.slice(until)}{' '}
    </>
  );
}
