/** “Only in…”: a condition on the documents that are searched, with completion, and conditions saved under a name. */
import { X } from 'lucide-react';
import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { CorpusSummary } from '../../../shared/answers.ts';
import type { Failure } from '../../../shared/failure.ts';
import { setWhere } from '../../app/actions/ask.ts';
import { useApp } from '../../app/store/store.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SavedConditions } from './saved-conditions.tsx';
import { useFields, useMeant, useSubcorpora } from './use-where.ts';
import './where-bar.css';
import { type Completion, completions } from './where-words.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

interface WhereBarProps {
  readonly corpus: CorpusSummary;
  readonly onClose: () => void;
}

export function WhereBar({ corpus: summary, onClose }: WhereBarProps) {
  const { corpus, documents, tokens } = summary;
  const where = useApp((state) => state.typedWhere);
  const typeWhere = useApp((state) => state.typeWhere);
  const refusal = useApp((state) => state.whereRefusal);
  const [saves, setSaves] = useState(0);
  // A folder that was read again has other documents, fields and values.
  const revision = useApp((state) => state.revision);
  const edition = `${documents} ${tokens} ${JSON.stringify(summary.languages)} ${revision}`;
  const { fields, projectFields } = useFields(corpus, edition);
  const saved = useSubcorpora(corpus, `${edition} ${saves}`);
  const meant = useMeant(corpus, where, `${edition} ${saves}`);
  // What is not finished yet is no mistake until it is asked.
  const tried = meant?.failure ?? null;
  const isUnfinished = tried?.at !== undefined && tried.at >= where.trimEnd().length;
  const failure = refusal ?? (isUnfinished ? null : tried);
  return (
    <div className="where-bar">
      <div className="where-row">
        <span id="where-label" className="where-label">
          {t('whereBar.onlyDocumentsWhere')}
        </span>
        <WhereField
          where={where}
          failure={failure}
          offered={completions(
            where,
            [...fields, ...projectFields],
            saved.map(({ name }) => name),
          )}
          onWhere={typeWhere}
          onApply={() => {
            setWhere(where);
          }}
        />
        {meant?.documents !== null && meant?.documents !== undefined && (
          <span className="where-meant ui-number" role="status">
            {t('whereBar.of', { documents: formatNumber(meant.documents), all: formatNumber(documents) })}
          </span>
        )}
        <SavedConditions
          corpus={corpus}
          saved={saved}
          where={where.trim()}
          canSave={meant?.documents !== null && meant?.documents !== undefined}
          onChanged={() => {
            setSaves(saves + 1);
          }}
          onApply={setWhere}
        />
        <IconButton
          small
          label={t('whereBar.searchAllDocuments')}
          icon={X}
          onPress={() => {
            setWhere('');
            onClose();
          }}
        />
      </div>
      {failure && <Offence where={where} failure={failure} />}
    </div>
  );
}

const exampleCondition = 'language=ar and date>=2022';

interface WhereFieldProps {
  readonly where: string;
  readonly failure: Failure | null;
  readonly offered: readonly Completion[];
  readonly onWhere: (where: string) => void;
  readonly onApply: () => void;
}

function WhereField({ where, failure, offered, onWhere, onApply }: WhereFieldProps) {
  return (
    <ComboBox
      className="where-field"
      aria-labelledby="where-label"
      items={offered}
      value={null}
      inputValue={where}
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="focus"
      isInvalid={failure !== null}
      onInputChange={onWhere}
      onChange={(key) => {
        if (typeof key === 'string') onWhere(key);
      }}
    >
      <Input
        className="ui-input ui-input-mono"
        placeholder={exampleCondition}
        dir="auto"
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={failure ? 'where-offence' : undefined}
        onKeyDown={(event) => {
          // With an option at hand Enter takes it; otherwise it asks.
          if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-activedescendant') === null) onApply();
        }}
      />
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <ListBox className="ui-options">
          {({ text, name, documents }: Completion) => (
            <ListBoxItem id={text} textValue={text} className="where-option">
              <bdi>{name}</bdi>
              {documents !== undefined && <span className="ui-option-note ui-number">{formatNumber(documents)}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The condition once more, with the part that could not be read underlined, and why. */
function Offence({ where, failure }: { readonly where: string; readonly failure: Failure }) {
  const { at, until, message } = failure;
  return (
    <p id="where-offence" className="where-offence">
      {at !== undefined && (
        <bdi className="where-echo" aria-hidden>
          {where.slice(0, at)}
          <span className="query-offence">{where.slice(at, Math.max(until ?? 0, at + 1)) || '\u00a0\u00a0'}</span>
          {where.slice(Math.max(until ?? 0, at + 1))}
        </bdi>
      )}
      {message}
    </p>
  );
}
