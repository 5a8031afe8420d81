import { ALL_GUARDS } from '../../guards/all.ts';
import { openRound } from '../effects/filing.ts';
import {
  allowOneRound,
  askOneSide,
  awaitSecondApproval,
  handCase,
  recordAnswer,
  recordApproval,
  recordRejection,
  takeCase,
} from '../effects/review.ts';
import { needsSecondApproval, secondIsSure, startsLater } from '../requirements/approval.ts';
import { assigneeMayDecide, notAlreadyMine } from '../requirements/assignment.ts';
import {
  aLeadIsAmongTheTwo,
  askedOfThisSide,
  secondIsAnotherPerson,
  staffIsIndependent,
} from '../requirements/hands.ts';
import { aRoundIsLeft, noRoundIsLeft } from '../requirements/rounds.ts';
import { answerGiven, commentOnAField, questionAsked, rejectionReason } from '../requirements/texts.ts';
import type { Row, TablePart } from './row.ts';

type ReviewEvent =
  | 'returnByStaff'
  | 'askInformation'
  | 'answerInformation'
  | 'approve'
  | 'reject'
  | 'grantRound'
  | 'claim'
  | 'assign';

/** What all three outcomes of "approve" have in common: every guard is evaluated once more. */
const APPROVAL = {
  from: ['STAFF_REVIEW'],
  by: 'staff.approve',
  needs: [staffIsIndependent, secondIsAnotherPerson, aLeadIsAmongTheTwo],
  checks: [secondIsSure],
  guards: ALL_GUARDS,
} as const satisfies Partial<Row<'approve'>>;

/** T8..T12 and T25. Nothing here is ever done by the clock: silence never approves and STAFF_REVIEW never lapses. */
export const REVIEW: TablePart<ReviewEvent> = {
  returnByStaff: [
    {
      id: 'T8',
      from: ['STAFF_REVIEW'],
      to: 'FILLING',
      by: 'staff.return',
      needs: [staffIsIndependent, aRoundIsLeft],
      checks: [commentOnAField],
      effects: [openRound],
      tells: ['provider', 'store'],
    },
  ],
  askInformation: [
    {
      id: 'T9.ask',
      from: ['STAFF_REVIEW'],
      to: 'INFO_REQUESTED',
      by: 'staff.ask',
      needs: [staffIsIndependent],
      checks: [questionAsked],
      clock: 'pause-and-start',
      effects: [askOneSide],
      tells: ['provider', 'store'],
    },
  ],
  answerInformation: [
    {
      id: 'T9.answer',
      from: ['INFO_REQUESTED'],
      to: 'STAFF_REVIEW',
      by: 'report.answer',
      needs: [askedOfThisSide],
      checks: [answerGiven],
      clock: 'resume',
      effects: [recordAnswer],
      tells: ['reviewers'],
    },
  ],
  approve: [
    {
      ...APPROVAL,
      id: 'T10.first',
      to: 'same',
      when: needsSecondApproval,
      effects: [awaitSecondApproval],
      tells: ['leads', 'reviewers'],
    },
    {
      ...APPROVAL,
      id: 'T10',
      to: 'SCHEDULED',
      when: startsLater,
      effects: [recordApproval],
      tells: ['store', 'provider'],
    },
    {
      ...APPROVAL,
      id: 'T11',
      to: 'ACTIVE',
      effects: [recordApproval],
      tells: ['store', 'provider'],
    },
  ],
  reject: [
    {
      id: 'T12',
      from: ['STAFF_REVIEW'],
      to: 'REJECTED',
      by: 'staff.reject',
      needs: [staffIsIndependent],
      checks: [rejectionReason],
      effects: [recordRejection],
      tells: ['store', 'provider'],
    },
  ],
  grantRound: [
    {
      id: 'T25',
      from: ['STORE_CONFIRM', 'STAFF_REVIEW'],
      to: 'same',
      by: 'staff.grant-round',
      needs: [staffIsIndependent, noRoundIsLeft],
      effects: [allowOneRound],
      tells: ['store', 'provider', 'reviewers'],
    },
  ],
  claim: [
    {
      id: 'claimed',
      from: ['STAFF_REVIEW', 'INFO_REQUESTED'],
      to: 'same',
      by: 'staff.claim',
      needs: [notAlreadyMine, staffIsIndependent],
      effects: [takeCase],
      tells: ['reviewers'],
    },
  ],
  assign: [
    {
      id: 'assigned',
      from: ['STAFF_REVIEW', 'INFO_REQUESTED'],
      to: 'same',
      by: 'staff.assign',
      clockToo: true,
      checks: [assigneeMayDecide],
      effects: [handCase],
      tells: ['reviewers', 'former'],
    },
  ],
};
