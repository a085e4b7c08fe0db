/** Tagging while two texts are read: a stretch of one, and what answers a passage in the other. */
import type { AlignmentId } from '../../../../shared/alignment.ts';
import type { CharOffset, CorpusId, DocId } from '../../../../shared/model.ts';
import type { Tag, TaggedSpan, TagId } from '../../../../shared/tagging.ts';
import { changeProject } from '../../../app/actions/tagging.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('aligned');

export interface Stretch {
  readonly doc: DocId;
  readonly start: CharOffset;
  readonly end: CharOffset;
}

export async function tagStretch(corpus: CorpusId, stretch: Stretch, { tag, name }: Tag): Promise<void> {
  await changeProject(corpus, request('spans.add', { corpus, ...stretch, tags: [tag] }));
  store.getState().setLastTag(tag);
  store.getState().say(t('tags.said', { tag: name }));
}

/** Gives the sentences that answer a passage, in this pair, the tags of the passage. */
export async function tagCounterpart(corpus: CorpusId, alignment: AlignmentId, passage: TaggedSpan): Promise<void> {
  const { doc, start, end, tags } = passage;
  if (doc === null) return;
  const asked = { corpus, alignment, passages: [{ doc, start, end }], job: newJob() };
  const { counterparts } = await request('alignment.counterparts', asked);
  const answers = counterparts[0] ?? [];
  for (const answer of answers) await add(corpus, { doc: answer.doc, start: answer.start, end: answer.end }, tags);
  store.getState().say(answers.length === 0 ? t('tags.nothing') : t('tags.both'));
}

async function add(corpus: CorpusId, stretch: Stretch, tags: readonly TagId[]): Promise<void> {
  await changeProject(corpus, request('spans.add', { corpus, ...stretch, tags: [...tags] }));
}

/** What is selected within one side of the rows, by the places that its sentences carry; null when nothing is. */
export function selectedStretch(): { readonly side: 0 | 1; readonly start: number; readonly end: number } | null {
  const selection = window.getSelection();
  if (selection?.isCollapsed !== false || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeAt(range.startContainer, range.startOffset);
  const end = placeAt(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  if (start.cell !== end.cell || start.at >= end.at) return null;
  const cells = start.cell.parentElement?.querySelectorAll('.aligned-cell');
  return { side: cells?.[0] === start.cell ? 0 : 1, start: start.at, end: end.at };
}

function placeAt(node: Node, offset: number): { readonly cell: Element; readonly at: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const text = element?.closest<HTMLElement>('[data-start]');
  const cell = text?.closest('.aligned-cell');
  if (!text || !cell) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return { cell, at: Number(text.dataset.start) + before.toString().length };
}
