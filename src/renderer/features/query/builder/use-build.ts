/** The blocks of the builder and the query in the line: whichever changes, the other follows. */
import { useState } from 'react';
import type { Query } from '../../../../shared/terms.ts';
import { useApp } from '../../../app/store/store.ts';
import { sameQuery } from '../../../app/store/typed.ts';
import type { Build } from './blocks.ts';
import { anywhere, oneWord, written } from './blocks.ts';
import { readQuery } from './read-words.ts';

interface Held {
  /** Undefined when the line says more than blocks can. */
  readonly build: Build | undefined;
  /** What stands in the line for it. Blocks that are not filled in yet are not in the line, and stay as long as it does. */
  readonly typed: Query;
}

export interface Building {
  readonly build: Build | undefined;
  /** Empty as long as no word is filled in. */
  readonly query: Query;
  readonly change: (build: Build) => void;
  readonly beginAnew: () => void;
}

export function useBuild(): Building {
  const typed = useApp((state) => state.typed);
  const type = useApp((state) => state.type);
  const [held, setHeld] = useState<Held>(() => ({ build: readQuery(typed), typed }));
  const isOther = !sameQuery(held.typed, typed);
  const build = isOther ? readQuery(typed) : held.build;
  if (isOther) setHeld({ build, typed });
  const query = (of: Build | undefined): Query => {
    const text = of ? written(of) : '';
    return { ...typed, text, mode: 'cql', stems: false, clitics: false };
  };
  const change = (changed: Build) => {
    const next = query(changed);
    setHeld({ build: changed, typed: next });
    type(next);
  };
  return {
    build,
    query: query(build),
    change,
    beginAnew: () => {
      change({ blocks: [oneWord], inside: anywhere });
    },
  };
}
