import { CircleQuestionMark } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { searchFor } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { QueryMode } from '../../app/query-modes.ts';
import { SyntaxPages } from './syntax-pages.tsx';

/** How a query is written, beside the place where it is written. */
export function SyntaxHelp({ mode }: { readonly mode: QueryMode }) {
  return (
    <DialogTrigger>
      <IconButton label="How to write a query" icon={CircleQuestionMark} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="query-help">
          {({ close }) => (
            <>
              <Heading slot="title" className="ui-label">
                How to write a query
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
