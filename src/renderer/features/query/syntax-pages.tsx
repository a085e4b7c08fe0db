/** The query languages, a page each. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { queryModes } from '../../../shared/terms.ts';
import type { Query } from '../../../shared/terms.ts';
import { modeNames, type QueryMode } from '../../app/query-modes.ts';
import { queryIn, syntaxes } from './syntax.ts';
import { SyntaxTable } from './syntax-table.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

interface SyntaxPagesProps {
  /** The page to begin with. */
  readonly mode: QueryMode;
  readonly onRun: (query: Query) => void;
}

export function SyntaxPages({ mode, onRun }: SyntaxPagesProps) {
  return (
    <Tabs defaultSelectedKey={mode} className="query-pages">
      <TabList aria-label={t('syntaxPages.queryLanguages')} className="query-page-names">
        {queryModes.map((known) => (
          <Tab key={known} id={known} className="query-page-name">
            {modeNames[known].name}
          </Tab>
        ))}
      </TabList>
      {queryModes.map((known) => (
        <TabPanel key={known} id={known}>
          <SyntaxTable
            mode={known}
            onRun={(text) => {
              onRun(queryIn(known, text));
            }}
          />
          <p className="query-help-note">{syntaxes[known].note}</p>
        </TabPanel>
      ))}
    </Tabs>
  );
}
