import type { App } from '../../app.ts';
import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Delegation } from '../../people/delegation/delegation.ts';
import { activeAt } from '../../people/delegation/record.ts';
import type { Member } from '../../people/delegation/resolve.ts';
import { heldToday } from '../../people/delegation/resolve.ts';
import { ROLES } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { type BusinessCalendar, businessCalendar } from '../../reminders/calendar/calendar.ts';
import { PLATFORM_CALENDAR } from '../record/case.ts';
import { remindersDelivered } from '../record/reminders-delivered.ts';
import { one, stateOf } from '../record/report-row.ts';
import { DEFAULT_RULES } from '../rules.ts';
import { awaitedSide, type WaitingCase } from './reach.ts';
import type { CasePeople } from './receivers.ts';

/** A case as its reminders see it, and where its people are found. */
interface FoundCase extends WaitingCase {
  readonly id: string;
  readonly storeId: string;
  readonly providerId: string;
}

export interface WaitingCases {
  readonly cases: ReadonlyMap<string, FoundCase>;
  readonly peopleOf: (found: FoundCase) => CasePeople;
  /** Of whoever is awaited. */
  readonly calendarOf: (found: FoundCase) => BusinessCalendar;
}

interface CaseRow extends Omit<FoundCase, 'state'> {
  readonly state: string;
}

interface OrganisationRow {
  readonly id: string;
  readonly country: string;
  readonly timeZone: string;
  readonly members: readonly { readonly id: string; readonly role: string }[];
}

/** Many cases in four statements, whoever their people are. */
export async function waitingCases(
  app: Pick<App, 'database' | 'clock'>,
  ids: readonly string[],
): Promise<WaitingCases> {
  const rows = await app.database.query<CaseRow>(casesQuery(ids));
  const parties = [...new Set(rows.flatMap(({ storeId, providerId }) => [storeId, providerId]))];
  const [organisations, staff, delegations] = await Promise.all([
    parties.length === 0 ? [] : app.database.query<OrganisationRow>(organisationsQuery(parties)),
    app.database.query<{ id: string; role: string }>(STAFF),
    activeAt(app, [...parties, PLATFORM_ORGANISATION], app.clock.now()),
  ]);
  const byId = new Map(organisations.map((row) => [row.id, row]));
  const membersOf = (id: string): readonly Member[] => (byId.get(id)?.members ?? []).map(member);
  return {
    cases: new Map(rows.map((row) => [row.id, { ...row, state: stateOf(row.state) }])),
    peopleOf: ({ id, storeId, providerId }) => {
      const people = { store: membersOf(storeId), provider: membersOf(providerId), staff: staff.map(member) };
      const places = [storeId, providerId, PLATFORM_ORGANISATION];
      const reaching = delegations.filter(
        ({ organisationId, reportId }) =>
          places.includes(organisationId) && (reportId === null || reportId === id),
      );
      return { ...people, delegations: heldBy(people, reaching) };
    },
    calendarOf: (found) => {
      const side = awaitedSide(found);
      const party = side === null ? undefined : byId.get(side === 'store' ? found.storeId : found.providerId);
      return party ? businessCalendar({ country: party.country, zone: party.timeZone }) : PLATFORM_CALENDAR;
    },
  };
}

/** A role belongs to one kind of organisation, so that of a case's people it says where they have it. */
const heldBy = (
  { store, provider, staff }: Omit<CasePeople, 'delegations'>,
  delegations: readonly Delegation[],
): readonly Delegation[] =>
  heldToday(delegations, (id, { role }) =>
    [...store, ...provider, ...staff].some((person) => person.id === id && person.role === role),
  );

const member = ({ id, role }: { readonly id: string; readonly role: string }): Member => ({
  id,
  role: one(ROLES, role),
});

const casesQuery = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.state, r.info_from AS "infoFrom", r.proposal, r.assigned_to AS "assignedTo", r.store_id AS "storeId",
    r.provider_id AS "providerId",
    ${remindersDelivered} AS delivered,
    COALESCE((r.rules->>'lapseRemindersNeeded')::int, ${DEFAULT_RULES.lapseRemindersNeeded}::int) AS "deliveriesNeeded"
  FROM report r WHERE r.id IN (${Prisma.join([...ids])})`;

const organisationsQuery = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT o.id, o.country, o.time_zone AS "timeZone", COALESCE((
      SELECT jsonb_agg(jsonb_build_object('id', m.principal_id, 'role', m.role) ORDER BY m.since, m.principal_id)
      FROM membership m WHERE m.organisation_id = o.id), '[]') AS members
  FROM organisation o WHERE o.id IN (${Prisma.join([...ids])})`;

const STAFF = Prisma.sql`
  SELECT principal_id AS id, role FROM membership WHERE role IN ('STAFF_REVIEWER', 'STAFF_LEAD')
  ORDER BY since, principal_id`;
