import { ArrowRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { searchFor } from '../../app/actions/ask.ts';
import { openSamples } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { type FirstSearch, firstSearches } from './teaching.ts';

async function tryOnSamples({ text }: FirstSearch): Promise<void> {
  const opened = await openSamples();
  if (opened) await searchFor({ text, mode: 'simple', case: false, marks: false });
}

/** Each opens the samples, if they are not open yet, and searches them. */
export function FirstSearches() {
  return (
    <ul className="library-first">
      {firstSearches.map((search) => (
        <li key={search.text}>
          <Button
            className="library-first-row"
            onPress={() => {
              start(tryOnSamples(search));
            }}
          >
            <LanguageBadge language={search.language} />
            <span className="library-first-text">
              <bdi lang={search.language}>{search.text}</bdi>
            </span>
            <span className="library-first-shows">{search.shows}</span>
            <ArrowRight size={14} aria-hidden className="library-first-arrow ui-mirrors" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
