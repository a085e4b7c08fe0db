/** Where the query is written: a plain field at once, an editor that knows the language as soon as it is here. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { wordsOf } from '../../language/words.ts';
import type { QueryMode } from '../../app/query-modes.ts';
import { useDrawnTheme } from '../../app/theme.ts';
import { loadMonaco } from '../../ui/monaco/load-monaco.ts';
import type { Monaco } from '../../ui/monaco/monaco.ts';
import { QueryEditor } from '../../ui/monaco/query-editor.ts';
import { applyTheme } from '../../ui/monaco/theme.ts';
import { completionsOf } from './completion-sources.ts';
import { PlainField } from './plain-field.tsx';
import { placeAt } from './query-place.ts';

const t = wordsOf('lines');

interface QueryFieldProps {
  readonly text: string;
  readonly mode: QueryMode;
  readonly corpus: CorpusId | null;
  readonly refusal: Failure | null;
  /** Gives what is to stand in the field. */
  readonly onText: (text: string) => string;
  readonly onSearch: (isBeside: boolean) => void;
  readonly onHistory: () => void;
}

/** What the plain field hands on: whether its writer was in it. */
interface Handed {
  readonly hadFocus: boolean;
}

/** Resolves when nobody waits for the page: the editor is three megabytes of program. */
function whenIdle(): Promise<void> {
  return new Promise((done) => {
    requestIdleCallback(
      () => {
        done();
      },
      { timeout: 2_000 },
    );
  });
}

/** Monaco, once the page stands; null until then, and when it cannot be had. */
function useMonaco(): Monaco | null {
  const [monaco, setMonaco] = useState<Monaco | null>(null);
  useEffect(() => {
    let ended = false;
    whenIdle()
      .then(loadMonaco)
      .then((loaded) => {
        if (!ended) setMonaco(() => loaded);
      })
      .catch(() => undefined);
    return () => {
      ended = true;
    };
  }, []);
  return monaco;
}

export function QueryField(props: QueryFieldProps) {
  const monaco = useMonaco();
  const plain = useRef<HTMLTextAreaElement>(null);
  const [ready, setReady] = useState<Handed | null>(null);
  useEffect(() => {
    if (!monaco || ready) return undefined;
    // A word that is being composed in an input method is not taken out of its writer's hands.
    const field = plain.current;
    let isComposing = false;
    const begin = () => {
      isComposing = true;
    };
    const hand = () => {
      setReady({ hadFocus: field !== null && document.activeElement === field });
    };
    const end = () => {
      isComposing = false;
      hand();
    };
    field?.addEventListener('compositionstart', begin);
    field?.addEventListener('compositionend', end);
    const timer = setTimeout(() => {
      if (!isComposing) hand();
    });
    return () => {
      clearTimeout(timer);
      field?.removeEventListener('compositionstart', begin);
      field?.removeEventListener('compositionend', end);
    };
  }, [monaco, ready]);
  if (monaco && ready) return <EditorField {...props} monaco={monaco} handed={ready} />;
  return (
    <PlainField
      text={props.text}
      refusal={props.refusal}
      field={plain}
      onText={props.onText}
      onSearch={() => {
        props.onSearch(false);
      }}
      onHistory={props.onHistory}
    />
  );
}

interface EditorFieldProps extends QueryFieldProps {
  readonly monaco: Monaco;
  readonly handed: Handed;
}

function EditorField({ monaco, handed, text, mode, refusal, ...props }: EditorFieldProps) {
  const container = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<QueryEditor | null>(null);
  const theme = useDrawnTheme();
  const latest = useRef({ ...props, text, mode });
  useEffect(() => {
    latest.current = { ...props, text, mode };
  });

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const { fontFamily, fontSize } = getComputedStyle(element);
    const made = new QueryEditor(monaco, element, latest.current.text, latest.current.mode, {
      label: t('query.label'),
      placeholder: t('query.placeholder'),
      fontFamily,
      fontSize: Number.parseFloat(fontSize),
      onText: (written) => latest.current.onText(written),
      onSearch: (isBeside) => {
        latest.current.onSearch(isBeside);
      },
      onHistory: () => {
        latest.current.onHistory();
      },
      offers: (written, at) => {
        const { corpus, mode: language } = latest.current;
        const place = placeAt(written, at, language);
        if (!place || corpus === null) return Promise.resolve([]);
        return completionsOf({ corpus, mode: language, place, text: written });
      },
    });
    if (handed.hadFocus) made.focus();
    setEditor(made);
    return () => {
      made.dispose();
    };
  }, [monaco, handed]);

  useEffect(() => {
    if (container.current) applyTheme(monaco, theme, container.current);
  }, [monaco, theme]);
  useEffect(() => {
    editor?.setText(text);
  }, [editor, text]);
  useEffect(() => {
    editor?.setLanguage(mode);
  }, [editor, mode]);
  useEffect(() => {
    const at = refusal?.at;
    const offence = at === undefined ? null : { at, until: refusal?.until ?? at + 1 };
    editor?.refuse(offence, refusal ? 'query-refusal' : null);
    // Whoever is still in the field finds the offending part selected, ready to be written over.
    if (offence && editor?.isFocused) editor.select(offence.at, offence.until);
  }, [editor, refusal]);

  // Monaco's own layout is left to right; a query of the other direction turns by itself.
  return <div className="query-editor" dir="ltr" ref={container} />;
}
