/** Asks of one person and one case what a card asks: may they now, and if not, why. */

import { rolesFor } from '../../../people/permissions.ts';
import type { Actor, Role } from '../../../people/principal.ts';
import type { Refusal } from '../../../result.ts';
import type { Report, ReportState } from '../../report.ts';
import type { HumanEvent } from '../table/transitions.ts';
import { actionOf, barrier, statesFor } from './barrier.ts';
import { type Waiter, whoseTurn } from './whose-turn.ts';

export type Ability =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly because: string;
      readonly waitsOn: Waiter;
      readonly rolesNeeded: readonly Role[];
      /** The same as a value to show: `because` with the data of its message. */
      readonly refusal: Refusal;
    };

export interface Rule {
  readonly states: readonly ReportState[];
  readonly roles: readonly Role[];
  on(report: Report, actor: Actor): Ability;
}

function rule(event: HumanEvent): Rule {
  const action = actionOf(event);
  const roles = action === 'clock' ? [] : rolesFor(action);
  return {
    states: statesFor(event),
    roles,
    on: (report, actor) => ability(barrier(event, report, actor), report, roles),
  };
}

function ability(refusal: Refusal | null, report: Report, rolesNeeded: readonly Role[]): Ability {
  if (refusal === null) return { allowed: true };
  return {
    allowed: false,
    because: refusal.refused,
    waitsOn: whoseTurn(report).waitsOn,
    rolesNeeded,
    refusal,
  };
}

/**
 * `can.confirm.on(report, actor)`: role and state only. What the content must fulfil is decide's to say; separation of
 * duties and the guards are in `availableActions`.
 */
export const can = {
  request: rule('request'),
  accept: rule('accept'),
  decline: rule('decline'),
  submit: rule('submit'),
  returnByStore: rule('returnByStore'),
  confirm: rule('confirm'),
  withdraw: rule('withdraw'),
  returnByStaff: rule('returnByStaff'),
  askInformation: rule('askInformation'),
  answerInformation: rule('answerInformation'),
  approve: rule('approve'),
  reject: rule('reject'),
  grantRound: rule('grantRound'),
  claim: rule('claim'),
  assign: rule('assign'),
  giveNotice: rule('giveNotice'),
  proposeEnd: rule('proposeEnd'),
  agreeEnd: rule('agreeEnd'),
  withdrawNotice: rule('withdrawNotice'),
  consentToStay: rule('consentToStay'),
  suspend: rule('suspend'),
  reinstate: rule('reinstate'),
  proposeTermination: rule('proposeTermination'),
  confirmTermination: rule('confirmTermination'),
} satisfies Readonly<Record<HumanEvent, Rule>>;
