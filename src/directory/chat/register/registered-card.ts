import type { Card, Fact } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import type { RegisteredKind } from '../../actions/organisation-fields.ts';
import { categoryName } from '../../categories.ts';
import { type CommonControl, underCommonControl } from '../../records/common-control.ts';
import { findProvider, findStore, type OrganisationRecord } from '../../records/organisation.ts';
import { findStanding } from '../../records/standing-record.ts';
import { standingFacts } from '../standing/standing-facts.ts';

/** Who may be invited first: the one who can invite the others. */
const FIRST_ROLE = { STORE: 'STORE_OWNER', PROVIDER: 'PROVIDER_ADMIN' } as const;

/** What is on record now, and the line to send next. */
export async function registeredCard(talk: Known, kind: RegisteredKind, id: string): Promise<Card> {
  const { t, app } = talk;
  const [record, kept, control] = await Promise.all([
    kind === 'STORE' ? findStore(app, id) : findProvider(app, id),
    kind === 'STORE' ? null : findStanding(app, id),
    underCommonControl(app, id),
  ]);
  if (!record) throw new Error(`The organisation ${id} was registered, but is not on record.`);
  return {
    tone: 'good',
    title: record.name,
    lead: t.text('directory.registered.lead', {
      command: { code: `/staff invite ${FIRST_ROLE[kind]} ${id}` },
    }),
    facts: [
      ...organisationFacts(talk, record),
      ...(control ? [controlFact(talk, control)] : []),
      ...(kept ? standingFacts(talk, kept.standing) : []),
    ],
    ...(kind === 'STORE'
      ? {}
      : { footer: t.text('directory.registered.footer', { command: { code: `/staff standing ${id}` } }) }),
  };
}

function organisationFacts({ t, locale }: Known, record: OrganisationRecord): readonly Fact[] {
  const { id, legalEntity, country, timeZone, categories } = record;
  const names = categories.map((code) => categoryName(code, locale)).join(t('common.comma'));
  return [
    { label: t('directory.registered.id'), value: [{ code: id }] },
    { label: t('directory.fact.legal-entity'), value: legalEntity },
    { label: t('directory.registered.country'), value: country },
    { label: t('directory.registered.zone'), value: timeZone },
    { label: t('directory.fact.categories'), value: names },
  ];
}

/** Others are named, so that a group that was spelt differently is seen at once. */
const controlFact = ({ t }: Known, { group, others }: CommonControl): Fact => ({
  label: t('directory.registered.group', { group }),
  value: others.length === 0 ? t('directory.registered.group-alone') : others.join(t('common.comma')),
});
