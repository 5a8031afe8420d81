import type { Button, Card, Fact } from '../../chat/card.ts';
import type { Reader } from '../../chat/conversation.ts';
import { moment, type Text } from '../../chat/text.ts';
import { permitted } from '../../people/permissions.ts';
import type { Actor } from '../../people/principal.ts';
import type { NamedIssue } from '../record/issues.ts';

export const ACKNOWLEDGE = 'urgent.acknowledge';

export interface UrgentReader extends Reader {
  readonly person: Actor;
}

/** One issue as it stands now. */
export function urgentCard(reader: UrgentReader, issue: NamedIssue, now: Date): Card {
  const { t } = reader;
  const open = issue.acknowledgedAt === null;
  const mine = open && permitted('urgent.acknowledge', reader.person, issue).allowed;
  return {
    tone: open ? 'bad' : 'good',
    title: t('urgent.card.title', { store: issue.storeName, provider: issue.providerName }),
    lead: standing(reader, issue, now),
    facts: factsOf(reader, issue),
    actions: [...(mine ? [acknowledgeButton(reader, issue)] : []), showButton(reader, issue)],
    ...(mine ? { footer: t('urgent.card.footer') } : {}),
  };
}

function standing({ t }: Pick<Reader, 't'>, issue: NamedIssue, now: Date): Text {
  const { acknowledgedAt, acknowledgerName, providerName, dueAt } = issue;
  if (acknowledgedAt !== null)
    return t.text('urgent.card.acknowledged', { name: acknowledgerName ?? '', at: moment(acknowledgedAt) });
  const key = now < dueAt ? 'urgent.card.open' : 'urgent.card.late';
  return t.text(key, { provider: providerName, due: moment(dueAt) });
}

function factsOf({ t, person }: UrgentReader, issue: NamedIssue): readonly Fact[] {
  const { reportId, storeId, text, since, reporterName, reportedAt, outOfChat } = issue;
  const ofStore = person.memberships.some(({ organisationId }) => organisationId === storeId);
  return [
    { label: t('urgent.card.what'), value: text },
    { label: t('urgent.card.since'), value: [moment(since)] },
    { label: t('urgent.card.reported'), value: [`${reporterName} · `, moment(reportedAt)] },
    { label: t('urgent.card.report'), value: reportId },
    ...(ofStore && outOfChat !== '' ? [{ label: t('urgent.card.out-of-chat'), value: outOfChat }] : []),
  ];
}

const acknowledgeButton = ({ t }: Pick<Reader, 't'>, { id }: NamedIssue): Button => ({
  label: t('urgent.button.acknowledge'),
  tone: 'primary',
  handle: { action: ACKNOWLEDGE, subject: id, revision: 0, stateSeq: 0 },
});

const showButton = ({ t }: Pick<Reader, 't'>, { reportId }: NamedIssue): Button => ({
  label: t('urgent.button.show'),
  tone: 'plain',
  handle: { action: 'report.show', subject: reportId, revision: 0, stateSeq: 0 },
});
