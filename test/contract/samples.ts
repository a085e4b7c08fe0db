/**
 * One sample of parameters for every request of the contract. The type maps over the names, so that a request added to
 * the contract without a sample here does not compile.
 */
import type { AlignmentId } from '../../src/shared/alignment.ts';
import type { DictionaryId, GlossaryTermId } from '../../src/shared/dictionaries.ts';
import type { ParallelId } from '../../src/shared/parallel.ts';
import type { Params, RequestName } from '../../src/shared/contract.ts';
import type { CharOffset, CorpusId, DocId, FolderId, ResultId, TableId } from '../../src/shared/model.ts';
import type { FileId } from '../../src/shared/lines.ts';
import type { SavedQueryId } from '../../src/shared/saved-queries.ts';
import type { RuleId } from '../../src/shared/rules.ts';
import type { CoderId, NoteId, SpanId, TagId } from '../../src/shared/tagging.ts';

/** What the samples may name: an open corpus with a concordance in it, and the folder it was opened from. */
export interface Place {
  readonly folder: FolderId;
  /** Another one, that is not open. */
  readonly other: FolderId;
  readonly corpus: CorpusId;
  readonly result: ResultId;
  readonly file: FileId;
  readonly alignment: AlignmentId;
  readonly parallel: ParallelId;
  readonly dictionary: DictionaryId;
  readonly term: GlossaryTermId;
  readonly tables: { readonly words: TableId; readonly collocates: TableId; readonly dispersion: TableId };
  /** Two tags, of which the first has a tagged passage in document 0 with a note; there is something to undo and redo. */
  readonly tagging: {
    readonly tags: readonly [TagId, TagId];
    readonly span: SpanId;
    readonly note: NoteId;
    readonly rule: RuleId;
    readonly coder: CoderId;
    readonly saved: SavedQueryId;
    /** A step of the trash, and a backup. */
    readonly discarded: number;
    readonly backup: string;
  };
}

export type Samples = { readonly [Name in RequestName]: (place: Place) => Params<Name> };

const query = { text: '*', mode: 'simple', case: false, marks: false } as const;
const doc = 0 as DocId;
const other = 1 as DocId;
export const counting = { unit: 'marks', numbers: true, minCount: 1, minDocuments: 1, oncePerStory: false } as const;
const everyStep: Params<'concordance.steps'>['steps'] = [
  { kind: 'once-per-story' },
  { kind: 'where', where: 'tokens>10' },
  { kind: 'combine', with: { query }, operation: 'intersection' },
  { kind: 'filter', query, before: 5, after: 5, sentence: true, keep: true },
  { kind: 'word', at: 'B1', how: 'contains', text: 'zz', case: false, marks: false, keep: false },
  { kind: 'unique-lines', before: 3, after: 3 },
  { kind: 'thin', every: 2 },
  { kind: 'sample', size: 100, seed: 7 },
  { kind: 'first-in-document' },
];

const reportTable: Params<'report.add'>['entry'] = {
  kind: 'table',
  id: '0b0d2b1e-6d1c-4a55-9d6f-0d8f5a0c1e11',
  title: 'Frequencies',
  comment: '',
  origin: { corpus: 'samples', documents: 12, tokens: 4_000, fingerprint: 'f00d', settings: ['of “ماء”'] },
  columns: [{ label: 'Word', isNumeric: false }],
  rows: [['ماء']],
  total: 1,
};

export const samples: Samples = {
  'app.about': () => ({}),
  'library.folders': () => ({}),
  'library.choose': () => ({}),
  'library.forget': ({ folder }) => ({ folder }),
  'library.join': ({ folder, other }) => ({ folders: [folder, other] }),
  'preferences.read': () => ({}),
  'preferences.write': () => ({ preferences: { theme: 'dark', history: [query] } }),
  'report.read': () => ({}),
  'report.add': () => ({ entry: reportTable }),
  'report.change': () => ({ change: { kind: 'comment', id: reportTable.id, comment: 'ملاحظة' } }),
  'corpus.open': ({ folder }) => ({ folder, job: 'sample-open', reading: {} }),
  'corpus.close': ({ corpus }) => ({ corpus }),
  'corpus.list': () => ({}),
  'job.cancel': () => ({ job: 'sample-cancel' }),
  'corpus.fingerprint': ({ corpus }) => ({ corpus, job: 'sample-fingerprint' }),
  'corpus.summary': ({ corpus }) => ({ corpus }),
  'corpus.refresh': ({ corpus }) => ({ corpus, job: 'sample-refresh', untilKept: true }),
  'corpus.documents': ({ corpus }) => ({ corpus, from: 0, count: 500, where: 'language=mk or tokens>10' }),
  'corpus.fields': ({ corpus }) => ({ corpus, values: 20 }),
  'corpus.reading': ({ corpus }) => ({ corpus }),
  'corpus.correct': ({ corpus }) => ({
    corpus,
    encoding: null,
    html: 'all',
    pathPattern: '{subject}.{language}.txt',
    job: 'sample-correct',
  }),
  'document.correct': ({ corpus }) => ({
    corpus,
    doc,
    language: null,
    encoding: 'UTF-8',
    repair: false,
    job: 'sample-correct-one',
  }),
  'subcorpora.list': ({ corpus }) => ({ corpus }),
  'subcorpora.save': ({ corpus }) => ({ corpus, name: 'macedonian', where: 'language=mk' }),
  'subcorpora.delete': ({ corpus }) => ({ corpus, name: 'macedonian' }),
  'stems.languages': ({ corpus }) => ({ corpus }),
  'lemmas.save': ({ corpus }) => ({
    corpus,
    language: 'mk',
    name: 'lemmas.txt',
    piece: 'езеро -> езерото,езера',
    first: true,
    last: true,
    keep: false,
  }),
  'lemmas.delete': ({ corpus }) => ({ corpus, language: 'mk' }),
  'corpus.skipped': ({ corpus }) => ({ corpus, from: 0, count: 500 }),
  'document.text': ({ corpus }) => ({ corpus, doc }),
  'document.tokens': ({ corpus }) => ({ corpus, doc, from: 0, count: 200 }),
  'document.find': ({ corpus }) => ({ corpus, doc, text: 'the' }),
  'document.metadata': ({ corpus }) => ({ corpus, doc }),
  'document.duplicates': ({ corpus }) => ({ corpus, doc, job: 'sample-document-duplicates' }),
  'document.sentences': ({ corpus }) => ({ corpus, doc }),
  'word.card': ({ corpus }) => ({ corpus, doc, start: 0 as CharOffset, end: 3 as CharOffset }),
  'word.forms': ({ corpus }) => ({ corpus, word: 'lake', language: 'en', stems: true }),
  'word.company': ({ corpus }) => ({ corpus, query, language: 'en', job: 'sample-company' }),
  'passages.like': ({ corpus }) => ({
    ...{ corpus, doc, start: 0 as CharOffset, end: 3 as CharOffset },
    ...{ limit: 5, job: 'sample-like' },
  }),
  'document.around': ({ corpus }) => ({ corpus, doc, start: 0 as CharOffset, end: 3 as CharOffset }),
  'concordance.open': ({ corpus }) => ({
    corpus,
    query,
    sort: ['A1', '-M', 'doc', 'pos', 'freq'],
    steps: everyStep,
    where: 'format=txt',
    job: 'sample-concordance',
    first: {
      context: { unit: 'tokens', size: 10 },
      fields: ['language'],
      words: 2,
      verdicts: true,
      ticks: true,
      count: 2,
    },
  }),
  'concordance.page': ({ corpus, result }) => ({
    corpus,
    result,
    context: { unit: 'tokens', size: 10 },
    from: 0,
    count: 100,
  }),
  'lexicon.complete': ({ corpus }) => ({ corpus, text: 'мос', count: 20 }),
  'concordance.tick': ({ corpus, result }) => ({ corpus, result, from: 0, until: 3, how: 'turn' }),
  'concordance.headings': ({ corpus, result }) => ({ corpus, result, from: 0, count: 100 }),
  'concordance.spread': ({ corpus, result }) => ({ corpus, result, stretches: 200 }),
  'concordance.locate': ({ corpus, result }) => ({ corpus, result, token: 3 }),
  'concordance.export': ({ corpus, result }) => ({
    corpus,
    result,
    context: { unit: 'characters', size: 40 },
    format: 'tsv',
    raw: false,
    fields: ['language'],
    gaps: false,
    from: 0,
    until: 5,
    job: 'sample-export',
  }),
  'files.next': ({ corpus, file }) => ({ corpus, file }),
  'files.close': ({ corpus, file }) => ({ corpus, file }),
  'concordance.steps': ({ corpus, result }) => ({ corpus, result, steps: everyStep, job: 'sample-steps' }),
  'concordance.group': ({ corpus, result }) => ({ corpus, result, by: { field: 'subject' }, from: 0, count: 20 }),
  'query.explain': ({ corpus }) => ({
    corpus,
    query: { ...query, text: 'مدينة озеро', case: true },
    where: 'tokens>1',
  }),
  'query.batch': ({ corpus }) => ({
    corpus,
    queries: [query, { ...query, text: '(' }],
    where: 'language=mk',
    job: 'sample-batch',
  }),
  'corpus.duplicates': ({ corpus }) => ({
    corpus,
    threshold: 0.6,
    shingle: 5,
    job: 'sample-duplicates',
    from: 0,
    count: 20,
  }),
  'concordance.sort': ({ corpus, result }) => ({ corpus, result, sort: ['B1', '-A1'] }),
  'concordance.hits': ({ corpus, result }) => ({ corpus, result, doc }),
  'concordance.hitsOfMany': ({ corpus, result }) => ({ corpus, results: [result, result], doc }),
  'concordance.close': ({ corpus, result }) => ({ corpus, result }),
  'passages.find': ({ corpus }) => ({
    corpus,
    words: 'охрид',
    limit: 10,
    fuzzy: false,
    where: 'language=mk',
    job: 'sample-passages',
  }),
  'tables.open': ({ corpus }) => ({
    corpus,
    table: {
      kind: 'keywords',
      counting: { ...counting, stop: { languages: ['mk'], words: ['lake'] }, where: 'language=mk' },
      reference: { kind: 'rest' },
    },
    job: 'sample-table',
  }),
  'tables.page': ({ corpus, tables: { words: table } }) => ({
    corpus,
    table,
    sort: { column: 'documents', descending: true },
    filter: { text: 'e', between: { count: { least: 2, most: 1000 } } },
    from: 0,
    count: 100,
  }),
  'tables.place': ({ corpus, tables: { words: table } }) => ({ corpus, table, row: 3 }),
  'tables.lines': ({ corpus, tables: { collocates: table } }) => ({ corpus, table, row: 0 }),
  'tables.arithmetic': ({ corpus, tables: { collocates: table } }) => ({ corpus, table, row: 0, measure: 'g2' }),
  'tables.curve': ({ corpus, tables: { words: table } }) => ({ corpus, table, column: 'count', points: 50 }),
  'tables.offsets': ({ corpus, tables: { collocates: table } }) => ({ corpus, table, row: 0 }),
  'tables.stripes': ({ corpus, tables: { dispersion: table } }) => ({ corpus, table, from: 0, count: 20, most: 100 }),
  'tables.intervals': ({ corpus, tables: { words: table } }) => ({
    corpus,
    table,
    rows: [0, 5],
    resampling: { samples: 100, seed: 1 },
    job: 'sample-intervals',
  }),
  'tables.export': ({ corpus, tables: { words: table } }) => ({ corpus, table, format: 'csv', raw: false, limit: 10 }),
  'tables.close': ({ corpus, tables: { words: table } }) => ({ corpus, table }),
  'words.counted': ({ corpus }) => ({ corpus, counting, job: 'sample-counted' }),
  'tags.tree': ({ corpus }) => ({ corpus }),
  'tags.create': ({ corpus, tagging: { tags } }) => ({
    corpus,
    name: 'Озера',
    parent: tags[0],
    position: 0,
    colour: '#336699',
    description: 'Lakes and their shores',
    retired: false,
  }),
  'tags.change': ({ corpus, tagging: { tags } }) => ({ corpus, tag: tags[0], name: 'بحيرات', shortcut: null }),
  'tags.merge': ({ corpus, tagging: { tags } }) => ({ corpus, from: [tags[0]], into: tags[1] }),
  'tags.split': ({ corpus, tagging: { tags, span } }) => ({ corpus, tag: tags[0], name: 'Split', spans: [span] }),
  'tags.export': ({ corpus }) => ({ corpus, format: 'tei', raw: false, from: 0, job: 'sample-export' }),
  'tags.import': ({ corpus }) => ({
    ...{ corpus, name: 'tags.csv', first: true, last: true, dryRun: false, job: 'sample-import' },
    base64: Buffer.from('document,start,end,tags\nlake.txt,0,4,Lakes > Great\n').toString('base64'),
  }),
  'tags.delete': ({ corpus, tagging: { tags } }) => ({ corpus, tag: tags[0] }),
  'spans.add': ({ corpus, tagging: { tags } }) => ({
    ...{ corpus, doc, tags: [...tags], note: 'Look at this.' },
    ...{ start: 3 as CharOffset, end: 12 as CharOffset },
  }),
  'spans.change': ({ corpus, tagging: { tags, span } }) => ({
    ...{ corpus, spans: [span], add: [tags[1]], remove: [tags[0]] },
    ...{ start: 1 as CharOffset, end: 9 as CharOffset },
  }),
  'spans.delete': ({ corpus, tagging: { span } }) => ({ corpus, spans: [span] }),
  'spans.inDocument': ({ corpus, tagging: { coder } }) => ({ corpus, doc, coder }),
  'spans.find': ({ corpus, tagging: { tags, coder } }) => ({
    corpus,
    question: {
      kind: 'or',
      of: [
        {
          kind: 'and',
          of: [
            { kind: 'tag', tag: tags[0], children: true },
            { kind: 'author', coder },
          ],
        },
        { kind: 'not', of: { kind: 'where', where: 'language=mk' } },
        { kind: 'quote', text: 'lake' },
        { kind: 'note', text: 'look' },
        { kind: 'state', state: 'held' },
        { kind: 'document', path: 'ohrid.en.txt' },
        {
          kind: 'relation',
          relation: 'near',
          of: { kind: 'all' },
          to: { kind: 'all' },
          distance: 3,
          unit: 'sentences',
        },
      ],
    },
    sort: 'tag',
    from: 0,
    count: 50,
  }),
  'rules.list': ({ corpus }) => ({ corpus }),
  'rules.save': ({ corpus, tagging: { tags } }) => ({
    ...{ corpus, name: 'Lakes', query, where: 'language=en', steps: [{ kind: 'first-in-document' }] },
    ...{ unit: 'sentence', tags: [tags[1]] },
  }),
  'rules.move': ({ corpus, tagging: { rule } }) => ({ corpus, rule, position: 0 }),
  'rules.delete': ({ corpus, tagging: { rule } }) => ({ corpus, rule }),
  'rules.run': ({ corpus }) => ({
    ...{ corpus, rules: 'all', dryRun: true, refused: false, sample: 5, job: 'sample-rules' },
  }),
  'spans.fromLines': ({ corpus, result, tagging: { tags } }) => ({
    ...{ corpus, result, lines: [1, 3], unit: 'sentence', tags: [tags[1]], dryRun: false, job: 'sample-tag-lines' },
  }),
  'notes.list': ({ corpus }) => ({ corpus, target: { kind: 'project' }, search: 'look', from: 0, count: 20 }),
  'notes.save': ({ corpus, tagging: { tags } }) => ({ corpus, target: { kind: 'tag', tag: tags[0] }, text: 'Широко.' }),
  'notes.delete': ({ corpus, tagging: { note } }) => ({ corpus, note }),
  'verdicts.give': ({ corpus, result }) => ({ corpus, result, lines: [1, 2], verdict: 'keep' }),
  'verdicts.across': ({ corpus, result }) => ({ corpus, result, by: 'document', from: 0, count: 5 }),
  'verdicts.counts': ({ corpus, result }) => ({ corpus, result }),
  'queries.saved': ({ corpus }) => ({ corpus }),
  'queries.save': ({ corpus }) => ({ corpus, name: 'lakes', query, where: 'language=mk', sort: ['B1'], note: 'all' }),
  'queries.change': ({ corpus, tagging: { saved } }) => ({ corpus, saved, name: 'езера', note: 'Одлично.' }),
  'queries.delete': ({ corpus, tagging: { saved } }) => ({ corpus, saved: [saved] }),
  'queries.ran': ({ corpus, result, tagging: { saved } }) => ({ corpus, saved, result }),
  'queries.takeOver': ({ corpus }) => ({
    corpus,
    queries: [{ name: 'before', query, where: '', sort: [], steps: [], context: { unit: 'sentence', size: 0 } }],
  }),
  'queries.export': ({ corpus, tagging: { saved } }) => ({
    ...{ corpus, format: 'csv', saved: [saved], raw: false, from: 0, job: 'sample-queries' },
  }),
  'queries.import': ({ corpus }) => ({
    ...{ corpus, name: 'queries.csv', base64: btoa('name,query\nlake,lake\n'), first: true, last: true },
    ...{ dryRun: false, job: 'sample-queries-in' },
  }),
  'matrix.open': ({ corpus }) => ({
    corpus,
    rows: { kind: 'tags', children: true },
    columns: { kind: 'tags', children: false },
    relation: 'together',
    counted: 'spans',
  }),
  'agreement.among': ({ corpus }) => ({ corpus }),
  'agreement.measure': ({ corpus, tagging: { coder } }) => ({ corpus, first: coder, second: coder }),
  'coders.list': ({ corpus }) => ({ corpus }),
  'coders.save': ({ corpus, tagging: { coder } }) => ({ corpus, coder, name: 'Мира' }),
  'coders.choose': ({ corpus, tagging: { coder } }) => ({ corpus, coder }),
  'project.summary': ({ corpus }) => ({ corpus }),
  'project.undo': ({ corpus }) => ({ corpus }),
  'project.redo': ({ corpus }) => ({ corpus }),
  'project.log': ({ corpus }) => ({ corpus, from: 0, count: 20 }),
  'project.backups': ({ corpus }) => ({ corpus }),
  'project.backup': ({ corpus }) => ({ corpus, job: 'sample-backup' }),
  'project.restore': ({ corpus, tagging: { backup } }) => ({ corpus, backup, job: 'sample-restore' }),
  'project.check': ({ corpus }) => ({ corpus, repair: true, job: 'sample-check' }),
  'trash.list': ({ corpus }) => ({ corpus, from: 0, count: 20 }),
  'trash.restore': ({ corpus, tagging: { discarded } }) => ({ corpus, step: discarded }),
  'review.settle': ({ corpus, tagging: { span } }) => ({
    ...{ corpus, spans: [span], how: 'place', doc },
    ...{ start: 20 as CharOffset, end: 30 as CharOffset },
  }),
  'review.compare': ({ corpus, tagging: { span } }) => ({ corpus, span }),
  'stoplists.list': ({ corpus }) => ({ corpus }),
  'alignment.pairs': ({ corpus }) => ({
    corpus,
    by: 'field',
    field: 'subject',
    job: 'sample-pairs',
    from: 0,
    count: 50,
  }),
  'alignment.settle': ({ corpus }) => ({ corpus, pairs: [{ a: doc, b: other }], state: 'accepted' }),
  'alignment.open': ({ corpus }) => ({
    ...{ corpus, a: doc, b: other, job: 'sample-align' },
    ...{ mode: 'auto', granularity: 'sentence' },
  }),
  'alignment.summary': ({ corpus, alignment }) => ({ corpus, alignment }),
  'alignment.rows': ({ corpus, alignment }) => ({
    ...{ corpus, alignment, from: 0, count: 100 },
    filter: { statuses: ['sure', 'doubtful', 'confirmed', 'corrected', 'anchor'], text: 'a', both: ['', 'a'] },
  }),
  'alignment.overview': ({ corpus, alignment }) => ({ corpus, alignment }),
  'alignment.correct': ({ corpus, alignment }) => ({
    ...{ corpus, alignment, revision: 1, job: 'sample-correct' },
    change: { kind: 'confirm', rows: [0] },
  }),
  'alignment.next': ({ corpus, alignment }) => ({ corpus, alignment, row: -1, step: 1, what: 'alone' }),
  'alignment.place': ({ corpus, alignment }) => ({ corpus, alignment, side: 1, at: 200 as CharOffset }),
  'alignment.hints': ({ corpus, alignment }) => ({ corpus, alignment, row: 1 }),
  'alignment.translations': ({ corpus, alignment }) => ({
    ...{ corpus, alignment, side: 1, word: 'lake', most: 20 },
    job: 'sample-translations',
  }),
  'alignment.counterparts': ({ corpus }) => ({
    ...{ corpus, job: 'sample-counterparts' },
    passages: [{ doc, start: 0 as CharOffset, end: 200 as CharOffset }],
  }),
  'alignment.export': ({ corpus, alignment }) => ({ corpus, alignment, format: 'html', theme: 'light' }),
  'alignment.write': ({ corpus, alignment }) => ({
    ...{ corpus, alignment, format: 'tmx', raw: false, from: 0, job: 'sample-write' },
  }),
  'alignment.take': ({ corpus, alignment }) => ({
    ...{ corpus, alignment, name: 'pair.align', first: true, last: true, job: 'sample-take' },
    base64: Buffer.from('[0]:[0]\n').toString('base64'),
  }),
  'alignment.close': ({ corpus, alignment }) => ({ corpus, alignment }),
  'dictionaries.list': ({ corpus }) => ({ corpus }),
  'dictionaries.take': ({ corpus }) => ({
    ...{ corpus, name: 'mkd-eng.tsv', first: true, last: true, job: 'sample-dictionary' },
    base64: Buffer.from('езеро\tlake\n').toString('base64'),
  }),
  'dictionaries.change': ({ corpus, dictionary }) => ({ corpus, dictionary, name: 'Lakes', languages: ['mk', 'en'] }),
  'dictionaries.entries': ({ corpus, dictionary }) => ({ corpus, dictionary, text: 'LAKE', from: 0, count: 20 }),
  'dictionaries.delete': ({ corpus, dictionary }) => ({ corpus, dictionary }),
  'glossary.list': ({ corpus }) => ({ corpus, from: 0, count: 20 }),
  'glossary.save': ({ corpus, term }) => ({ corpus, term, languages: ['mk', 'en'], words: ['градот', 'the city'] }),
  'glossary.take': ({ corpus }) => ({
    ...{ corpus, languages: ['mk', 'en'], name: 'terms.tsv', first: true, last: true, job: 'sample-terms' },
    base64: Buffer.from('езеро\tlake\n').toString('base64'),
  }),
  'glossary.write': ({ corpus }) => ({
    ...{ corpus, languages: ['mk', 'en'], format: 'tsv', from: 0, job: 'sample-glossary' },
  }),
  'glossary.delete': ({ corpus, term }) => ({ corpus, terms: [term] }),
  'parallel.languages': ({ corpus }) => ({ corpus, pairs: { of: 'found', by: 'name' }, job: 'sample-languages' }),
  'parallel.open': ({ corpus }) => ({
    ...{ corpus, sort: 'place', job: 'sample-parallel' },
    question: { here: 'ar', there: 'en', find: query, and: query, without: false },
  }),
  'parallel.page': ({ corpus, parallel }) => ({ corpus, parallel, from: 0, count: 20 }),
  'parallel.sort': ({ corpus, parallel }) => ({ corpus, parallel, sort: 'match' }),
  'parallel.words': ({ corpus, parallel }) => ({
    ...{ corpus, parallel, most: 50, of: 'tokens', measure: 'logDice', minCount: 2 },
  }),
  'parallel.export': ({ corpus, parallel }) => ({
    ...{ corpus, parallel, format: 'tsv' },
    words: { of: 'rows', measure: 'g2', minCount: 1 },
  }),
  'pivot.rows': ({ corpus, alignment }) => ({
    corpus,
    alignments: [alignment, alignment],
    uneven: true,
    from: 0,
    count: 50,
  }),
  'pivot.export': ({ corpus, alignment }) => ({ corpus, alignments: [alignment], format: 'html' }),
  'parallel.close': ({ corpus, parallel }) => ({ corpus, parallel }),
};
