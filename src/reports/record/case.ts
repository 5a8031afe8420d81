import type { App } from '../../app.ts';
import type { Delegation } from '../../people/delegation/delegation.ts';
import { ROLES, type Role } from '../../people/principal.ts';
import {
  type BusinessCalendar,
  businessCalendar,
  CHINA_CALENDAR,
} from '../../reminders/calendar/calendar.ts';
import type { FieldValues } from '../fields/field-values.ts';
import type { RevisionFields } from '../fields/revision-fields.ts';
import type { Report } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import { caseQuery } from './case-query.ts';
import { one, reportFromRow, rulesFromRow } from './report-row.ts';
import type {
  CaseRow,
  CommentRow,
  ConfirmationRow,
  EvidenceRow,
  ItemSnapshot,
  OtherReportRow,
  PartyRow,
  ProviderRow,
  StoreDetails,
} from './rows.ts';
import { delegationsFrom } from './stand-ins/delegations.ts';

export interface PartyPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The first task that they were ever given; null: none yet. */
  readonly firstTask: { readonly reportId: string; readonly stateSeq: number } | null;
}

/** A store or a provider as one of the two parties of a case. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly legalEntity: string;
  readonly controlGroup: string | null;
  readonly zone: string;
  readonly calendar: BusinessCalendar;
  readonly people: readonly PartyPerson[];
}

export interface FrozenRevision {
  readonly number: number;
  readonly hash: string;
  readonly fields: RevisionFields;
}

/** One case with all that the rules and the cards ask about it. */
export interface Case {
  readonly report: Report;
  readonly rules: RuleSet;
  readonly store: Party;
  readonly storeCategories: readonly string[];
  readonly storeDetails: StoreDetails;
  readonly provider: Party;
  readonly standing: ProviderRow;
  /** As they read when the request was sent; while a draft, as they read now. */
  readonly items: readonly ItemSnapshot[];
  readonly offeredItems: readonly ItemSnapshot[];
  readonly qualifications: CaseRow['qualifications'];
  readonly others: readonly OtherReportRow[];
  readonly evidence: readonly EvidenceRow[];
  /** The revision that was submitted last. */
  readonly current: FrozenRevision | null;
  readonly draft: { readonly values: FieldValues; readonly editors: readonly string[] };
  readonly confirmation: ConfirmationRow | null;
  readonly contractNosInUse: readonly string[];
  readonly terminatedForCause: boolean;
  readonly requestedAt: Date | null;
  readonly staff: readonly PartyPerson[];
  /** Active now, of anybody at the two parties and the platform, for the role or for this case. */
  readonly delegations: readonly Delegation[];
  /** Everything that was said of the case, oldest first. */
  readonly comments: readonly CommentRow[];
  readonly remindersDelivered: number;
  readonly draftReminderSent: boolean;
  /** A system of the provider's own listens to what happens to its reports. */
  readonly webhooks: boolean;
}

/** What the clocks of a case are computed from. */
export interface CaseClocks extends Pick<Case, 'report' | 'rules' | 'draftReminderSent'> {
  readonly store: Pick<Party, 'zone' | 'calendar'>;
  readonly provider: Pick<Party, 'calendar'>;
}

/** Staff work on the default calendar until the platform says otherwise (domain-rules §2). */
export const PLATFORM_CALENDAR = CHINA_CALENDAR;

/** Null when there is no such report. */
export async function loadCase(app: Pick<App, 'database' | 'clock'>, reportId: string): Promise<Case | null> {
  const [row] = await app.database.query<CaseRow>(caseQuery(reportId, app.clock.now()));
  return row ? caseFromRow(row) : null;
}

function caseFromRow(row: CaseRow): Case {
  const report = reportFromRow(row.report);
  const [store, provider, staff] = [party(row.store), party(row.provider), people(row.staff)];
  const chosen = row.offered_items.filter(({ id }) => report.request.serviceItemIds.includes(id));
  return {
    report,
    rules: rulesFromRow(row.report),
    store,
    storeCategories: row.store_categories,
    storeDetails: row.report.store_details,
    provider,
    standing: row.standing,
    items: row.report.item_snapshot.length > 0 ? row.report.item_snapshot : chosen,
    offeredItems: row.offered_items,
    qualifications: row.qualifications,
    others: row.others,
    evidence: row.evidence,
    current: row.current,
    draft: row.draft ?? { values: {}, editors: [] },
    confirmation: row.confirmation,
    contractNosInUse: row.contract_nos,
    terminatedForCause: row.terminated_for_cause,
    requestedAt: row.requested_at === null ? null : new Date(row.requested_at),
    staff,
    delegations: delegationsFrom(row.delegations, (id) => {
      if (id === store.id) return store.people;
      return id === provider.id ? provider.people : staff;
    }),
    comments: row.comments,
    remindersDelivered: row.reminders_delivered,
    draftReminderSent: row.draft_reminder_sent,
    webhooks: row.webhooks,
  };
}

function party(row: PartyRow): Party {
  return {
    id: row.id,
    name: row.name,
    legalEntity: row.legal_entity,
    controlGroup: row.control_group,
    zone: row.time_zone,
    calendar: businessCalendar({ country: row.country, zone: row.time_zone }),
    people: people(row.people),
  };
}

const people = (rows: PartyRow['people']): readonly PartyPerson[] =>
  rows.map(({ role, ...person }) => ({ ...person, role: one(ROLES, role) }));
