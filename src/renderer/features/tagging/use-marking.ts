/**
 * Tagging with the text in front of one: what is selected, which passage stands out, and what each key does to it. The pane
 * that shows the text knows none of this; it draws strokes and hands keys on.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import type { SpanId, Tag, TaggedSpan } from '../../../shared/tagging.ts';
import { start } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { store, useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import type { Marking, Selected } from '../../ui/monaco/marking.ts';
import { markingAction, type MarkingAction, type Step } from './marking-keys.ts';
import { discardSpan, moveEnds, tagPlace, toggleTag } from './span-actions.ts';
import { movedEnds, spanFrom, spansAt } from './spans-at.ts';
import { useSpans } from '../../app/use-spans.ts';
import { useStrokes } from './use-strokes.ts';

const t = wordsOf('tagging');

export interface Marker {
  readonly marking: Marking;
  readonly spans: readonly TaggedSpan[];
  /** What the selected place is about, the one that stands out first. */
  readonly here: readonly TaggedSpan[];
  readonly hasSelection: boolean;
  /** The passage that was tagged last, as long as nothing else was done. */
  readonly fresh: FreshSpan | null;
  readonly go: (by: 1 | -1) => void;
  readonly apply: (tag: Tag) => void;
  readonly chooseOther: () => void;
  readonly show: (span: TaggedSpan) => void;
}

export interface FreshSpan {
  readonly span: TaggedSpan;
  readonly tag: Tag;
}

const noTags: readonly Tag[] = [];
const nowhere: Selected = { start: 0 as Span['start'], end: 0 as Span['end'], isBackward: false };

/** `onNote`: somebody wants to write about a passage. */
export function useMarking(corpus: CorpusId, doc: DocId, onNote: (span: TaggedSpan) => void): Marker {
  const tags = useApp((state) => currentProject(state)?.tags ?? noTags);
  const spans = useSpans(corpus, doc);
  const strokes = useStrokes(spans, tags);
  const [selected, setSelected] = useState<Selected>(nowhere);
  const [chosen, setChosen] = useState<SpanId | null>(null);
  const [goal, setGoal] = useState<Span | null>(null);
  const [fresh, setFresh] = useState<FreshSpan | null>(null);
  /** What was selected before it grew, the smallest first. */
  const smaller = useRef<Span[]>([]);

  const here = useMemo(() => {
    const found = spansAt(spans, selected);
    const first = found.find(({ span }) => span === chosen);
    return first ? [first, ...found.filter((span) => span !== first)] : found;
  }, [spans, selected, chosen]);
  const current = here[0] ?? null;
  const hasSelection = selected.start < selected.end;

  const subject = `${corpus} ${doc}`;
  const [shown, setShown] = useState(subject);
  if (shown !== subject) {
    setShown(subject);
    setSelected(nowhere);
    setChosen(null);
    setGoal(null);
    setFresh(null);
  }
  useEffect(
    () => () => {
      store.getState().setSelection(null);
    },
    [corpus, doc],
  );

  const select = (place: Span) => {
    setGoal({ start: place.start, end: place.end });
  };
  const show = (span: TaggedSpan) => {
    setChosen(span.span);
    select(span);
  };
  const aroundPlace = (place: Span) => request('document.around', { corpus, doc, start: place.start, end: place.end });

  const tagSelected = async (tag: Tag, place: Span) => {
    const word = place.start < place.end ? place : (await aroundPlace(place)).words;
    const span = await tagPlace({ corpus, doc, ...word }, tag);
    setChosen(span.span);
    select(span);
    setFresh({ span, tag });
  };
  const apply = (tag: Tag) => {
    setFresh(null);
    start(current ? toggleTag(corpus, current, tag) : tagSelected(tag, selected));
  };
  const grow = async (place: Span) => {
    const { words, sentences, paragraphs } = await aroundPlace(place);
    const size = place.end - place.start;
    const next = [words, sentences, paragraphs].find((unit) => unit.end - unit.start > size);
    if (!next) return;
    smaller.current.push({ start: place.start, end: place.end });
    select(next);
  };
  const resize = async (span: TaggedSpan, side: 'start' | 'end', step: Step) => {
    const around = await aroundPlace(span);
    const ends = movedEnds(span, side, around[side][step]);
    if (!ends) return;
    await moveEnds(corpus, span, ends);
    setChosen(span.span);
    select(ends);
  };
  const go = (by: 1 | -1) => {
    const span = spanFrom(spans, selected, current?.span ?? null, by);
    if (span) show(span);
    else store.getState().remark(t('said.noPassages'));
  };
  const chooseOther = () => {
    const next = here[1];
    if (next) setChosen(next.span);
  };

  const act = (action: MarkingAction, place: Selected) => {
    const { sticky, lastTag, remark } = store.getState();
    const again = tags.find(({ tag }) => tag === (sticky ?? lastTag));
    switch (action.kind) {
      case 'tag':
        apply(action.tag);
        return;
      case 'unknown-key':
        remark(t('said.unknownKey', { key: action.key }));
        return;
      case 'last':
        if (again) apply(again);
        else remark(t('said.noLastTag'));
        return;
      case 'grow':
        start(grow(place));
        return;
      case 'shrink': {
        const last = smaller.current.pop();
        if (last) select(last);
        return;
      }
      case 'delete':
        if (current) start(discardSpan(corpus, current));
        return;
      case 'note':
        if (current) onNote(current);
        return;
      case 'other':
        chooseOther();
        return;
      case 'go':
        go(action.by);
        return;
      case 'resize':
        if (current) start(resize(current, action.side, action.step));
    }
  };

  const onKey = (press: KeyboardEvent, place: Selected): boolean => {
    // While somebody writes with an input method, keys are its own.
    if (press.isComposing) return false;
    const action = markingAction(press, tags, current?.direction === 'rtl');
    // Where nobody tags, letters mean nothing, and Alt and arrows are the system's.
    if (!action || (tags.length === 0 && action.kind === 'unknown-key')) return false;
    if (action.kind === 'resize' && !current) return false;
    act(action, place);
    return true;
  };
  const onSelect = (place: Selected, isDone: boolean) => {
    if (place.start !== selected.start || place.end !== selected.end) {
      setSelected(place);
      const isGoal = goal?.start === place.start && goal.end === place.end;
      if (!isGoal) {
        smaller.current = [];
        setFresh(null);
      }
      store
        .getState()
        .setSelection(place.start < place.end ? { corpus, doc, start: place.start, end: place.end } : null);
    }
    const { sticky } = store.getState();
    const tag = tags.find((known) => known.tag === sticky);
    if (isDone && tag && place.start < place.end && spansAt(spans, place).every((span) => !span.tags.includes(tag.tag)))
      start(tagSelected(tag, place));
  };

  // The text keeps one pair of listeners; they hear of what is drawn now.
  const latest = useRef({ onKey, onSelect });
  useEffect(() => {
    latest.current = { onKey, onSelect };
  });
  const handleKey = useCallback((press: KeyboardEvent, place: Selected) => latest.current.onKey(press, place), []);
  const handleSelect = useCallback((place: Selected, isDone: boolean) => {
    latest.current.onSelect(place, isDone);
  }, []);
  const marking = useMemo<Marking>(
    () => ({ strokes, current, goal, onKey: handleKey, onSelect: handleSelect }),
    [strokes, current, goal, handleKey, handleSelect],
  );
  return { marking, spans, here, hasSelection, fresh, go, apply, chooseOther, show };
}
