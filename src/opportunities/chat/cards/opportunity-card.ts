import type { App } from '../../../app.ts';
import type { Card, Tone } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Audience } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { type Actor, holds } from '../../../people/principal.ts';
import type { OpportunityState } from '../../lifecycle/states.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { meetingsOf } from '../../record/read/meetings.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { type CloseProvider, closeOf, type ListedPlace, placesOf } from '../../record/read/places.ts';
import { brandButtons, providerButtons, type Situation, staffButtons } from './buttons.ts';
import { groundsSection } from './grounds.ts';
import { leadOf, providerLead } from './leads.ts';
import { needFacts } from './need-facts.ts';
import { closeSections, detailsOf, slateSections, type WithMeetings } from './sections.ts';

type Needs = Pick<App, 'database' | 'clock'>;

/** What one reader may see of an opportunity; null: nothing. Staff see all of it, the brand its slate, a provider its place. */
export async function drawOpportunity(app: Needs, audience: Audience, id: string): Promise<Card | null> {
  const { person } = audience;
  const opportunity = person && (await findOpportunity(app, id));
  if (!opportunity) return null;
  const [places, meetings] = await Promise.all([placesOf(app, id), meetingsOf(app, id)]);
  const situation = { opportunity, places, meetings, now: app.clock.now() };
  if (permitted('opportunity.slate', person).allowed) {
    const close = await closeOf(app, id);
    const mayAct = permitted('opportunity.post', person).allowed;
    return staffCard(audience, { ...situation, close, mayAct });
  }
  if (opportunity.state === 'DRAFT') return null;
  if (ownsBrand(person, opportunity)) return brandCard(audience, situation);
  const place = places.find(({ providerId }) => isOf(person, providerId));
  return place ? providerCard(audience, situation, place) : null;
}

const ownsBrand = (person: Actor, { storeId }: Opportunity): boolean =>
  storeId !== null && holds(person, 'STORE_OWNER', storeId);

const isOf = ({ memberships }: Actor, providerId: string): boolean =>
  memberships.some(({ organisationId }) => organisationId === providerId);

const TONES: Readonly<Record<OpportunityState, Tone>> = {
  DRAFT: 'neutral',
  PUBLISHED: 'waiting',
  SLATE_SENT: 'waiting',
  INTERESTED: 'waiting',
  MEETING: 'waiting',
  WON: 'good',
  LOST: 'neutral',
  WITHDRAWN: 'neutral',
};

interface StaffSituation extends WithMeetings {
  readonly close: readonly CloseProvider[];
  /** An auditor only reads. */
  readonly mayAct: boolean;
}

function staffCard(reader: Reader, situation: StaffSituation): Card {
  const { t } = reader;
  const { opportunity, close, mayAct } = situation;
  return {
    ...head(reader, opportunity, opportunity.brand),
    lead: leadOf(reader, situation),
    sections: [
      ...detailsOf(reader, opportunity),
      ...slateSections(reader, situation),
      ...closeSections(reader, close),
    ],
    actions: mayAct ? staffButtons(reader, situation) : [],
    footer: t.text('opportunities.id', { id: { code: opportunity.id } }),
  };
}

function brandCard(reader: Reader, situation: WithMeetings): Card {
  const { opportunity } = situation;
  return {
    ...head(reader, opportunity, opportunity.brand),
    lead: leadOf(reader, situation),
    sections: [...detailsOf(reader, opportunity), ...slateSections(reader, situation)],
    actions: brandButtons(reader, situation),
    footer: reader.t('opportunities.no-paid-places'),
  };
}

function providerCard(reader: Reader, situation: Situation, place: ListedPlace): Card {
  const { t } = reader;
  const { opportunity } = situation;
  const known = !opportunity.confidential || place.answer === 'INTERESTED';
  return {
    ...head(reader, opportunity, known ? opportunity.brand : t('opportunities.confidential-brand')),
    lead: providerLead(reader, opportunity, place),
    // Free words may name a brand that is to stay unnamed.
    sections: [...(known ? detailsOf(reader, opportunity) : []), groundsSection(reader, place)],
    actions: providerButtons(reader, situation, place),
    footer: t.text('opportunities.id', { id: { code: opportunity.id } }),
  };
}

const head = (reader: Reader, opportunity: Opportunity, brand: string): Omit<Card, 'sections'> => ({
  tone: TONES[opportunity.state],
  title: reader.t('opportunities.title', { brand }),
  facts: [
    {
      label: reader.t('opportunities.fact.state'),
      value: reader.t(`opportunities.state.${opportunity.state}`),
    },
    ...needFacts(reader, opportunity),
    ...(opportunity.confidential
      ? [
          {
            label: reader.t('opportunities.fact.confidential'),
            value: reader.t('opportunities.confidential'),
          },
        ]
      : []),
  ],
});
