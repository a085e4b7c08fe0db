/** Words left out of a table: lists by language, and words of the reader's own, pasted or from a file. */
import { FileUp } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import { longestStopList } from '../../../../shared/tables.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { Check } from '../../../ui/check.tsx';
import { formatCount, formatNumber, languageName } from '../../../ui/format.ts';
import { Pill } from './pill.tsx';
import type { TabSettings } from './settings.ts';
import type { ChangeSettings } from './use-settings.ts';
import { listText } from '../../../language/locale.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

interface StopPillProps {
  readonly corpus: CorpusId;
  readonly settings: TabSettings;
  readonly onChange: ChangeSettings;
}

/** One word a line; spaces and commas part them as well, as lists from elsewhere have them. */
export function wordsIn(text: string): string[] {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '' && word.length <= 200);
  return [...new Set(words)].slice(0, longestStopList);
}

export function StopPill({ corpus, settings, onChange }: StopPillProps) {
  const { stopLanguages, stopWords } = settings;
  const own = stopWords.length > 0 ? formatCount(stopWords.length, 'word') : '';
  const isSet = stopLanguages.length + stopWords.length > 0;
  const value = isSet ? listText([...stopLanguages, ...(own === '' ? [] : [own])]) : t('strip.stopNone');
  return (
    <Pill label={t('strip.stop')} value={value} isSet={isSet}>
      <p className="frequency-sheet-says">{t('strip.stopSays')}</p>
      <Lists corpus={corpus} chosen={stopLanguages} onChange={onChange} />
      <OwnWords words={stopWords} onChange={onChange} />
    </Pill>
  );
}

interface ListsProps {
  readonly corpus: CorpusId;
  readonly chosen: readonly string[];
  readonly onChange: ChangeSettings;
}

function Lists({ corpus, chosen, onChange }: ListsProps) {
  const ask = useCallback(() => request('stoplists.list', { corpus }), [corpus]);
  const answered = useAnswer(corpus, ask);
  if (answered?.failure) return <p className="ui-field-error">{answered.failure.message}</p>;
  return (
    <div role="group" aria-label={t('strip.stopLists')} className="frequency-sheet-lists">
      {answered?.answer?.lists.map(({ language, words }) => (
        <Check
          key={language}
          isSelected={chosen.includes(language)}
          onChange={(on) => {
            onChange({ stopLanguages: on ? [...chosen, language] : chosen.filter((known) => known !== language) });
          }}
        >
          <span>
            {languageName(language)} <span className="ui-field-hint">{formatNumber(words)}</span>
          </span>
        </Check>
      ))}
    </div>
  );
}

function OwnWords({ words, onChange }: { readonly words: readonly string[]; readonly onChange: ChangeSettings }) {
  const [text, setText] = useState(words.join('\n'));
  const take = (next: string) => {
    setText(next);
    onChange({ stopWords: wordsIn(next) });
  };
  return (
    <>
      <TextField
        className="ui-field"
        value={text}
        onChange={setText}
        onBlur={() => {
          take(text);
        }}
      >
        <Label className="ui-field-label">{t('strip.stopOwn')}</Label>
        <TextArea className="ui-input frequency-sheet-words" dir="auto" spellCheck={false} />
      </TextField>
      <FileTrigger
        acceptedFileTypes={['.txt', '.csv', '.tsv', 'text/plain']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file)
            start(
              file.text().then((read) => {
                take(`${text.trimEnd()}\n${read}`.trimStart());
              }),
            );
        }}
      >
        <Button className="ui-button">
          <FileUp size={13} aria-hidden /> {t('strip.stopFile')}
        </Button>
      </FileTrigger>
    </>
  );
}
