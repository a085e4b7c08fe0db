/** What leaves the page: lines copied, written to a file, printed as an exercise, and the link to all of it. */
import { Share } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import { type LineFormat, lineFormats } from '../../../shared/lines.ts';
import type { Context } from '../../../shared/terms.ts';
import { start } from '../../app/actions/failures.ts';
import { linkTo, printExercise, saveLines } from '../../app/actions/line-files.ts';
import { fieldsOf } from '../../app/line-pages.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import './line-settings-menu.css';
import { resultAsText } from './result-text.ts';

const t = wordsOf('lines');

interface ResultMenuProps {
  readonly result: ConcordanceSummary;
  readonly context: Context;
  readonly look: LineSettings;
  readonly where: string;
}

export function ResultMenu(props: ResultMenuProps) {
  return (
    <DialogTrigger>
      <IconButton small label={t('file.menu')} icon={Share} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="concordance-sheet" aria-label={t('file.menu')}>
          {({ close }) => <Ways {...props} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Ways({ result, context, look, where, onDone }: ResultMenuProps & { readonly onDone: () => void }) {
  const [isRaw, setRaw] = useState(false);
  const [isTicked, setTicked] = useState(result.ticked > 0);
  const fields = fieldsOf(look);
  const options = { context, raw: isRaw, ticked: isTicked, ...(fields.length === 0 ? {} : { fields }) };
  const save = (format: LineFormat) => {
    onDone();
    start(saveLines(result, { ...options, format }));
  };
  const copy = (text: string) => {
    onDone();
    start(
      navigator.clipboard.writeText(text).then(() => {
        store.getState().remark(t('link.copied'));
      }),
    );
  };
  return (
    <div className="ui-form">
      <fieldset className="concordance-fieldset">
        <Heading slot="title" className="ui-label">
          {t('file.saveAll', { count: isTicked ? result.ticked : result.total })}
        </Heading>
        <div className="concordance-formats">
          {lineFormats.map((format) => (
            <Button
              key={format}
              className="ui-button"
              aria-label={t('file.saveAs', { format: format.toUpperCase() })}
              onPress={() => {
                save(format);
              }}
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </div>
        {result.ticked > 0 && (
          <Check isSelected={isTicked} onChange={setTicked}>
            {t('ticks.only')}
          </Check>
        )}
        <Check isSelected={isRaw} onChange={setRaw}>
          {t('file.raw')}
        </Check>
        <p className="concordance-sheet-note">{t('file.says')}</p>
      </fieldset>
      <fieldset className="concordance-fieldset">
        <Button
          className="ui-button ui-button-quiet"
          onPress={() => {
            onDone();
            start(printExercise(result, { ...options, format: 'html' }));
          }}
        >
          {t('file.exercise')}
        </Button>
        <Button
          className="ui-button ui-button-quiet"
          onPress={() => {
            onDone();
            start(saveLines(result, { ...options, format: 'html', gaps: true }));
          }}
        >
          {t('file.exerciseSave')}
        </Button>
      </fieldset>
      <fieldset className="concordance-fieldset">
        <Button
          className="ui-button ui-button-quiet"
          onPress={() => {
            copy(linkTo(result));
          }}
        >
          {t('link.copy')}
        </Button>
        <Button
          className="ui-button ui-button-quiet"
          onPress={() => {
            copy(resultAsText(result, where, linkTo(result)));
          }}
        >
          {t('link.copyText')}
        </Button>
        <p className="concordance-sheet-note">{t('link.says')}</p>
      </fieldset>
    </div>
  );
}
