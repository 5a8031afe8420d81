import type { Button } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { plain } from '../../../chat/text.ts';
import { permitted } from '../../../people/permissions.ts';
import { type Actor, holds } from '../../../people/principal.ts';
import type { ActionOffer } from '../../lifecycle/turns/available-actions.ts';
import type { Case } from '../../record/case.ts';
import { isEffective } from '../../report.ts';
import { readinessOf } from '../readiness.ts';
import { againButtons } from './again.ts';
import { ASKED_TWICE, BUTTON_TONES } from './button-order.ts';
import { handleOf } from './handle.ts';
import { offersFor } from './offers.ts';
import { submitButton } from './submit-button.ts';

export interface ButtonsFor extends Reader {
  readonly actor: Actor;
  readonly now: Date;
  /** The card shows everything already. */
  readonly whole: boolean;
  /** A reason may name a deposit or another report: in a channel only what can be used is shown. */
  readonly inChannel: boolean;
}

/** The buttons of a case for one person: what they may do, and why not where it could be expected. */
export function caseButtons(reader: ButtonsFor, parties: Case): readonly Button[] {
  const { actor, now, inChannel } = reader;
  const offers = offersFor(parties, actor, now).filter(({ enabled }) => enabled || !inChannel);
  const [first, ...others] = offers;
  return [
    ...fillButtons(reader, parties),
    ...(first ? eventButtons(reader, parties, first) : []),
    ...editButton(reader, parties),
    ...others.flatMap((offer) => eventButtons(reader, parties, offer)),
    ...attachButton(reader, parties),
    ...urgentButton(reader, parties),
    ...againButtons(reader, parties),
    ...lookButtons(reader, parties),
  ];
}

/** One offer as its button; an approval also as "approve, but let a second person look". */
export function eventButtons({ t }: Reader, { report }: Case, offer: ActionOffer): readonly Button[] {
  const { action } = offer;
  const button: Button = {
    label: t(`reports.action.${action}`),
    tone: BUTTON_TONES[action] ?? 'plain',
    handle: handleOf(report, action),
    ...(ASKED_TWICE.includes(action) ? { confirm: question(t, action, report.id) } : {}),
    ...(offer.enabled ? {} : { disabledBecause: plain(refusalText(t, offer.refusal)) }),
  };
  if (action !== 'approve' || !offer.enabled || report.proposal) return [button];
  const unsure: Button = {
    label: t('cases.button.approve-unsure'),
    tone: 'plain',
    handle: handleOf(report, action, 'unsure'),
    confirm: { ...question(t, action, report.id), body: t('cases.ask.approve-unsure', { id: report.id }) },
  };
  return [button, unsure];
}

const question = (t: Reader['t'], action: ActionOffer['action'], id: string) => ({
  title: t(`reports.action.${action}`),
  body: t(`cases.ask.${action}`, { id }),
  yes: t(`reports.action.${action}`),
  no: t('common.button.cancel'),
});

function fillButtons(reader: ButtonsFor, parties: Case): readonly Button[] {
  const { t, actor, now } = reader;
  const { report } = parties;
  if (report.state !== 'FILLING' || !permitted('report.fill', actor, report).allowed) return [];
  const readiness = readinessOf(parties, actor.principalId, now);
  return [
    {
      label: t('cases.button.fill'),
      tone: readiness.ready ? 'plain' : 'primary',
      handle: handleOf(report, 'fill'),
    },
    submitButton(reader, parties, readiness),
  ];
}

function editButton({ t, actor }: ButtonsFor, { report }: Case): readonly Button[] {
  if (report.state !== 'DRAFT' || !permitted('report.draft', actor, report).allowed) return [];
  return [{ label: t('cases.button.edit'), tone: 'plain', handle: handleOf(report, 'edit') }];
}

/** Evidence for the provider's form is attached on its last page; a question may ask for more. */
function attachButton({ t, actor }: ButtonsFor, { report }: Case): readonly Button[] {
  const asked = report.infoFrom === 'store' ? report.storeId : report.providerId;
  const isAsked = actor.memberships.some(({ organisationId }) => organisationId === asked);
  if (report.state !== 'INFO_REQUESTED' || !isAsked) return [];
  return [{ label: t('cases.button.attach'), tone: 'plain', handle: handleOf(report, 'attach') }];
}

/** For the store while the cooperation stands: what cannot wait for working hours (QS09). Providers have the command. */
function urgentButton({ t, actor }: ButtonsFor, { report }: Case): readonly Button[] {
  if (!isEffective(report.state) || !holds(actor, 'STORE_OWNER', report.storeId)) return [];
  return [{ label: t('urgent.button.report'), tone: 'plain', handle: handleOf(report, 'urgent') }];
}

/** The whole content, and from there everything that happened and the case as a file. */
function lookButtons({ t, actor, whole }: ButtonsFor, { report }: Case): readonly Button[] {
  if (!whole) return [{ label: t('cases.button.details'), tone: 'plain', handle: handleOf(report, 'show') }];
  return [
    { label: t('cases.button.history'), tone: 'plain', handle: handleOf(report, 'history') },
    ...(permitted('report.export', actor, report).allowed
      ? [{ label: t('cases.button.export'), tone: 'plain' as const, handle: handleOf(report, 'export') }]
      : []),
  ];
}
