import { Button } from 'react-aria-components';
import { modeNames, type QueryMode } from '../../app/query-modes.ts';
import { syntaxes } from './syntax.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

interface SyntaxTableProps {
  readonly mode: QueryMode;
  readonly onRun: (text: string) => void;
}

/** One query language on one sheet; a press on an example runs it. */
export function SyntaxTable({ mode, onRun }: SyntaxTableProps) {
  return (
    <table className="query-syntax">
      <caption className="ui-hidden">{t('syntaxTable.queryLanguage', { name: modeNames[mode].name })}</caption>
      <thead className="ui-hidden">
        <tr>
          <th scope="col">{t('syntaxTable.written')}</th>
          <th scope="col">{t('syntaxTable.meaning')}</th>
          <th scope="col">{t('syntaxTable.try')}</th>
        </tr>
      </thead>
      <tbody>
        {syntaxes[mode].rows.map(({ sign, meaning, examples }) => (
          <tr key={meaning}>
            <th scope="row">
              <code className="query-sign" dir="ltr">
                {sign}
              </code>
            </th>
            <td>{meaning}</td>
            <td>
              {examples.map((example) => (
                <Button
                  key={example}
                  className="query-example"
                  aria-label={t('syntaxTable.searchFor', { example })}
                  onPress={() => {
                    onRun(example);
                  }}
                >
                  <bdi>{example}</bdi>
                </Button>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
