import { deposit } from '../../guards/deposit.ts';
import { qualification } from '../../guards/qualification.ts';
import {
  endByAgreement,
  endByPlatform,
  fixAgreedEnd,
  fixPlatformEnd,
  giveNotice,
  liftNotice,
  proposeEnd,
  proposeTermination,
  proposeToStay,
  recordReinstatement,
  recordSuspension,
} from '../effects/ending.ts';
import {
  cureTimeIsOver,
  endIsNotDecided,
  endIsWithinPeriod,
  nobodyWaitsYet,
  noEndIsFixed,
  noticeIsLongEnough,
  noticeIsOwn,
  noticeStillRuns,
  otherSideAgrees,
  otherSideConsents,
  platformNotice,
  proposesSomethingNew,
  sameDate,
  terminationIsProposed,
} from '../requirements/ends.ts';
import { secondIsAnotherPerson, staffIsIndependent } from '../requirements/hands.ts';
import { cureExplained, suspensionReason } from '../requirements/texts.ts';
import type { Row, TablePart } from './row.ts';

type StandingEvent =
  | 'giveNotice'
  | 'proposeEnd'
  | 'agreeEnd'
  | 'withdrawNotice'
  | 'consentToStay'
  | 'suspend'
  | 'reinstate'
  | 'proposeTermination'
  | 'confirmTermination';

const BOTH_AND_LEADS = ['store', 'provider', 'leads'] as const;

const AGREEMENT = {
  from: ['ACTIVE', 'SCHEDULED'],
  by: 'report.agree-end',
  needs: [otherSideAgrees],
  checks: [sameDate],
  tells: ['store', 'provider', 'reviewers'],
} as const satisfies Partial<Row<'agreeEnd'>>;

const TERMINATION = {
  from: ['SUSPENDED'],
  by: 'staff.confirm-termination',
  needs: [terminationIsProposed, secondIsAnotherPerson, staffIsIndependent],
  tells: BOTH_AND_LEADS,
} as const satisfies Partial<Row<'confirmTermination'>>;

/** T15..T17 and T19..T21: what people do to an approved cooperation. What the clock does to it stands in clock.ts. */
export const STANDING: TablePart<StandingEvent> = {
  giveNotice: [
    {
      id: 'T15',
      from: ['ACTIVE'],
      to: 'NOTICE',
      by: 'report.notice',
      needs: [noEndIsFixed],
      checks: [noticeIsLongEnough],
      effects: [giveNotice],
      tells: ['store', 'provider', 'reviewers'],
    },
  ],
  proposeEnd: [
    {
      id: 'T16.proposed',
      from: ['ACTIVE', 'SCHEDULED'],
      to: 'same',
      by: 'report.propose-end',
      checks: [endIsWithinPeriod, proposesSomethingNew],
      effects: [proposeEnd],
      tells: ['store', 'provider'],
    },
  ],
  agreeEnd: [
    {
      ...AGREEMENT,
      id: 'T16.agreed',
      to: 'same',
      when: ({ event, context }) => event.date > context.today,
      effects: [fixAgreedEnd],
    },
    { ...AGREEMENT, id: 'T16', to: 'TERMINATED', effects: [endByAgreement] },
  ],
  withdrawNotice: [
    {
      id: 'T17.proposed',
      from: ['NOTICE'],
      to: 'same',
      by: 'report.withdraw-notice',
      needs: [noticeIsOwn, noticeStillRuns, nobodyWaitsYet],
      effects: [proposeToStay],
      tells: ['store', 'provider'],
    },
  ],
  consentToStay: [
    {
      id: 'T17',
      from: ['NOTICE'],
      to: 'ACTIVE',
      by: 'report.consent-to-stay',
      needs: [otherSideConsents, noticeStillRuns],
      effects: [liftNotice],
      tells: ['store', 'provider', 'reviewers'],
    },
  ],
  suspend: [
    {
      id: 'T19',
      from: ['ACTIVE', 'SCHEDULED', 'NOTICE'],
      to: 'SUSPENDED',
      by: 'staff.suspend',
      needs: [staffIsIndependent],
      checks: [suspensionReason],
      effects: [recordSuspension],
      tells: BOTH_AND_LEADS,
    },
  ],
  reinstate: [
    {
      id: 'T20',
      from: ['SUSPENDED'],
      to: 'previous',
      by: 'staff.reinstate',
      needs: [staffIsIndependent, endIsNotDecided],
      checks: [cureExplained],
      guards: [deposit, qualification],
      effects: [recordReinstatement],
      tells: BOTH_AND_LEADS,
    },
  ],
  proposeTermination: [
    {
      id: 'T21.first',
      from: ['SUSPENDED'],
      to: 'same',
      by: 'staff.terminate',
      needs: [staffIsIndependent, endIsNotDecided, nobodyWaitsYet],
      checks: [suspensionReason, cureTimeIsOver, platformNotice],
      effects: [proposeTermination],
      tells: ['leads', 'reviewers'],
    },
  ],
  confirmTermination: [
    {
      ...TERMINATION,
      id: 'T21.agreed',
      to: 'same',
      when: ({ report: { proposal }, context }) => (proposal?.date ?? context.today) > context.today,
      effects: [fixPlatformEnd],
    },
    { ...TERMINATION, id: 'T21', to: 'TERMINATED', effects: [endByPlatform] },
  ],
};
