/**
 * Rules that tag by themselves: a query, how much of the text round each match is meant, and the tags that it gets. A run
 * gives nothing twice, and nothing that a person took away by hand.
 */
import * as z from 'zod';
import { concordanceLine } from './answers.ts';
import type { Branded } from './model.ts';
import { lineUnits, projectChange, tagId } from './tagging.ts';
import { branded, count, inCorpus, job, query, steps, where } from './terms.ts';

/** Opaque name of a rule. The same in every copy of the project. */
export type RuleId = Branded<string, 'RuleId'>;
export const ruleId = branded<RuleId>();

/** The most rules of one project. */
export const mostRules = 500;
/** Lines that a trial shows of each rule. */
export const mostSampleLines = 50;

/**
 * Whether the passages are those of the rule and the folder as they are now: it never ran, or its run was undone; it was
 * changed since; files of the folder were; or nothing was.
 */
export const ruleStandings = ['never', 'changed', 'folder', 'current'] as const;
export type RuleStanding = (typeof ruleStandings)[number];

const ruleFields = {
  /** Not twice in a project. */
  name: z.string().trim().min(1).max(200),
  query,
  where: where.optional(),
  /** As of a result: what is done to its lines before they are tagged. */
  steps: steps.optional(),
  unit: z.enum(lineUnits),
};

export const tagRule = z.object({
  rule: ruleId,
  ...ruleFields,
  /** Empty when they were deleted since: the rule then gives nothing. */
  tags: z.array(tagId),
  standing: z.enum(ruleStandings),
  /** ISO 8601 of its last run; null before the first. */
  ran: z.string().nullable(),
});
export type TagRule = Readonly<z.infer<typeof tagRule>>;

/** What one rule did, or would do. Passages that several rules mean count for the first of them. */
const ruleRun = z.object({
  rule: ruleId,
  /** Lines of its query. */
  lines: count,
  /** Passages that get a tag by it, that have its tags already, and that it leaves since a person took them away. */
  fresh: count,
  already: count,
  refused: count,
  /** Some of the lines whose passage is new, in text order. */
  sample: z.array(concordanceLine),
  /** Why it could not be run, empty when it could. */
  problem: z.string(),
});
export type RuleRun = Readonly<z.infer<typeof ruleRun>>;

export const ruleRequests = {
  /** In the order in which they run. */
  'rules.list': { params: inCorpus, result: z.object({ revision: count, rules: z.array(tagRule) }) },
  /** A new rule, the last of all, or another one in its place. */
  'rules.save': {
    params: inCorpus.extend({ rule: ruleId.optional(), ...ruleFields, tags: z.array(tagId).min(1).max(50) }),
    result: projectChange.extend({ rule: ruleId }),
  },
  /** To a place among the others, from 0. */
  'rules.move': { params: inCorpus.extend({ rule: ruleId, position: count }), result: projectChange },
  /** What it has tagged stays. */
  'rules.delete': { params: inCorpus.extend({ rule: ruleId }), result: projectChange },
  /**
   * Runs rules one after the other, each on what those before it have tagged, as one step. `dryRun` only counts.
   * `refused`: also passages that a person took away before.
   */
  'rules.run': {
    params: inCorpus.extend({
      rules: z.union([z.literal('all'), z.array(ruleId).min(1).max(mostRules)]),
      dryRun: z.boolean(),
      refused: z.boolean().optional(),
      sample: z.number().int().min(0).max(mostSampleLines).optional(),
      job,
    }),
    result: projectChange.extend({ runs: z.array(ruleRun), fresh: count }),
  },
} as const;
