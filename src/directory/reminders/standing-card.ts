import type { App } from '../../app.ts';
import type { Card } from '../../chat/card.ts';
import { codeWord } from '../../chat/messages/codes.ts';
import { day, type Text } from '../../chat/text.ts';
import type { Audience, CardView } from '../../delivery/view.ts';
import { holds } from '../../people/principal.ts';
import { today } from '../../reports/periods.ts';
import { DEFAULT_RULES } from '../../reports/rules.ts';
import { findStanding, type StandingRecord } from '../records/standing-record.ts';
import { depositCure } from './deposit-cure.ts';

export const STANDING_VIEW = 'standing';

/** A provider's own deadlines, for its people and for staff: the deposit is nobody else's business. */
export const standingView: CardView = {
  name: STANDING_VIEW,
  draw: async (app, audience, subject) => {
    const { person } = audience;
    const mine = person?.memberships.some(({ organisationId }) => organisationId === subject);
    if (!person || !(mine || holds(person, 'STAFF_LEAD'))) return null;
    const kept = await findStanding(app, subject);
    return kept === null ? null : [await standingCard(app, audience, { id: subject, ...kept })];
  },
};

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly standing: StandingRecord;
}

async function standingCard(
  app: Pick<App, 'database' | 'clock'>,
  { t, zone }: Audience,
  { id, name, standing }: Shown,
): Promise<Card> {
  const until = await depositCure(app, id);
  const list: readonly Text[] = [
    ...(until === null
      ? []
      : [t.text('reminders.standing.deposit', { ...shortfall(t, standing), until: day(until) })]),
    ...expiries(standing).map(([kind, date]) =>
      t.text(
        date < today(app.clock.now(), zone) ? 'reminders.standing.expired' : 'reminders.standing.expires',
        {
          kind: t(`reports.qualification.${kind}`),
          date: day(date),
        },
      ),
    ),
  ];
  return {
    tone: until === null ? 'waiting' : 'warning',
    title: t('reminders.standing.title', { name }),
    lead: t('reminders.standing.lead'),
    sections: [{ list }],
  };
}

function shortfall(
  t: Audience['t'],
  { depositAvailableMinor, depositCurrency: currency }: StandingRecord,
): Readonly<Record<'missing' | 'required', ReturnType<typeof codeWord>>> {
  const money = (minor: number) => codeWord(t, 'deposit', { minor, currency });
  const required = DEFAULT_RULES.depositRequiredMinor;
  return { missing: money(required - depositAvailableMinor), required: money(required) };
}

function expiries(standing: StandingRecord): readonly (readonly [kind: string, date: string])[] {
  const { licenceUntil, authorisationUntil, recognisedUntil } = standing;
  const dated: readonly (readonly [string, string | null])[] = [
    ['LICENCE', licenceUntil],
    ['AUTHORISATION', authorisationUntil],
    ['RECOGNITION', recognisedUntil],
  ];
  return dated.flatMap(([kind, date]) => (date === null ? [] : [[kind, date] as const]));
}
