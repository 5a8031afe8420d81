/**
 * Every number of the reporting workflow (domain-rules §3). All are configurable defaults of this product, none an
 * official figure. A report keeps the set that stood when it was requested, so that a change never alters a case in flight.
 */
import { z } from 'zod';

const count = z.int().nonnegative();
const MEBIBYTE = 1024 * 1024;

/** Business days that each waiting state allows (§3.1). */
const slaBusinessDays = z
  .object({
    REQUESTED: count.default(3),
    FILLING: count.default(5),
    STORE_CONFIRM: count.default(3),
    STAFF_REVIEW: count.default(2),
    INFO_REQUESTED: count.default(5),
  })
  .readonly();

/** Fewest characters that a reason must have to say something. */
const textMinimum = z
  .object({
    rejection: count.default(20),
    exception: count.default(20),
    suspension: count.default(20),
    notApplicable: count.default(10),
    question: count.default(10),
    cure: count.default(10),
    otherReason: count.default(10),
  })
  .readonly();

const evidence = z
  .object({
    maximumBytes: count.default(20 * MEBIBYTE),
    mediaTypes: z.array(z.string()).readonly().default(['application/pdf', 'image/jpeg', 'image/png']),
  })
  .readonly();

export const ruleSetSchema = z
  .object({
    slaBusinessDays: slaBusinessDays.prefault({}),
    /** T23: business days after the end of the SLA, and reminders that must have arrived by then. */
    lapseGraceBusinessDays: count.default(5),
    lapseRemindersNeeded: count.default(3),
    draftReminderDays: count.default(23),
    draftExpiryDays: count.default(30),
    /** G2: whole months; fewer than the minimum only by exception. */
    minimumMonths: count.default(12),
    maximumMonths: count.default(36),
    /** T6, T8: returns until T25 stops them. */
    roundsAllowed: count.default(3),
    /** G3: calendar days. */
    backDateMaximumDays: count.default(30),
    /** T15: calendar days, even where the contract says fewer. */
    noticeMinimumDays: count.default(30),
    /** T21: calendar days of notice unless fraud, forgery or a legal order. */
    platformNoticeDays: count.default(30),
    /** SUSPENDED: calendar days to cure the cause. */
    cureCalendarDays: count.default(15),
    /** T14: calendar days after the end at which the renewal outcome is fixed. */
    renewalOutcomeDays: count.default(30),
    /** G8: calendar days before a qualification expires. */
    qualificationTaskDays: count.default(90),
    /** G7: what a provider must hold, in minor units of its deposit's currency. */
    depositRequiredMinor: count.default(5_000_000),
    bulkMaximum: count.default(20),
    /** Calendar days that somebody may name a stand-in for, or be away. */
    delegationMaximumDays: count.default(90),
    textMinimum: textMinimum.prefault({}),
    evidence: evidence.prefault({}),
  })
  .readonly();

export type RuleSet = z.infer<typeof ruleSetSchema>;

export const DEFAULT_RULES: RuleSet = ruleSetSchema.parse({});
