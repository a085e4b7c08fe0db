/**
 * A query put together from blocks, for those who do not write cql. It stands under the line, in which it writes the query as
 * it grows, and counts what the query finds.
 */
import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusSummary } from '../../../../shared/answers.ts';
import type { Query } from '../../../../shared/terms.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatCount } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useFields } from '../use-where.ts';
import { BlockCard } from './block-card.tsx';
import type { Block, Build } from './blocks.ts';
import { anyWord, oneWord } from './blocks.ts';
import './builder.css';
import { InsideRow } from './inside-row.tsx';
import { useBuild } from './use-build.ts';
import { useCount } from './use-count.ts';

const t = wordsOf('builder');

interface QueryBuilderProps {
  readonly corpus: CorpusSummary;
  readonly onSearch: () => void;
  readonly onClose: () => void;
}

export function QueryBuilder({ corpus, onSearch, onClose }: QueryBuilderProps) {
  const { build, query, change, beginAnew } = useBuild();
  return (
    <section
      className="builder"
      aria-label={t('name')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="builder-head">
        <h2 className="builder-title">{t('name')}</h2>
        <IconButton small label={t('close')} icon={X} onPress={onClose} />
      </header>
      {build ? (
        <>
          <Blocks build={build} onChange={change} />
          <Where corpus={corpus} build={build} onChange={change} />
        </>
      ) : (
        <div className="builder-beyond">
          <p>{t('beyond')}</p>
          <Button className="ui-button" onPress={beginAnew}>
            {t('anew')}
          </Button>
        </div>
      )}
      {build && <Foot corpus={corpus} query={query} onSearch={onSearch} />}
    </section>
  );
}

interface PartProps {
  readonly build: Build;
  readonly onChange: (build: Build) => void;
}

/** Names of the tags of the project, each once; empty when there are none. */
function useTagNames(): readonly string[] {
  const project = useApp(currentProject);
  return [...new Set(project?.tags.map(({ name }) => name) ?? [])];
}

function Blocks({ build, onChange }: PartProps) {
  const { blocks } = build;
  const tags = useTagNames();
  // The block that was added last takes the keyboard, and the first when the builder is opened.
  // While the line is written, the keyboard stays there.
  const [fresh, setFresh] = useState(() => (document.activeElement?.id === 'query-field' ? -1 : 0));
  const list = useRef<HTMLOListElement>(null);
  const [returning, setReturning] = useState<{ readonly place: number } | null>(null);
  useEffect(() => {
    // What was pressed is gone with its block, or stands elsewhere.
    if (returning) list.current?.children[returning.place]?.querySelector<HTMLElement>('button, input')?.focus();
  }, [returning]);
  const put = (changed: readonly Block[]) => {
    onChange({ ...build, blocks: changed });
  };
  const add = (block: Block) => {
    setFresh(blocks.length);
    if (block.alternatives.length === 0) setReturning({ place: blocks.length });
    put([...blocks, block]);
  };
  return (
    <div className="builder-words">
      <ol className="builder-blocks" ref={list} aria-label={t('words')}>
        {blocks.map((block, place) => (
          <BlockCard
            key={place}
            block={block}
            number={place + 1}
            of={blocks.length}
            tags={tags}
            takesFocus={place === fresh}
            onChange={(changed) => {
              put(blocks.with(place, changed));
            }}
            onWords={(first, others) => {
              const more = others.map((text): Block => ({ ...oneWord, alternatives: [{ how: 'is', text }] }));
              setFresh(place + more.length);
              const alternatives = blocks[place]?.alternatives.with(0, first) ?? [first];
              put(blocks.toSpliced(place, 1, { ...block, alternatives }, ...more));
            }}
            onMove={(by) => {
              put(blocks.with(place, blocks[place + by] ?? block).with(place + by, block));
              setReturning({ place: place + by });
            }}
            onRemove={() => {
              put(blocks.toSpliced(place, 1));
              setReturning({ place: Math.max(0, place - 1) });
            }}
          />
        ))}
      </ol>
      <div className="builder-adds">
        <Button
          className="ui-button builder-add"
          onPress={() => {
            add(oneWord);
          }}
        >
          <Plus size={13} aria-hidden /> {t('addWord')}
        </Button>
        <Button
          className="ui-button builder-add"
          onPress={() => {
            add({ ...anyWord, least: 0, most: 3 });
          }}
        >
          <Plus size={13} aria-hidden /> {t('addGap')}
        </Button>
      </div>
    </div>
  );
}

function Where({ corpus, build, onChange }: PartProps & { readonly corpus: CorpusSummary }) {
  const tags = useTagNames();
  const { fields } = useFields(corpus.corpus, `${corpus.documents} ${corpus.tokens}`);
  return (
    <InsideRow
      inside={build.inside}
      tags={tags}
      // A name that is no word of the language cannot be written in a query.
      fields={fields.filter(({ field, documents }) => documents > 0 && /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(field))}
      onChange={(inside) => {
        onChange({ ...build, inside });
      }}
    />
  );
}

interface FootProps {
  readonly corpus: CorpusSummary;
  readonly query: Query;
  readonly onSearch: () => void;
}

function Foot({ corpus, query, onSearch }: FootProps) {
  const where = useApp((state) => state.typedWhere.trim());
  const counted = useCount(corpus.corpus, query, where);
  const isEmpty = query.text === '';
  const found = counted && {
    hits: formatCount(counted.total, 'hit'),
    documents: formatCount(counted.documents, 'document'),
  };
  return (
    <footer className="builder-foot">
      {isEmpty ? (
        <p className="builder-note">{t('empty')}</p>
      ) : (
        <code className="builder-query" dir="ltr">
          {query.text}
        </code>
      )}
      <p className={counted?.error ? 'builder-count builder-problem' : 'builder-count'} role="status">
        {!isEmpty && (counted?.error?.message ?? (found ? t('count', found) : t('counting')))}
      </p>
      <Button className="ui-button ui-button-main" isDisabled={isEmpty} onPress={onSearch}>
        {t('search')}
      </Button>
    </footer>
  );
}
