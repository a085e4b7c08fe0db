import { CircleQuestionMark } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { searchFor } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { simpleQuery } from './syntax.ts';
import { SyntaxTable } from './syntax-table.tsx';

/** How a query is written, beside the place where it is written. */
export function SyntaxHelp() {
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
              <SyntaxTable
                onRun={(text) => {
                  close();
                  start(searchFor(simpleQuery(text)));
                }}
              />
              <p className="query-help-note">
                Capitals and marks (accents, harakat, forms of hamza) do not count unless you switch them on. ќ and к, ѓ
                and г, й and и are always different letters.
              </p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
