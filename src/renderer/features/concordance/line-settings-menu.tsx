/** How the lines are shown: columns and their order, density, letters, headings, map, blanks, words in columns. */
import { ArrowDown, ArrowUp, Settings2, X } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { mostLineFields, mostLineWords } from '../../../shared/lines.ts';
import {
  densities,
  largestText,
  type LineColumn,
  type LineSettings,
  scripts,
  smallestText,
} from '../../../shared/line-settings.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { columnName } from './column-heads.tsx';
import { drawnColumns } from './line-look.ts';
import './line-settings-menu.css';
import { useFieldNames } from './sort-panel.tsx';

const t = wordsOf('lines');

interface LineSettingsProps {
  readonly corpus: CorpusId;
  readonly look: LineSettings;
  readonly onLook: (change: Partial<LineSettings>) => void;
}

export function LineSettingsMenu(props: LineSettingsProps) {
  return (
    <DialogTrigger>
      <IconButton small label={t('look.label')} icon={Settings2} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="concordance-sheet concordance-sheet-wide" aria-label={t('look.label')}>
          <div className="ui-form">
            <ColumnList {...props} />
            <Toggles {...props} />
            <Letters {...props} />
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ColumnList({ corpus, look, onLook }: LineSettingsProps) {
  const columns = drawnColumns(look);
  const fields = useFieldNames(corpus);
  const unused = ['document', 'language', 'verdict', ...fields.map((field) => `field:${field}`)].filter(
    (id) => !columns.some((column) => column.id === id) && id !== 'field:path' && id !== 'field:language',
  );
  const move = (at: number, by: number) => {
    const moved = [...columns];
    const [column] = moved.splice(at, 1);
    if (column) moved.splice(at + by, 0, column);
    onLook({ columns: moved });
  };
  return (
    <fieldset className="concordance-fieldset">
      <Heading slot="title" className="ui-label">
        {t('look.columns')}
      </Heading>
      {columns.map((column, at) => (
        <div key={column.id} className="concordance-sheet-row">
          <bdi className="concordance-sheet-name">{columnName(column)}</bdi>
          {column.id !== 'text' && (
            <NumberInput
              label={t('look.width', { column: columnName(column) })}
              value={column.width}
              smallest={32}
              largest={800}
              onChange={(width) => {
                onLook({ columns: columns.map((known) => (known.id === column.id ? { ...known, width } : known)) });
              }}
            />
          )}
          <ColumnMoves column={column} at={at} of={columns.length} onMove={move} />
          {column.id !== 'text' && (
            <IconButton
              small
              label={t('look.hide', { column: columnName(column) })}
              icon={X}
              onPress={() => {
                onLook({ columns: columns.filter(({ id }) => id !== column.id) });
              }}
            />
          )}
        </div>
      ))}
      {unused.length > 0 && columns.length < mostLineFields && (
        <Choice
          label={t('look.addColumn')}
          options={[{ id: '', name: '…' }, ...unused.map((id) => ({ id, name: columnName({ id, width: 0 }) }))]}
          value=""
          onChange={(id) => {
            if (id !== '') onLook({ columns: [...columns, { id, width: id === 'language' ? 56 : 120 }] });
          }}
        />
      )}
    </fieldset>
  );
}

interface ColumnMovesProps {
  readonly column: LineColumn;
  readonly at: number;
  readonly of: number;
  readonly onMove: (at: number, by: number) => void;
}

function ColumnMoves({ column, at, of, onMove }: ColumnMovesProps) {
  return (
    <>
      <IconButton
        small
        label={t('look.earlier', { column: columnName(column) })}
        icon={ArrowUp}
        isDisabled={at === 0}
        onPress={() => {
          onMove(at, -1);
        }}
      />
      <IconButton
        small
        label={t('look.later', { column: columnName(column) })}
        icon={ArrowDown}
        isDisabled={at === of - 1}
        onPress={() => {
          onMove(at, 1);
        }}
      />
    </>
  );
}

const switches = ['numbers', 'colours', 'headings', 'map', 'gaps'] as const;

function Toggles({ look, onLook }: LineSettingsProps) {
  return (
    <fieldset className="concordance-fieldset">
      {switches.map((name) => (
        <Check
          key={name}
          isSelected={look[name]}
          onChange={(on) => {
            onLook({ [name]: on });
          }}
        >
          {t(`look.${name}`)}
        </Check>
      ))}
      <NumberInput
        label={t('look.words')}
        value={look.words}
        smallest={0}
        largest={mostLineWords}
        onChange={(words) => {
          onLook({ words });
        }}
      />
    </fieldset>
  );
}

function Letters({ look, onLook }: LineSettingsProps) {
  return (
    <fieldset className="concordance-fieldset">
      <Choice
        label={t('look.density')}
        options={densities.map((id) => ({ id, name: t(`look.${id}`) }))}
        value={look.density}
        onChange={(density) => {
          onLook({ density });
        }}
      />
      <Choice
        label={t('look.font')}
        options={(['serif', 'sans'] as const).map((id) => ({ id, name: t(`look.${id}`) }))}
        value={look.font}
        onChange={(font) => {
          onLook({ font });
        }}
      />
      {scripts.map((script) => (
        <NumberInput
          key={script}
          label={t(`look.size.${script}`)}
          value={look.sizes[script]}
          smallest={smallestText}
          largest={largestText}
          onChange={(size) => {
            onLook({ sizes: { ...look.sizes, [script]: size } });
          }}
        />
      ))}
    </fieldset>
  );
}
