/** The ladder of a waiting state (domain-rules §12): at which share of the SLA who hears of it, and in which form. */

/** Whoever a rung reaches, wider from rung to rung. Who that is in a case is for its domain to say. */
export const GROUPS = ['assignee', 'backup', 'role-lead', 'admin'] as const;
export type Group = (typeof GROUPS)[number];

/**
 * digest: a quiet line in the next morning's digest. message: a private message with its buttons.
 * note: the card that stands is edited to say "late since"; posted only where none stands.
 * reassign: no message of its own, the case goes to somebody else.
 */
export type RungForm = 'digest' | 'message' | 'note' | 'reassign';

export interface Rung {
  readonly name: string;
  /** Of the SLA, in business minutes. */
  readonly percent: number;
  readonly to: readonly Group[];
  readonly form: RungForm;
  /** It reaches people who would not hear of the case otherwise; "I'm on it" does not silence it. */
  readonly escalates: boolean;
  /** Told outside working hours as well: QS09 alone. */
  readonly aroundTheClock?: true;
}

/** A party's ladder ends with the lapse (T23), the staff's never: a review only gets louder. */
export type LadderOf = 'party' | 'staff';

const UNTIL_LATE: readonly Rung[] = [
  { name: 'at-50', percent: 50, to: ['assignee'], form: 'digest', escalates: false },
  { name: 'at-80', percent: 80, to: ['assignee', 'backup'], form: 'message', escalates: false },
  { name: 'at-100', percent: 100, to: ['assignee', 'backup', 'role-lead'], form: 'note', escalates: true },
  {
    name: 'at-150',
    percent: 150,
    to: ['assignee', 'backup', 'role-lead', 'admin'],
    form: 'message',
    escalates: true,
  },
];

/** The entry itself is the message of the change that begins the wait. */
export const LADDERS: Readonly<Record<LadderOf, readonly Rung[]>> = {
  party: [
    ...UNTIL_LATE,
    {
      name: 'at-200',
      percent: 200,
      to: ['assignee', 'backup', 'role-lead', 'admin'],
      form: 'message',
      escalates: true,
    },
  ],
  staff: [
    ...UNTIL_LATE,
    { name: 'reassign', percent: 200, to: [], form: 'reassign', escalates: true },
    { name: 'at-300', percent: 300, to: ['role-lead'], form: 'digest', escalates: true },
  ],
};

/** An urgent issue that nobody has acknowledged (QS09), in hours around the clock. */
export const URGENT_LADDER: readonly Rung[] = [
  {
    name: 'urgent-80',
    percent: 80,
    to: ['assignee'],
    form: 'message',
    escalates: true,
    aroundTheClock: true,
  },
  {
    name: 'urgent-100',
    percent: 100,
    to: ['assignee', 'backup', 'role-lead'],
    form: 'message',
    escalates: true,
    aroundTheClock: true,
  },
  {
    name: 'urgent-150',
    percent: 150,
    to: ['assignee', 'backup', 'role-lead', 'admin'],
    form: 'message',
    escalates: true,
    aroundTheClock: true,
  },
];
