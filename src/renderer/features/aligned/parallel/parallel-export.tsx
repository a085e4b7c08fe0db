/** All rows as a file, in the order shown, or the words of the other side. */
import type { CorpusId } from '../../../../shared/model.ts';
import type { BesideSettings, ParallelId } from '../../../../shared/parallel.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { wordsOf } from '../../../language/words.ts';
import { SaveMenu, saveTable } from '../save-menu.tsx';

const t = wordsOf('aligned');
const formats = ['csv', 'tsv', 'xlsx', 'html', 'json'] as const;

interface ExportProps {
  readonly corpus: CorpusId;
  readonly parallel: ParallelId;
  /** The words of the other side, when they are shown, and the lines that they are of. */
  readonly words: { readonly of: ParallelId; readonly settings: BesideSettings } | null;
}

export function ParallelExport({ corpus, parallel, words }: ExportProps) {
  const save = (what: 'lines' | 'words', format: (typeof formats)[number]) => {
    const asked = what === 'words' && words ? { parallel: words.of, words: words.settings } : { parallel };
    return saveTable(request('parallel.export', { corpus, format, ...asked }));
  };
  const offers = (words ? (['lines', 'words'] as const) : (['lines'] as const)).flatMap((what) =>
    formats.map((format) => ({
      ...{ what, format, id: `${what} ${format}` },
      name: t(`parallel.save.${what}`, { format: format.toUpperCase() }),
    })),
  );
  return (
    <SaveMenu
      label={t('parallel.export')}
      options={offers}
      onSave={(id) => {
        const offer = offers.find((one) => one.id === id);
        if (offer) start(save(offer.what, offer.format));
      }}
    />
  );
}
