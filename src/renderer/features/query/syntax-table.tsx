import { Button } from 'react-aria-components';
import { modeNames, type QueryMode } from '../../app/query-modes.ts';
import { syntaxes } from './syntax.ts';

interface SyntaxTableProps {
  readonly mode: QueryMode;
  readonly onRun: (text: string) => void;
}

/** One query language on one sheet; a press on an example runs it. */
export function SyntaxTable({ mode, onRun }: SyntaxTableProps) {
  return (
    <table className="query-syntax">
      <caption className="ui-hidden">The query language {modeNames[mode].name}</caption>
      <thead className="ui-hidden">
        <tr>
          <th scope="col">Written</th>
          <th scope="col">Meaning</th>
          <th scope="col">Try</th>
        </tr>
      </thead>
      <tbody>
        {syntaxes[mode].rows.map(({ sign, meaning, examples }) => (
          <tr key={meaning}>
            <th scope="row">
              <code className="query-sign">{sign}</code>
            </th>
            <td>{meaning}</td>
            <td>
              {examples.map((example) => (
                <Button
                  key={example}
                  className="query-example"
                  aria-label={`Search for ${example}`}
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
