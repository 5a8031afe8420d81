import type { Card } from '../../../chat/card.ts';
import type { Command, Known } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { ROLE_ORGANISATION } from '../../../people/principal.ts';
import { type IncidentLine, incidentsOf, openIncidents } from '../../record/incidents/listing.ts';
import { INCIDENT, RATING } from '../handles.ts';

/** `/rating incidents`: for staff what waits for a verdict, for everybody else what one's own organisation is part of. */
export const ratingIncidents: Command = {
  area: 'rating',
  verb: 'incidents',
  options: [],
  who: 'rating.incidents',
  effect: 'read',
  run: async (talk) => {
    const memberships = membershipsFor('rating.incidents', talk.person);
    const staff = memberships.some(({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM');
    const own = memberships.map(({ organisationId }) => organisationId);
    const lines = staff ? await openIncidents(talk.app) : await incidentsOf(talk.app, own);
    return { kind: 'card', card: listCard(talk, lines, staff) };
  },
};

function listCard({ t }: Known, lines: readonly IncidentLine[], staff: boolean): Card {
  if (lines.length === 0)
    return { tone: 'good', title: t(`ratings.incident.none.${staff ? 'open' : 'own'}`) };
  return {
    tone: 'neutral',
    title: t(`ratings.incident.list.${staff ? 'open' : 'own'}`),
    sections: [
      {
        list: lines.map(({ id, severity, providerName, openedAt, verdict }) =>
          t.text('ratings.incident.line', {
            id: { code: id },
            severity: t(`ratings.incident.severity.${severity}`),
            provider: providerName,
            opened: moment(openedAt),
            state: t(`ratings.incident.state.${verdict ?? 'OPEN'}`),
          }),
        ),
      },
    ],
    actions: lines.map(({ id }) => ({
      label: id,
      tone: 'plain' as const,
      handle: { ...RATING, action: INCIDENT, subject: id },
    })),
  };
}
