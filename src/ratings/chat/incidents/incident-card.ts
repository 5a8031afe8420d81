import type { Button, Card, Fact, Section } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { moment, type Text } from '../../../chat/text.ts';
import { permitted } from '../../../people/permissions.ts';
import { type Actor, holds } from '../../../people/principal.ts';
import { partiesOf } from '../../actions/incidents/answer-incident.ts';
import { appealsUntil } from '../../appeals.ts';
import { heardUntil, type IncidentVerdict, isHeard } from '../../incidents.ts';
import type { IncidentRecord } from '../../record/incidents/incident-record.ts';
import { ANSWER_INCIDENT, APPEAL, DECIDE_INCIDENT, INCIDENT, RATING } from '../handles.ts';

export interface IncidentReader {
  readonly t: Translate;
  /** Null: everybody who reads a channel, which learns that there is one and nothing of what was said. */
  readonly person: Actor | null;
  readonly now: Date;
}

/** A complaint or an incident as it stands: what happened, what was said to it, the verdict and what it rests on. */
export function incidentCard(reader: IncidentReader, incident: IncidentRecord): Card {
  const { t, person } = reader;
  const { id, severity, verdict } = incident;
  const card = {
    tone: verdict === 'DISMISSED' ? ('good' as const) : ('warning' as const),
    title: t('ratings.incident.title', { severity: t(`ratings.incident.severity.${severity}`), id }),
    lead: leadOf(reader, incident),
  };
  if (person === null)
    return { ...card, facts: facts(t, incident).slice(0, 1), actions: [openButton(t, id)] };
  return {
    ...card,
    facts: facts(t, incident),
    sections: sections(t, incident),
    actions: buttons(reader, person, incident),
    ...(verdict === 'UPHELD' ? { footer: t('ratings.incident.counts') } : {}),
  };
}

/** To be read privately, by whoever may. */
const openButton = (t: Translate, subject: string): Button => ({
  label: t('ratings.incident.open'),
  tone: 'plain',
  handle: { ...RATING, action: INCIDENT, subject },
});

function leadOf({ t, now }: IncidentReader, incident: IncidentRecord): Text {
  const { verdict, openedAt, decidedAt } = incident;
  if (verdict === 'UPHELD' && decidedAt !== null)
    return t.text('ratings.incident.lead.UPHELD', { until: moment(appealsUntil(decidedAt)) });
  if (verdict !== null) return t(`ratings.incident.lead.${verdict}`);
  return isHeard(incident, now)
    ? t('ratings.incident.lead.heard')
    : t.text('ratings.incident.lead.open', { until: moment(heardUntil(openedAt)) });
}

const facts = (t: Translate, incident: IncidentRecord): readonly Fact[] => [
  { label: t('ratings.incident.provider'), value: incident.providerName },
  ...(incident.storeName === null ? [] : [{ label: t('ratings.incident.store'), value: incident.storeName }]),
  ...(incident.reportId === null
    ? []
    : [{ label: t('ratings.incident.report'), value: [{ code: incident.reportId }] }]),
  { label: t('ratings.incident.opened'), value: [moment(incident.openedAt)] },
];

function sections(t: Translate, { text, answers, verdict, basis }: IncidentRecord): readonly Section[] {
  return [
    { title: t('ratings.incident.text'), body: text },
    ...answers.map((answer) => ({ title: t(`ratings.incident.answer.${answer.side}`), body: answer.text })),
    ...(verdict === null || basis === null ? [] : [{ title: t('ratings.incident.basis'), body: basis }]),
  ];
}

function buttons({ t, now }: IncidentReader, person: Actor, incident: IncidentRecord): readonly Button[] {
  const { id, verdict, providerId, decidedAt } = incident;
  if (verdict === null) return [...answerButton(t, person, incident), ...verdictButtons(t, person, id)];
  const inTime = verdict === 'UPHELD' && decidedAt !== null && now <= appealsUntil(decidedAt);
  if (!inTime || !permitted('rating.appeal', person, { providerId }).allowed) return [];
  const handle = { ...RATING, action: APPEAL, subject: providerId, data: id };
  return [{ label: t('ratings.incident.appeal'), tone: 'plain', handle }];
}

function answerButton(t: Translate, person: Actor, incident: IncidentRecord): readonly Button[] {
  if (!permitted('rating.answer-incident', person, partiesOf(incident)).allowed) return [];
  const handle = { ...RATING, action: ANSWER_INCIDENT, subject: incident.id };
  // The store has had its say with the complaint itself; what it adds is no answer.
  return holds(person, 'PROVIDER_ADMIN', incident.providerId)
    ? [{ label: t('ratings.incident.say'), tone: 'primary', handle }]
    : [{ label: t('ratings.incident.add'), tone: 'plain', handle }];
}

function verdictButtons(t: Translate, person: Actor, subject: string): readonly Button[] {
  if (!permitted('rating.record', person).allowed) return [];
  const button = (data: IncidentVerdict, tone: Button['tone']): Button => ({
    label: t(`ratings.incident.decide.${data}`),
    tone,
    handle: { ...RATING, action: DECIDE_INCIDENT, subject, data },
  });
  return [button('UPHELD', 'primary'), button('DISMISSED', 'plain')];
}
