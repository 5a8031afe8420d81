import type { Button, Card, Section } from '../../../chat/card.ts';
import type { Known, Reader } from '../../../chat/conversation.ts';
import { roleName } from '../../../chat/messages/names.ts';
import { moment, type Text } from '../../../chat/text.ts';
import type { NamedDelegation } from '../record.ts';
import { endButton, namesOf } from './card.ts';

export const NEW_DELEGATION = 'delegation.new';

export const newDelegationButton = ({ t }: Pick<Reader, 't'>, tone: Button['tone']): Button => ({
  label: t('delegation.button.new'),
  tone,
  handle: { action: NEW_DELEGATION, subject: '', revision: 0, stateSeq: 0 },
});

/** What somebody has given and received, each with its end, and the way to set another. */
export function delegationsCard(talk: Known, found: readonly NamedDelegation[]): Card {
  const { t, person } = talk;
  const given = found.filter(({ delegator }) => delegator === person.principalId);
  const received = found.filter(({ delegator }) => delegator !== person.principalId);
  const section = (title: string, lines: readonly NamedDelegation[]): readonly Section[] =>
    lines.length === 0 ? [] : [{ title: t(title), list: lines.map((one) => line(talk, one)) }];
  return {
    tone: 'neutral',
    title: t('delegation.title'),
    lead: t(found.length === 0 ? 'delegation.none' : 'delegation.lead'),
    sections: [...section('delegation.given', given), ...section('delegation.received', received)],
    actions: [newDelegationButton(talk, 'primary'), ...found.map((one) => endNamed(talk, one))],
  };
}

/** In a digest: what is over soon. */
export function delegationEnds(
  { t }: Pick<Reader, 't'>,
  one: Pick<NamedDelegation, 'delegatorName' | 'delegateName' | 'until'>,
): Text {
  const who = t(
    one.delegateName === null ? 'delegation.card.title-away' : 'delegation.card.title',
    namesOf(one),
  );
  return [{ strong: who }, ` · ${t('delegation.card.active')} `, moment(one.until)];
}

function line({ t }: Reader, one: NamedDelegation): Text {
  const { role, organisation, reportId, from, until, reason } = one;
  const who = t(one.delegate === null ? 'delegation.line-away' : 'delegation.line', namesOf(one));
  const where = t('accounts.whoami.role-at', { role: roleName(t, role), organisation });
  const scope = reportId === null ? '' : ` · ${t('delegation.only', { report: reportId })}`;
  return [{ strong: who }, ` · ${where}${scope} · `, moment(from), ' – ', moment(until), ` · ${reason}`];
}

function endNamed(talk: Known, one: NamedDelegation): Button {
  const { t, person } = talk;
  const other = one.delegator === person.principalId ? one.delegateName : one.delegatorName;
  return endButton(
    talk,
    one,
    other === null ? t('delegation.button.end-short') : t('delegation.button.end', { name: other }),
  );
}
