/** Tagged passages leave one project by a file and enter another, through the contract. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { Result } from '../../src/shared/contract.ts';
import type { CharOffset, CorpusId, DocId } from '../../src/shared/model.ts';
import type { TagFormat } from '../../src/shared/tag-formats.ts';
import { filePiece } from '../../src/shared/file-pieces.ts';
import type { TaggedSpan } from '../../src/shared/tagging.ts';
import { makeFolder, temporaryFolder } from '../worker/temporary-folder.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';
import { stepSays } from '../../src/shared/step-words.ts';

const texts = {
  'ar.txt': 'قال الرئيس إنّ الحربَ انتهت. 😀 وعاد الناس.\n',
  'en.txt': 'The war ended. 😀 People came home.\n',
  'mk.txt': 'Војната заврши. Луѓето се вратија дома.\n',
};

const owned = [makeFolder(), makeFolder(texts), makeFolder(texts)];
let workbench: Workbench;
/** Two projects on the same texts: one that somebody tagged, and an empty one. */
let from: CorpusId;
let to: CorpusId;
beforeAll(async () => {
  workbench = nativeWorkbench({ userData: owned[0]!.path });
  from = await tagged(await open(owned[1]!.path));
  to = await open(owned[2]!.path);
});
afterAll(async () => {
  await workbench.dispose();
  for (const folder of owned) folder.remove();
});

async function open(path: string): Promise<CorpusId> {
  const folder = workbench.admit(path);
  return (await ask(workbench, 'corpus.open', { folder, job: 'open' })).corpus;
}

async function tagged(corpus: CorpusId): Promise<CorpusId> {
  const { tag: war } = await ask(workbench, 'tags.create', {
    corpus,
    name: 'War; peace',
    colour: '#aa3300',
    shortcut: 'w',
  });
  const { tag: end } = await ask(workbench, 'tags.create', {
    corpus,
    name: 'نهاية',
    parent: war,
    description: 'How it ends',
  });
  const add = (doc: number, start: number, end_: number, tags: (typeof war)[], note?: string) =>
    ask(workbench, 'spans.add', {
      ...{ corpus, doc: doc as DocId, start: start as CharOffset, end: end_ as CharOffset, tags },
      ...(note === undefined ? {} : { note }),
    });
  await add(0, 4, 28, [war, end], 'first\nsecond');
  await add(1, 4, 17, [end]);
  await add(1, 15, 23, [war]);
  await add(2, 0, 14, [war]);
  await ask(workbench, 'notes.save', { corpus, target: { kind: 'tag', tag: war }, text: 'on the tag' });
  return corpus;
}

async function exported(
  corpus: CorpusId,
  format: TagFormat,
): Promise<{ bytes: Buffer; lost: Result<'tags.export'>['lost'] }> {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const file = await ask(workbench, 'tags.export', { corpus, format, raw: false, from: at, job: 'out' });
    pieces.push(Buffer.from(file.base64, 'base64'));
    if (file.next === null) return { bytes: Buffer.concat(pieces), lost: file.lost };
    at = file.next;
  }
}

async function imported(corpus: CorpusId, name: string, bytes: Buffer, dryRun = false): Promise<Result<'tags.import'>> {
  for (let from = 0; ; from += filePiece) {
    const last = from + filePiece >= bytes.length;
    const base64 = bytes.subarray(from, from + filePiece).toString('base64');
    const answer = await ask(workbench, 'tags.import', {
      corpus,
      name,
      base64,
      first: from === 0,
      last,
      dryRun,
      job: 'in',
    });
    if (last) return answer;
  }
}

async function contents(corpus: CorpusId): Promise<object> {
  const { tags } = await ask(workbench, 'tags.tree', { corpus });
  const { spans } = await ask(workbench, 'spans.find', {
    corpus,
    question: { kind: 'all' },
    sort: 'place',
    from: 0,
    count: 500,
  });
  const name = new Map(tags.map((tag) => [tag.tag, tag.name]));
  const bare = ({ path, start, end, quote, before, after, state, tags: of, notes }: TaggedSpan) => ({
    ...{ path, start, end, quote, before, after, state, notes },
    tags: of.map((tag) => name.get(tag)).sort(),
  });
  return {
    tags: tags.map((tag) => ({
      name: tag.name,
      spans: tag.spans,
      under: tag.parent === null ? null : name.get(tag.parent),
    })),
    spans: spans.map(bare),
  };
}

describe('tagged passages in files', () => {
  it.each(['webannotation', 'qdpx', 'xlsx', 'jsonl', 'tei', 'csv'] as const)(
    '%s brings them to another project',
    async (format) => {
      const { bytes } = await exported(from, format);
      const name = `tags.${format === 'webannotation' ? 'jsonld' : format === 'tei' ? 'xml' : format}`;
      const tried = await imported(to, name, bytes, true);
      expect(tried).toMatchObject({ spans: 4, tags: 2, known: 0, review: 0, orphans: 0, undo: null });
      const taken = await imported(to, name, bytes);
      expect(taken).toMatchObject({ spans: 4, tags: 2, undo: stepSays('passage.import', { count: 4, name }) });
      expect(await contents(to)).toEqual(await contents(from));
      // Twice is once; back home it is all known; and it is one step to undo.
      expect(await imported(to, name, bytes)).toMatchObject({ spans: 0, tags: 0, notes: 0, coders: 0, known: 4 });
      expect(await imported(from, name, bytes)).toMatchObject({ spans: 0, tags: 0, notes: 0, known: 4 });
      await ask(workbench, 'project.undo', { corpus: to });
      expect(await contents(to)).toEqual({ tags: [], spans: [] });
    },
  );

  it('asks about passages that stand elsewhere, keeps those whose text is gone', async () => {
    const { bytes } = await exported(from, 'jsonl');
    const other = await open(
      temporaryFolder({ 'ar.txt': texts['ar.txt'], 'en.txt': `New. ${texts['en.txt'].replace('People', 'They')}` }),
    );
    expect(await imported(other, 'x.jsonl', bytes)).toMatchObject({ spans: 4, review: 1, orphans: 2 });
    const { spans } = await ask(workbench, 'spans.find', {
      corpus: other,
      question: { kind: 'all' },
      sort: 'place',
      from: 0,
      count: 9,
    });
    expect(spans.map(({ state, path, start }) => [state, path, start])).toEqual(
      expect.arrayContaining([
        ['held', 'ar.txt', 4],
        ['review', 'en.txt', 9],
      ]),
    );
  });

  it('refuses what is no such file, and changes nothing', async () => {
    await expect(imported(to, 'tags.qdpx', Buffer.from('no zip'))).rejects.toMatchObject({
      failure: { code: 'unreadable', where: 'tags.qdpx' },
    });
    await expect(imported(to, 'tags.unknown', Buffer.from('x'))).rejects.toMatchObject({
      failure: { code: 'bad-request' },
    });
    expect(await contents(to)).toEqual({ tags: [], spans: [] });
  });
});
