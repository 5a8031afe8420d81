import type { Button } from '../../../chat/card.ts';
import type { HumanEvent } from '../../lifecycle/table/transitions.ts';

export const BUTTON_TONES: Readonly<Partial<Record<HumanEvent, Button['tone']>>> = {
  request: 'primary',
  accept: 'primary',
  submit: 'primary',
  confirm: 'primary',
  approve: 'primary',
  answerInformation: 'primary',
  agreeEnd: 'primary',
  consentToStay: 'primary',
  decline: 'danger',
  reject: 'danger',
  suspend: 'danger',
  confirmTermination: 'danger',
};

/** Asked twice, because the click itself decides. */
export const ASKED_TWICE: readonly HumanEvent[] = [
  'approve',
  'agreeEnd',
  'withdrawNotice',
  'consentToStay',
  'confirmTermination',
  'grantRound',
];

/** The way forward, the way back, then everything else. */
const ORDER: readonly HumanEvent[] = [
  'request',
  'accept',
  'submit',
  'confirm',
  'approve',
  'claim',
  'answerInformation',
  'agreeEnd',
  'consentToStay',
  'confirmTermination',
  'reinstate',
  'decline',
  'returnByStore',
  'returnByStaff',
  'askInformation',
  'reject',
  'assign',
  'grantRound',
  'giveNotice',
  'proposeEnd',
  'withdrawNotice',
  'suspend',
  'proposeTermination',
  'withdraw',
];

export const inOrder = (a: HumanEvent, b: HumanEvent): number => ORDER.indexOf(a) - ORDER.indexOf(b);
