/** All notes of the project, found by their words; each leads to what it is on. */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import { longestPage } from '../../../shared/terms.ts';
import { start } from '../../app/actions/failures.ts';
import { showPassages, showPassagesOf } from '../../app/actions/passages.ts';
import { readDocument } from '../../app/actions/read.ts';
import { useDocuments } from '../../app/documents.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import type { Project } from '../../app/store/tagging.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { type Note, NoteRow, Notes } from './notes.tsx';
import { openSpan } from './passages-view.tsx';

const t = wordsOf('tagging');

interface NotesViewProps {
  readonly corpus: CorpusId;
  readonly project: Project;
}

const targets = ['all', 'project', 'document'] as const;

export function NotesView({ corpus, project }: NotesViewProps) {
  const revision = useApp((state) => state.revision);
  const [search, setSearch] = useState('');
  const [about, setAbout] = useState<(typeof targets)[number]>('all');
  const words = search.trim();
  const ask = useCallback(
    () => request('notes.list', { corpus, ...(words === '' ? {} : { search: words }), from: 0, count: longestPage }),
    [corpus, words],
  );
  const answered = useKept(corpus, `${corpus} ${words} ${revision}`, ask);
  const found = answered?.answer;
  return (
    <>
      <div className="tagged-bar">
        <TextInput label={t('notes.search')} value={search} onChange={setSearch} />
        <Choice
          label={t('notes.write')}
          value={about}
          options={targets.map((id) => ({ id, name: t(`notes.targets.${id}`) }))}
          onChange={setAbout}
        />
        <span className="tagged-space" />
        {found && (
          <span className="tagged-count" role="status">
            {t('notes.found', { count: found.total })}
          </span>
        )}
      </div>
      <div
        className="tagged-scroll tagged-padded"
        tabIndex={0}
        role="group"
        aria-label={t('view.notes')}
        data-pane-start
      >
        {answered?.failure && <p role="alert">{answered.failure.message}</p>}
        {about === 'project' && <Notes corpus={corpus} target={{ kind: 'project' }} />}
        {about === 'document' && <OfDocument corpus={corpus} />}
        {about === 'all' && (
          <ul className="notes-list">
            {found?.notes.map((note) => (
              <li key={note.note}>
                <AboutNote corpus={corpus} note={note} project={project} />
                <ul>
                  <NoteRow corpus={corpus} note={note} />
                </ul>
              </li>
            ))}
          </ul>
        )}
        {about === 'all' && found?.notes.length === 0 && <p>{t('notes.none')}</p>}
      </div>
    </>
  );
}

/** Notes on the document that is read. */
function OfDocument({ corpus }: { readonly corpus: CorpusId }) {
  const doc = useApp((state) => (state.reading?.corpus === corpus ? state.reading.doc : null));
  const { documents } = useDocuments(corpus);
  const document = documents.find((known) => known.doc === doc);
  if (!document) return <p>{t('notes.noDocument')}</p>;
  return (
    <>
      <h3 className="ui-label">
        <bdi>{document.path}</bdi>
      </h3>
      <Notes corpus={corpus} target={{ kind: 'document', path: document.path }} />
    </>
  );
}

/** Opens the passage that has a note where it stands, or lists those that have such a note. */
async function openNoted(corpus: CorpusId, text: string): Promise<void> {
  const question = { kind: 'note', text: text.slice(0, longestAsked) } as const;
  const { spans } = await request('spans.find', { corpus, question, sort: 'place', from: 0, count: longestPage });
  const noted = spans.filter(({ notes }) => notes.includes(text));
  const [only] = noted;
  if (noted.length === 1 && only && only.doc !== null) openSpan(corpus, only);
  else showPassages(question);
}

/** Characters of a note that it is looked for by. */
const longestAsked = 1_000;

interface AboutNoteProps {
  readonly corpus: CorpusId;
  readonly note: Note;
  readonly project: Project;
}

/** What a note is on, as the way to it. */
function AboutNote({ corpus, note: { target, text }, project }: AboutNoteProps) {
  const { documents } = useDocuments(corpus);
  switch (target.kind) {
    case 'project':
      return <span className="tagged-count">{t('notes.onProject')}</span>;
    case 'tag': {
      const tag = project.tags.find((known) => known.tag === target.tag);
      return (
        <Button
          className="ui-button ui-button-quiet"
          isDisabled={!tag}
          onPress={() => {
            if (tag) showPassagesOf(tag);
          }}
        >
          {t('notes.onTag', { tag: tag?.name ?? target.tag })}
        </Button>
      );
    }
    case 'document': {
      const document = documents.find(({ path }) => path === target.path);
      return (
        <Button
          className="ui-button ui-button-quiet"
          isDisabled={!document}
          onPress={() => {
            if (document) readDocument(corpus, document.doc);
          }}
        >
          {t('notes.onDocument', { path: `\u2068${target.path}\u2069` })}
        </Button>
      );
    }
    case 'span':
      return (
        <Button
          className="ui-button ui-button-quiet"
          onPress={() => {
            start(openNoted(corpus, text));
          }}
        >
          {t('notes.onSpan')}
        </Button>
      );
  }
}
