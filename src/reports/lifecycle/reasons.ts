/** The codes that a person picks from where a reason is due. Each has a text in both languages. */

/** T4 */
export const DECLINE_REASONS = [
  'NO_CAPACITY',
  'OUT_OF_SCOPE',
  'TERMS_NOT_AGREED',
  'EXCLUSIVE_CONFLICT',
  'UNKNOWN_STORE',
  'OTHER',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** T12 */
export const REJECTION_REASONS = [
  'EVIDENCE_CONTRADICTS',
  'NOT_ELIGIBLE',
  'FALSE_FILING',
  'DUPLICATE',
  'ROUNDS_EXHAUSTED',
  'OTHER',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** The rule that a rejection rests on: a guard, the fields of §4.2 or the standards of §5. */
export const REJECTION_RULES = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9',
  'FIELDS',
  'STANDARDS',
] as const;
export type RejectionRule = (typeof REJECTION_RULES)[number];

/** T19 */
export const SUSPENSION_CAUSES = [
  'DEPOSIT_SHORT',
  'QUALIFICATION_EXPIRED',
  'FALSE_FILING',
  'SEVERE_VIOLATION',
] as const;
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];

/** T21; all but NOT_CURED end a cooperation without notice. */
export const END_GROUNDS = ['NOT_CURED', 'FRAUD', 'FORGERY', 'LEGAL_ORDER'] as const;
export type EndGround = (typeof END_GROUNDS)[number];
