import type { Button, Card, Fact } from '../../../chat/card.ts';
import type { Known, Reader } from '../../../chat/conversation.ts';
import { roleName } from '../../../chat/messages/names.ts';
import { moment, type Text } from '../../../chat/text.ts';
import { isActive } from '../delegation.ts';
import type { NamedDelegation } from '../record.ts';

export const END_DELEGATION = 'delegation.end';

interface Telling {
  /** It is told because it ends soon. */
  readonly ending?: boolean;
}

type CardReader = Reader & Telling & { readonly now: Date };

/** One delegation as it stands now, for the two people whom it concerns. */
export function delegationCard(talk: Reader & Pick<Known, 'app'> & Telling, one: NamedDelegation): Card {
  const reader = { ...talk, now: talk.app.clock.now() };
  const { t } = talk;
  const names = namesOf(one);
  return {
    tone: isLive(one, reader.now) ? 'good' : 'neutral',
    title: t(one.delegate === null ? 'delegation.card.title-away' : 'delegation.card.title', names),
    lead: standing(reader, one),
    facts: factsOf(talk, one),
    ...(isLive(one, reader.now) ? { actions: [endButton(talk, one, t('delegation.button.end-short'))] } : {}),
    footer: t(one.delegate === null ? 'delegation.card.footer-away' : 'delegation.card.footer', names),
  };
}

export const namesOf = ({
  delegatorName,
  delegateName,
}: Pick<NamedDelegation, 'delegatorName' | 'delegateName'>) => ({
  delegator: delegatorName,
  delegate: delegateName ?? '',
});

const isLive = ({ endedAt, until }: NamedDelegation, now: Date): boolean => endedAt === null && now < until;

function standing({ t, now, ending }: CardReader, one: NamedDelegation): Text {
  const { endedAt, endedByName, from, until } = one;
  if (endedAt !== null)
    return [`${t('delegation.card.ended', { name: endedByName ?? '' })} `, moment(endedAt)];
  if (isActive(one, now))
    return [`${t(ending ? 'delegation.card.ends' : 'delegation.card.active')} `, moment(until)];
  return now < from
    ? [`${t('delegation.card.upcoming')} `, moment(from)]
    : [`${t('delegation.card.over')} `, moment(until)];
}

function factsOf({ t }: Reader, { role, organisation, from, until, reportId, reason }: NamedDelegation) {
  const facts: readonly Fact[] = [
    {
      label: t('delegation.card.role'),
      value: t('accounts.whoami.role-at', { role: roleName(t, role), organisation }),
    },
    { label: t('delegation.card.period'), value: [moment(from), ' – ', moment(until)] },
    { label: t('delegation.card.scope'), value: reportId ?? t('delegation.card.everything') },
    { label: t('delegation.card.reason'), value: reason },
  ];
  return facts;
}

/** Asked first: the other one counts on it. */
export function endButton({ t }: Reader, one: NamedDelegation, label: string): Button {
  const body = one.delegate === null ? 'delegation.ask.body-away' : 'delegation.ask.body';
  return {
    label,
    tone: 'danger',
    handle: { action: END_DELEGATION, subject: one.id, revision: 0, stateSeq: 0 },
    confirm: {
      title: t('delegation.ask.title'),
      body: t(body, namesOf(one)),
      yes: t('delegation.button.end-short'),
      no: t('common.button.cancel'),
    },
  };
}
