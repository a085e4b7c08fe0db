import { CircleQuestionMark } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { searchFor } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { QueryMode } from '../../app/query-modes.ts';
import { SyntaxPages } from './syntax-pages.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

/** How a query is written, beside the place where it is written. */
export function SyntaxHelp({ mode }: { readonly mode: QueryMode }) {
  return (
    <DialogTrigger>
      <IconButton label={t('syntaxHelp.howWriteQuery')} icon={CircleQuestionMark} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="query-help">
          {({ close }) => (
            <>
              <Heading slot="title" className="ui-label">
                {t('syntaxHelp.howWriteQuery')}
              </Heading>
              <SyntaxPages
                mode={mode}
                onRun={(query) => {
                  close();
                  start(searchFor(query));
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
