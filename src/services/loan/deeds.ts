import { claimDeed, type Deed, plainDeed } from '../actions/deed.ts';
import { editLoan } from './actions/draft.ts';
import { recordOutcome, referLoan } from './actions/handle.ts';
import { recheckLoan, submitLoan } from './actions/submit.ts';

export const LOAN_DEEDS: Readonly<Record<string, Deed>> = {
  submit: submitLoan,
  recheck: recheckLoan,
  edit: editLoan,
  refer: referLoan,
  outcome: recordOutcome,
  claim: claimDeed('loan'),
  withdraw: plainDeed('loan', 'withdraw'),
};
