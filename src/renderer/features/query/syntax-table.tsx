import { Button } from 'react-aria-components';
import { simpleSyntax } from './syntax.ts';

interface SyntaxTableProps {
  readonly onRun: (text: string) => void;
}

/** The query language in nine rows; a press on an example runs it. */
export function SyntaxTable({ onRun }: SyntaxTableProps) {
  return (
    <table className="query-syntax">
      <caption className="ui-hidden">The simple query language</caption>
      <thead className="ui-hidden">
        <tr>
          <th scope="col">Written</th>
          <th scope="col">Meaning</th>
          <th scope="col">Try</th>
        </tr>
      </thead>
      <tbody>
        {simpleSyntax.map(({ sign, meaning, examples }) => (
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
