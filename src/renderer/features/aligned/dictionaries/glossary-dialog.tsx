/** The glossary of two languages: what a person says answers what, to see, to add to, to put right, out and in as a file. */
import { Plus, RefreshCw } from 'lucide-react';
import { type SyntheticEvent, useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AlignmentSummary } from '../../../../shared/alignment.ts';
import { type GlossaryTerm, glossaryFormats } from '../../../../shared/dictionaries.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import { start } from '../../../app/actions/failures.ts';
import { changeProject } from '../../../app/actions/tagging.ts';
import { saveWhole, sendWhole } from '../../../app/actions/whole-files.ts';
import { request } from '../../../app/request.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { useKept } from '../../../app/use-kept.ts';
import { wordsOf } from '../../../language/words.ts';
import { PaperDialog } from '../../../ui/dialog.tsx';
import { FileSheet } from '../../../ui/file-sheet.tsx';
import { formatNumber, languageName } from '../../../ui/format.ts';
import { TextInput } from '../../../ui/text-input.tsx';
import { GlossaryRow } from './glossary-row.tsx';
import './glossary.css';

const t = wordsOf('aligned');
/** The longest page that can be asked for; more are found by their words. */
const mostShown = 500;

interface GlossaryProps {
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  /** Aligns the whole pair anew. */
  readonly onRealign: () => void;
  readonly onClose: () => void;
}

export function GlossaryDialog({ corpus, summary, onRealign, onClose }: GlossaryProps) {
  const languages = languagesOf(summary);
  const [a, b] = languages;
  const [text, setText] = useState('');
  const revision = useApp((state) => state.revision);
  const ask = useCallback(
    () => request('glossary.list', { corpus, languages: [a, b], text, from: 0, count: mostShown }),
    [corpus, a, b, text],
  );
  const answer = useKept(`${corpus} ${a} ${b}`, `${corpus} ${a} ${b} ${text} ${revision}`, ask)?.answer;
  const save = (words: [string, string], term?: GlossaryTerm['term']) => {
    const asked = { corpus, languages, words };
    return changeProject(corpus, request('glossary.save', term === undefined ? asked : { ...asked, term }));
  };
  const take = async (file: File) => {
    const sent = sendWhole(file, (piece) => request('glossary.take', { corpus, languages, ...piece }));
    const { taken, known } = await changeProject(corpus, sent);
    const said = t('glossary.taken', { count: taken });
    store.getState().remark(known === 0 ? said : `${said} ${t('glossary.known', { count: known })}`);
  };
  const total = answer?.total ?? 0;
  return (
    <PaperDialog title={t('glossary.title', { from: languageName(a), to: languageName(b) })} isWide onClose={onClose}>
      <div className="glossary">
        <p className="aligned-sheet-says">{t('glossary.says')}</p>
        <NewTerm languages={languages} onSave={save} />
        <div className="glossary-tools">
          <TextInput label={t('glossary.find')} value={text} onChange={setText} />
          <span className="aligned-count" role="status">
            {t('glossary.count', { count: total })}
            {total > mostShown && ` · ${t('glossary.more', { shown: formatNumber(mostShown) })}`}
          </span>
          <span className="aligned-gap" />
          <Button
            className="ui-button"
            onPress={() => {
              onRealign();
              onClose();
            }}
          >
            <RefreshCw size={14} aria-hidden />
            {t('glossary.realign')}
          </Button>
          <FileSheet
            label={t('glossary.files')}
            title={t('glossary.save')}
            formats={glossaryFormats}
            nameOf={(format) => format.toUpperCase()}
            hasRaw={false}
            note={t('glossary.filesSay')}
            onSave={(format) => {
              start(saveWhole((from, job) => request('glossary.write', { corpus, languages, format, from, job })));
            }}
            importLabel={t('glossary.import')}
            onImport={(file) => {
              start(take(file));
            }}
          />
        </div>
        {total === 0 && text === '' ? (
          <p className="glossary-none">{t('glossary.none')}</p>
        ) : (
          <table className="glossary-table">
            <thead>
              <tr>
                <th scope="col">{languageName(a)}</th>
                <th scope="col">{languageName(b)}</th>
                <th scope="col">
                  <span className="ui-hidden">{t('glossary.change')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {answer?.terms.map((term) => (
                <GlossaryRow
                  key={term.term}
                  term={term}
                  onSave={(words) => save(words, term.term)}
                  onRemove={() => {
                    const asked = { corpus, terms: [term.term] };
                    start(changeProject(corpus, request('glossary.delete', asked)).then(() => undefined));
                  }}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </PaperDialog>
  );
}

function languagesOf({ documents: [a, b] }: AlignmentSummary): [string, string] {
  const primary = (language: string): string => language.split('-')[0] ?? language;
  return [primary(a.document.language), primary(b.document.language)];
}

interface NewTermProps {
  readonly languages: readonly [string, string];
  readonly onSave: (words: [string, string]) => Promise<unknown>;
}

function NewTerm({ languages: [a, b], onSave }: NewTermProps) {
  const [mine, setMine] = useState('');
  const [theirs, setTheirs] = useState('');
  const isWhole = mine.trim() !== '' && theirs.trim() !== '';
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    const kept = onSave([mine, theirs]).then(() => {
      setMine('');
      setTheirs('');
      store.getState().say(t('glossary.added'));
    });
    start(kept);
  };
  return (
    <form className="glossary-new" onSubmit={add}>
      <TextInput label={t('glossary.in', { language: languageName(a) })} value={mine} onChange={setMine} autoFocus />
      <TextInput label={t('glossary.in', { language: languageName(b) })} value={theirs} onChange={setTheirs} />
      <Button type="submit" className="ui-button ui-button-main" isDisabled={!isWhole}>
        <Plus size={14} aria-hidden />
        {t('glossary.add')}
      </Button>
    </form>
  );
}
