/**
 * What a step of a project did, as a key with values: whoever shows it says it in the language of the interface. Steps of
 * older projects have an English sentence alone, and are shown as it says.
 */
import * as z from 'zod';

export const stepKeys = [
  'passage.tag',
  'passage.ends',
  'passage.tags',
  'passage.delete',
  'passage.settle',
  'passage.import',
  'tag.create',
  'tag.rename',
  'tag.move',
  'tag.retire',
  'tag.bringBack',
  'tag.change',
  'tag.merge',
  'tag.split',
  'tag.delete',
  'note.write',
  'note.change',
  'note.delete',
  'rule.make',
  'rule.change',
  'rule.move',
  'rule.delete',
  'rule.run',
  'rule.runSome',
  'verdict.give',
  'verdict.takeBack',
  'query.save',
  'query.note',
  'query.rename',
  'query.deleteSome',
  'query.import',
  'query.delete',
  'coder.name',
  'folder.correct',
  'folder.subcorpora',
  'folder.lemmas',
  'trash.restore',
  'backup.restore',
  'project.repair',
  'file.rename',
  'file.change',
  'dictionary.add',
  'dictionary.change',
  'dictionary.delete',
  'term.save',
  'term.delete',
  'term.import',
  'pair.accept',
  'pair.reject',
  'pair.takeBack',
  'link.import',
  'link.link',
  'link.unlink',
  'link.merge',
  'link.split',
  'link.boundary',
  'link.confirm',
  'link.release',
  'link.anchor',
  'link.realign',
] as const;
export type StepKey = (typeof stepKeys)[number];

const sentence = z.object({ text: z.string() });
const keyed = z.object({
  key: z.enum(stepKeys),
  /** Names as they are, numbers as numbers (`count` decides the plural), times as ISO 8601. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** `of`: the step that this one is about, such as the deletion that was taken back. */
export const stepWords = z.union([keyed.extend({ of: z.union([keyed, sentence]).optional() }), sentence]);
export type StepWords = Readonly<z.infer<typeof stepWords>>;
type KeyedWords = Extract<StepWords, { key: StepKey }>;

/** A step in words: `stepSays('tag.create', { name })`. */
export function stepSays(key: StepKey, values: KeyedWords['values'] = {}, of?: StepWords): KeyedWords {
  if (of === undefined) return { key, values };
  return { key, values, of: 'key' in of ? { key: of.key, values: of.values } : of };
}
