/** What was collected: put in order, commented, saved as one page. */
import { ArrowDown, ArrowUp, FileDown, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button, TextArea, TextField } from 'react-aria-components';
import type { ReportEntry } from '../../../../shared/report.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { PaperDialog } from '../../../ui/dialog.tsx';
import { formatCount, formatNumber } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { TextInput } from '../../../ui/text-input.tsx';
import { dateText } from '../../../language/locale.ts';
import './report-drawer.css';
import { reportPage } from './report-page.ts';
import { report, useReport } from './report.ts';
import { reportWords } from './report-words.ts';

async function save(title: string, entries: readonly ReportEntry[]): Promise<void> {
  const { version } = await request('app.about', {});
  const date = dateText(Date.now(), 'day', 'long');
  saveFile(`${title}.html`, new Blob([reportPage({ title, version, date }, entries)], { type: 'text/html' }));
  store.getState().say(reportWords.saved);
}

export function ReportDrawer({ onClose }: { readonly onClose: () => void }) {
  const entries = useReport((state) => state.entries);
  const { clear, bringBack } = report.getState();
  const canBringBack = useReport((state) => state.before !== null);
  const [title, setTitle] = useState(reportWords.usualTitle);
  return (
    <PaperDialog title={reportWords.report} isWide onClose={onClose}>
      <div className="report">
        {entries.length === 0 ? (
          <p className="report-empty">{reportWords.empty}</p>
        ) : (
          <>
            <TextInput label={reportWords.title} value={title} onChange={setTitle} />
            <ol className="report-entries">
              {entries.map((entry, place) => (
                <Entry key={entry.id} entry={entry} isFirst={place === 0} isLast={place === entries.length - 1} />
              ))}
            </ol>
            <footer className="ui-form-foot">
              <Button
                className="ui-button ui-button-main"
                onPress={() => {
                  start(save(title.trim() === '' ? reportWords.usualTitle : title.trim(), entries));
                }}
              >
                <FileDown size={14} aria-hidden /> {reportWords.save}
              </Button>
              <Button className="ui-button ui-button-quiet" onPress={clear}>
                {reportWords.clear}
              </Button>
            </footer>
          </>
        )}
        {canBringBack && (
          <Button className="ui-button ui-button-quiet" onPress={bringBack}>
            <Undo2 size={14} aria-hidden /> {reportWords.bringBack}
          </Button>
        )}
      </div>
    </PaperDialog>
  );
}

interface EntryProps {
  readonly entry: ReportEntry;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function Entry({ entry, isFirst, isLast }: EntryProps) {
  const { id, title, origin, comment } = entry;
  const { move, remove, comment: setComment } = report.getState();
  const what =
    entry.kind === 'table'
      ? reportWords.table(formatNumber(entry.rows.length), formatCount(entry.total, 'row'))
      : reportWords.chart;
  return (
    <li className="report-entry">
      <div className="report-entry-head">
        <div>
          <h3 dir="auto">{title}</h3>
          <p>
            {what} · <bdi>{origin.corpus}</bdi>
            {origin.settings.map((setting) => (
              <span key={setting}>
                {' '}
                · <bdi>{setting}</bdi>
              </span>
            ))}
          </p>
        </div>
        <span className="report-entry-tools">
          <IconButton
            small
            label={reportWords.up(title)}
            icon={ArrowUp}
            isDisabled={isFirst}
            onPress={() => {
              move(id, -1);
            }}
          />
          <IconButton
            small
            label={reportWords.down(title)}
            icon={ArrowDown}
            isDisabled={isLast}
            onPress={() => {
              move(id, 1);
            }}
          />
          <IconButton
            small
            label={reportWords.remove(title)}
            icon={Trash2}
            onPress={() => {
              remove(id);
            }}
          />
        </span>
      </div>
      <TextField
        aria-label={reportWords.comment(title)}
        value={comment}
        onChange={(text) => {
          setComment(id, text);
        }}
      >
        <TextArea
          className="ui-input report-comment"
          dir="auto"
          rows={1}
          placeholder={reportWords.commentPlaceholder}
        />
      </TextField>
    </li>
  );
}
