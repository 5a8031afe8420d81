import { claimDeed, type Deed, plainDeed } from '../actions/deed.ts';
import { answerConsultation } from './actions/answer.ts';
import { declareOutOfScope } from './actions/out-of-scope.ts';
import { reopenConsultation } from './actions/reopen.ts';

export const CONSULTATION_DEEDS: Readonly<Record<string, Deed>> = {
  answer: answerConsultation,
  claim: claimDeed('consultation'),
  'out-of-scope': declareOutOfScope,
  close: plainDeed('consultation', 'close'),
  reopen: reopenConsultation,
};
