import type { Button } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { ENOUGH_INTERESTED } from '../../actions/slate/make-slate.ts';
import { can } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { ListedPlace } from '../../record/read/places.ts';
import {
  DECLINE,
  handleOf,
  handleTo,
  INTEREST,
  NAME_STORE,
  OFFER_TIMES,
  OPEN_REPORT,
  OUTCOME,
  POST,
  PUBLISH,
  SLATE,
} from '../handles.ts';

type Words = Pick<Reader, 't'>;

export interface Situation {
  readonly opportunity: Opportunity;
  readonly places: readonly ListedPlace[];
  readonly now: Date;
}

export function staffButtons({ t }: Words, situation: Situation): readonly Button[] {
  const { opportunity } = situation;
  const { state, storeId } = opportunity;
  return [
    ...(can(state, 'publish')
      ? [button(t('opportunities.button.publish'), 'primary', handleOf(PUBLISH, opportunity))]
      : []),
    ...(can(state, 'edit')
      ? [button(t('opportunities.button.edit'), 'plain', handleOf(POST, opportunity))]
      : []),
    ...(can(state, 'slate') ? [slateButton({ t }, situation)] : []),
    ...offerButton({ t }, situation),
    ...outcomeButton({ t }, opportunity),
    ...(state === 'WON' && storeId === null
      ? [button(t('opportunities.button.name-store'), 'primary', handleOf(NAME_STORE, opportunity))]
      : []),
  ];
}

export function brandButtons({ t }: Words, situation: Situation): readonly Button[] {
  const { opportunity } = situation;
  return [
    ...offerButton({ t }, situation),
    ...outcomeButton({ t }, opportunity),
    ...(opportunity.state === 'WON'
      ? [button(t('opportunities.button.open-report'), 'primary', handleTo(OPEN_REPORT, opportunity.id))]
      : []),
  ];
}

export function providerButtons(
  { t }: Words,
  { opportunity, now }: Situation,
  place: ListedPlace,
): readonly Button[] {
  const { id, state, confidential, dueAt } = opportunity;
  if (!can(state, 'interest')) return [];
  if (place.answer === 'INTERESTED') {
    return [
      ...(can(state, 'meet')
        ? [
            button(
              t('opportunities.button.offer-times'),
              'primary',
              handleTo(OFFER_TIMES, id, place.providerId),
            ),
          ]
        : []),
      asked({ t }, 'take-back', button(t('opportunities.button.take-back'), 'danger', handleTo(DECLINE, id))),
    ];
  }
  const wants = button(t('opportunities.button.interest'), 'primary', handleTo(INTEREST, id));
  const late = now >= dueAt ? { disabledBecause: t('opportunities.too-late') } : {};
  return [
    { ...(confidential ? asked({ t }, 'confidential', wants) : wants), ...late },
    ...(place.answer === 'DECLINED'
      ? []
      : [button(t('opportunities.button.decline'), 'plain', handleTo(DECLINE, id))]),
  ];
}

function slateButton({ t }: Words, { opportunity, places, now }: Situation): Button {
  const label = t(
    opportunity.rounds === 0 ? 'opportunities.button.slate' : 'opportunities.button.slate-again',
  );
  const { wakeAt, dueAt, rounds } = opportunity;
  const interested = places.filter(({ answer }) => answer === 'INTERESTED').length;
  const because =
    now >= dueAt
      ? 'opportunities.too-late'
      : wakeAt !== null && wakeAt > now
        ? 'opportunities.first-round-first'
        : rounds > 0 && interested >= ENOUGH_INTERESTED
          ? 'opportunities.enough'
          : null;
  return {
    ...button(label, rounds === 0 ? 'primary' : 'plain', handleOf(SLATE, opportunity)),
    ...(because === null ? {} : { disabledBecause: t(because) }),
  };
}

/** Only with somebody who wants to meet. */
const offerButton = ({ t }: Words, { opportunity, places }: Situation): readonly Button[] =>
  can(opportunity.state, 'meet') && places.some(({ answer }) => answer === 'INTERESTED')
    ? [button(t('opportunities.button.offer-times'), 'primary', handleTo(OFFER_TIMES, opportunity.id))]
    : [];

const outcomeButton = ({ t }: Words, opportunity: Opportunity): readonly Button[] =>
  can(opportunity.state, 'withdraw')
    ? [
        button(
          t(
            can(opportunity.state, 'lose') ? 'opportunities.button.outcome' : 'opportunities.button.withdraw',
          ),
          'plain',
          handleOf(OUTCOME, opportunity),
        ),
      ]
    : [];

const button = (label: string, tone: Button['tone'], handle: Button['handle']): Button => ({
  label,
  tone,
  handle,
});

const asked = ({ t }: Words, what: 'confidential' | 'take-back', it: Button): Button => ({
  ...it,
  confirm: {
    title: t(`opportunities.confirm.${what}.title`),
    body: t(`opportunities.confirm.${what}.body`),
    yes: it.label,
    no: t('common.button.cancel'),
  },
});
