/** One well-formed event of every kind. */
import type { EventOf, EventType } from '../../../src/reports/lifecycle/events.ts';
import { HASH, secondReviewer } from './cases.ts';

const LONG = 'The contract in the evidence names another store.';

export const EVENTS: { readonly [E in EventType]: EventOf<E> } = {
  request: { type: 'request' },
  accept: { type: 'accept' },
  decline: { type: 'decline', reasonCode: 'NO_CAPACITY', text: '' },
  submit: { type: 'submit', revisionHash: HASH },
  returnByStore: { type: 'returnByStore', comments: [{ field: 'contractNo', text: 'Another number' }] },
  confirm: { type: 'confirm', clickedHash: HASH, naTicks: [], typedName: 'Olga Owner' },
  returnByStaff: { type: 'returnByStaff', comments: [{ field: 'QS03', text: 'Below the contract' }] },
  askInformation: { type: 'askInformation', from: 'provider', question: 'Which team answers at night?' },
  answerInformation: { type: 'answerInformation', answer: 'The team in Hangzhou.' },
  approve: { type: 'approve' },
  reject: { type: 'reject', reasonCode: 'EVIDENCE_CONTRADICTS', text: LONG, ruleId: 'G9' },
  grantRound: { type: 'grantRound' },
  claim: { type: 'claim' },
  assign: { type: 'assign', to: secondReviewer },
  giveNotice: { type: 'giveNotice', effectiveOn: '2026-12-31' },
  proposeEnd: { type: 'proposeEnd', date: '2026-12-31' },
  agreeEnd: { type: 'agreeEnd', date: '2026-12-31' },
  withdrawNotice: { type: 'withdrawNotice' },
  consentToStay: { type: 'consentToStay' },
  suspend: { type: 'suspend', cause: 'FALSE_FILING', text: LONG },
  reinstate: { type: 'reinstate', text: 'Corrected and checked.' },
  proposeTermination: { type: 'proposeTermination', ground: 'FRAUD', text: LONG, effectiveOn: '2026-05-12' },
  confirmTermination: { type: 'confirmTermination' },
  withdraw: { type: 'withdraw' },
  tick: { type: 'tick' },
};
