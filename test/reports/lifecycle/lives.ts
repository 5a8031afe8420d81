/** Random lives of a report: who tries what, on which day, with which facts. */
import fc from 'fast-check';
import type { Actor } from '../../../src/people/principal.ts';
import type { Change } from '../../../src/reports/lifecycle/change.ts';
import type { DecisionContext } from '../../../src/reports/lifecycle/context.ts';
import { decide } from '../../../src/reports/lifecycle/decide.ts';
import { editRevision } from '../../../src/reports/lifecycle/editing.ts';
import type { EventType, ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import type { KnownFacts } from '../../../src/reports/lifecycle/facts.ts';
import { EVENT_TYPES } from '../../../src/reports/lifecycle/table/transitions.ts';
import { availableActions } from '../../../src/reports/lifecycle/turns/available-actions.ts';
import { whoseTurn } from '../../../src/reports/lifecycle/turns/whose-turn.ts';
import { addDays, today } from '../../../src/reports/periods.ts';
import type { IsoDate, Report, ReportState } from '../../../src/reports/report.ts';
import { isRefused } from '../../../src/result.ts';
import {
  admin,
  aReport,
  aRequest,
  at,
  auditor,
  bothSides,
  context,
  facts,
  lead,
  owner,
  person,
  providerMember,
  reviewer,
  secondLead,
  secondOwner,
  secondReviewer,
  storeMember,
} from './cases.ts';
import { EVENTS } from './events.ts';

const DAY_MS = 86_400_000;
const BIRTH = new Date('2026-05-01T02:00:00Z');

/** A reviewer who also works for the provider, and an owner who does. */
const conflicted = person('cora', at('STAFF_REVIEWER'), at('PROVIDER_MEMBER'));
const doubleOwner = person('dora', at('STORE_OWNER'), at('PROVIDER_ADMIN'));
export const PEOPLE: readonly Actor[] = [
  owner,
  secondOwner,
  storeMember,
  admin,
  providerMember,
  reviewer,
  secondReviewer,
  lead,
  secondLead,
  auditor,
  bothSides,
  conflicted,
  doubleOwner,
];

export interface Attempt {
  /** Somebody whose turn it is, anybody at all, the clock, or whoever was last, clicking the same once more. */
  readonly who: 'awaited' | 'anybody' | 'clock' | 'again';
  readonly whom: number;
  readonly representing: Actor | null;
  /** Chooses among what a card offers this person, or among everything. */
  readonly choice: number;
  readonly guided: boolean;
  readonly haste: number;
  readonly known: KnownFacts;
  readonly unsure: boolean;
  /** Days from today, for dates that people name. */
  readonly ahead: number;
  readonly oddity: boolean;
}

const knownFacts: fc.Arbitrary<KnownFacts> = fc.record({
  revision: fc
    .record({ gmvGuarantee: fc.boolean(), terminationNoticeDays: fc.constantFrom(0, 30, 60) })
    .map((changes) => ({ ...facts().revision, ...changes })),
  deposit: fc
    .constantFrom(0, 1, 1, 1)
    .map((availableMinor) => ({ availableMinor, requiredMinor: 1, currency: 'CNY' })),
  blanks: fc.constantFrom<readonly string[]>([], [], [], [], [], [], [], ['QS03']),
  waiting: fc
    .record({
      lapsed: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
      remindersDelivered: fc.constantFrom(2, 3),
    })
    .map(({ lapsed, remindersDelivered }) => ({ lapseAt: lapsed ? BIRTH : null, remindersDelivered })),
  draftReminderSent: fc.boolean(),
});

const attempt: fc.Arbitrary<Attempt> = fc.record({
  who: fc.constantFrom('awaited', 'awaited', 'awaited', 'anybody', 'anybody', 'clock', 'again'),
  whom: fc.nat(1000),
  representing: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
  ),
  choice: fc.nat(1000),
  guided: fc.constantFrom(true, true, true, false),
  haste: fc.nat(1000),
  known: knownFacts,
  unsure: fc.constantFrom(false, false, true),
  ahead: fc.constantFrom(-1, 0, 0, 30, 60, 400),
  oddity: fc.constantFrom(false, false, false, false, true),
});

/** Enough to grow old. */
export const life: fc.Arbitrary<Life> = fc.record({
  bornIn: fc.constantFrom('DRAFT', 'DRAFT', 'STAFF_REVIEW', 'SCHEDULED', 'ACTIVE'),
  reportingStart: fc.constantFrom('2026-05-03', '2026-06-01', '2026-06-01'),
  attempts: fc.array(attempt, { minLength: 20, maxLength: 80 }),
});

export interface Life {
  /** Few lives that begin as a draft come far; some begin confirmed, some when the cooperation does. */
  readonly bornIn: ReportState;
  readonly reportingStart: IsoDate;
  readonly attempts: readonly Attempt[];
}

export interface Moment {
  readonly before: Report;
  readonly event: ReportEvent;
  readonly context: DecisionContext;
  readonly change: Change;
}

/** Lives it: whatever is refused leaves the report as it was. */
export function live({ bornIn, reportingStart, attempts }: Life): {
  readonly report: Report;
  readonly moments: readonly Moment[];
} {
  let report = aReport({
    state: bornIn,
    request: aRequest({ purchaseStart: reportingStart, reportingStart }),
    ...(bornIn === 'DRAFT' ? { revision: 0, revisionHash: null } : {}),
    revisionEditors: [],
    allEditors: ['olga'],
    createdAt: BIRTH,
  });
  let now = BIRTH;
  const moments: Moment[] = [];
  for (const one of attempts) {
    now = new Date(now.getTime() + daysPassed(report, one) * DAY_MS);
    const last = one.who === 'again' ? moments.at(-1) : undefined;
    const actor = last?.context.actor ?? actorOf(report, one);
    report = edited(report, one, actor);
    const by = circumstances(one, actor, now);
    const event = last?.event ?? eventOf(one, report, by);
    const result = decide(report, event, by);
    if (isRefused(result)) continue;
    moments.push({ before: report, event, context: by, change: result.ok });
    report = withDeadline(result.ok, now);
  }
  return { report, moments };
}

// While a report is filed days count; afterwards months pass.
function daysPassed({ state }: Report, { haste }: Attempt): number {
  const paces = FILING.includes(state) ? [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] : [0, 0, 0, 0, 0, 0, 15, 40, 90];
  return (state === 'DRAFT' && haste % 12 === 0 ? 25 : paces[haste % paces.length]) ?? 0;
}

const FILING: readonly ReportState[] = [
  'DRAFT',
  'REQUESTED',
  'FILLING',
  'STORE_CONFIRM',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
];

function actorOf(report: Report, { who, whom }: Attempt): Actor | 'clock' {
  if (who === 'clock') return 'clock';
  const { roles } = whoseTurn(report);
  const awaited = PEOPLE.filter(({ memberships }) => memberships.some(({ role }) => roles.includes(role)));
  const people = who === 'awaited' && awaited.length > 0 ? awaited : PEOPLE;
  return people[whom % people.length] ?? 'clock';
}

const circumstances = (one: Attempt, actor: Actor | 'clock', now: Date): DecisionContext =>
  context(actor, {
    now,
    today: today(now, 'Asia/Shanghai'),
    facts: { ...facts(), ...one.known },
    ...(one.representing === null || actor === 'clock' ? {} : { representing: [one.representing] }),
  });

/** Whoever of the provider comes by may write before anything else. */
function edited(report: Report, { unsure }: Attempt, actor: Actor | 'clock'): Report {
  if (actor === 'clock' || !unsure) return report;
  const result = editRevision(report, actor);
  return isRefused(result) ? report : result.ok;
}

// The calendar is the caller's: a deadline three days later will do here.
function withDeadline({ next, clock }: Change, now: Date): Report {
  if (clock.do === 'keep' || clock.do === 'stop') return next;
  return { ...next, deadline: { at: new Date(now.getTime() + 3 * DAY_MS), estimated: false } };
}

function eventOf(one: Attempt, report: Report, by: DecisionContext): ReportEvent {
  if (by.actor === 'clock') return EVENTS.tick;
  const offered = availableActions(report, by.actor, () => by)
    .filter(({ enabled }) => enabled)
    .flatMap(({ action }) => (action === 'approve' ? [action, action, action] : [action]));
  const types = (one.guided && offered.length > 0 ? offered : EVENT_TYPES).filter((type) =>
    mayEnd(type, one),
  );
  const type = types[one.choice % types.length] ?? 'tick';
  return filledIn(EVENTS[type], one, report, by);
}

/** Possible nearly always; taken at every chance, no report would live to see its first day. */
const EARLY_ENDS: readonly EventType[] = ['withdraw', 'decline', 'reject'];

const mayEnd = (type: EventType, { haste }: Attempt): boolean =>
  haste % 15 === 0 || !EARLY_ENDS.includes(type);

function filledIn(event: ReportEvent, one: Attempt, report: Report, by: DecisionContext): ReportEvent {
  const date = one.oddity ? 'soon' : addDays(by.today, one.ahead);
  switch (event.type) {
    case 'approve':
      return { type: 'approve', unsure: one.unsure };
    case 'submit':
      return { type: 'submit', revisionHash: `hash-of-${report.revision + 1}` };
    case 'confirm':
      return { ...event, clickedHash: one.oddity ? 'older' : (report.revisionHash ?? '') };
    case 'askInformation':
      return { ...event, from: one.unsure ? 'store' : 'provider' };
    case 'giveNotice':
      return { ...event, effectiveOn: date };
    case 'proposeEnd':
      return { ...event, date };
    case 'agreeEnd':
      return { ...event, date: one.oddity ? date : (report.proposal?.date ?? date) };
    case 'proposeTermination':
      return { ...event, ground: one.unsure ? 'NOT_CURED' : 'FRAUD', effectiveOn: date };
    default:
      return event;
  }
}
