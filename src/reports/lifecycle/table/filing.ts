import { completeness } from '../../guards/completeness.ts';
import { deposit } from '../../guards/deposit.ts';
import { entrance } from '../../guards/entrance.ts';
import { evidence } from '../../guards/evidence.ts';
import { overlap } from '../../guards/overlap.ts';
import { period } from '../../guards/period.ts';
import { qualification } from '../../guards/qualification.ts';
import { recognition } from '../../guards/recognition.ts';
import { start } from '../../guards/start.ts';
import {
  declineWithReason,
  freezeRevision,
  keepRulesAndItems,
  openRound,
  recordConfirmation,
  withdrawalReason,
} from '../effects/filing.ts';
import { everyItemTicked, hashIsCurrent, nameTyped } from '../requirements/confirmation.ts';
import { confirmerIsNotEditor } from '../requirements/hands.ts';
import { aRoundIsLeft } from '../requirements/rounds.ts';
import { commentOnAField, declineReason } from '../requirements/texts.ts';
import type { TablePart } from './row.ts';

type FilingEvent = 'request' | 'accept' | 'decline' | 'submit' | 'returnByStore' | 'confirm' | 'withdraw';

/** T2..T7 and T22: store asks, provider accepts and fills in, store confirms. T1 is open-draft.ts, T24 is editing.ts. */
export const FILING: TablePart<FilingEvent> = {
  request: [
    {
      id: 'T2',
      from: ['DRAFT'],
      to: 'REQUESTED',
      by: 'report.request',
      guards: [entrance, period, start, overlap],
      effects: [keepRulesAndItems],
      tells: ['provider'],
    },
  ],
  accept: [
    {
      id: 'T3',
      from: ['REQUESTED'],
      to: 'FILLING',
      by: 'report.accept',
      guards: [recognition],
      tells: ['store'],
    },
  ],
  decline: [
    {
      id: 'T4',
      from: ['REQUESTED'],
      to: 'DECLINED',
      by: 'report.decline',
      checks: [declineReason],
      effects: [declineWithReason],
      tells: ['store'],
    },
  ],
  submit: [
    {
      id: 'T5',
      from: ['FILLING'],
      to: 'STORE_CONFIRM',
      by: 'report.submit',
      guards: [completeness, qualification, evidence],
      warns: [deposit],
      effects: [freezeRevision],
      tells: ['store'],
    },
  ],
  returnByStore: [
    {
      id: 'T6',
      from: ['STORE_CONFIRM'],
      to: 'FILLING',
      by: 'report.return',
      needs: [aRoundIsLeft],
      checks: [commentOnAField],
      effects: [openRound],
      tells: ['provider'],
    },
  ],
  confirm: [
    {
      id: 'T7',
      from: ['STORE_CONFIRM'],
      to: 'STAFF_REVIEW',
      by: 'report.confirm',
      needs: [confirmerIsNotEditor],
      checks: [hashIsCurrent, everyItemTicked, nameTyped],
      effects: [recordConfirmation],
      tells: ['provider', 'reviewers'],
    },
  ],
  withdraw: [
    {
      id: 'T22',
      from: ['DRAFT', 'REQUESTED', 'FILLING', 'STORE_CONFIRM', 'STAFF_REVIEW', 'INFO_REQUESTED'],
      to: 'WITHDRAWN',
      by: 'report.withdraw',
      effects: [withdrawalReason],
      tells: ['provider', 'reviewers'],
    },
  ],
};
