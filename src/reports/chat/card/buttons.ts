import type { Button } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { plain } from '../../../chat/text.ts';
import type { Actor } from '../../../people/principal.ts';
import { filledOf } from '../../actions/filled.ts';
import type { HumanEvent } from '../../lifecycle/table/transitions.ts';
import { type ActionOffer, availableActions } from '../../lifecycle/turns/available-actions.ts';
import { today } from '../../periods.ts';
import type { Case } from '../../record/case.ts';
import { factsOf } from '../../record/facts.ts';
import { handleOf } from './handle.ts';

const TONES: Readonly<Partial<Record<HumanEvent, Button['tone']>>> = {
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
const ASKED: readonly HumanEvent[] = [
  'approve',
  'agreeEnd',
  'withdrawNotice',
  'consentToStay',
  'confirmTermination',
];

/** The order in which buttons stand: the way forward, the way back, then everything else. */
const ORDER: readonly HumanEvent[] = [
  'request',
  'accept',
  'submit',
  'confirm',
  'approve',
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
  'claim',
  'assign',
  'grantRound',
  'giveNotice',
  'proposeEnd',
  'withdrawNotice',
  'suspend',
  'proposeTermination',
  'withdraw',
];

export interface ButtonsFor extends Reader {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * What this person can do with the case now. An action that is theirs but refused at this moment, for a reason other than
 * the case's state, stands disabled with that reason; one of another state would only be noise.
 */
export function caseButtons(reader: ButtonsFor, parties: Case): readonly Button[] {
  const { actor, now } = reader;
  const context = {
    now,
    today: today(now, parties.store.zone),
    actor,
    rules: parties.rules,
    facts: factsOf(parties, filledOf(parties), now),
  };
  const offers = availableActions(parties.report, context).filter(isOfThisState);
  const fill = actor.memberships.some(({ organisationId }) => organisationId === parties.provider.id);
  return [
    ...(fill && parties.report.state === 'FILLING' ? [fillButton(reader, parties)] : []),
    ...(parties.report.state === 'DRAFT' && offers.length > 0 ? [editButton(reader, parties)] : []),
    ...offers
      .toSorted((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action))
      .flatMap((offer) => toButtons(reader, parties, offer)),
  ];
}

const OTHER_STATE: readonly string[] = [
  'reports.not-in-this-state',
  'reports.not-your-turn',
  'reports.case-closed',
];

/** What the clause of the form decides is the form's to say: a submission's guards are asked when it is submitted. */
const isOfThisState = (offer: ActionOffer): boolean =>
  offer.enabled || !OTHER_STATE.includes(offer.refusal.refused);

function toButtons({ t }: Reader, { report }: Case, offer: ActionOffer): readonly Button[] {
  const { action } = offer;
  const button: Button = {
    label: t(`reports.action.${action}`),
    tone: TONES[action] ?? 'plain',
    handle: handleOf(report, action),
    ...(ASKED.includes(action) ? { confirm: question(t, action, report.id) } : {}),
    ...(offer.enabled ? {} : { disabledBecause: plain(refusalText(t, offer.refusal)) }),
  };
  if (action !== 'approve' || !offer.enabled || report.proposal) return [button];
  return [
    button,
    {
      ...button,
      label: t('cases.button.approve-unsure'),
      tone: 'plain',
      handle: handleOf(report, action, 'unsure'),
    },
  ];
}

const question = (t: Reader['t'], action: HumanEvent, id: string) => ({
  title: t(`reports.action.${action}`),
  body: t(`cases.ask.${action}`, { id }),
  yes: t(`reports.action.${action}`),
  no: t('common.button.cancel'),
});

const fillButton = ({ t }: Reader, { report }: Case): Button => ({
  label: t('cases.button.fill'),
  tone: 'primary',
  handle: handleOf(report, 'fill'),
});

const editButton = ({ t }: Reader, { report }: Case): Button => ({
  label: t('cases.button.edit'),
  tone: 'plain',
  handle: handleOf(report, 'edit'),
});
