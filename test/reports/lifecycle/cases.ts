/** A case in order, and the people around it; each test says only what differs. */
import type { Actor, Membership, Role } from '../../../src/people/principal.ts';
import type { Change } from '../../../src/reports/lifecycle/change.ts';
import type { DecisionContext } from '../../../src/reports/lifecycle/context.ts';
import { decide } from '../../../src/reports/lifecycle/decide.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import type {
  EvidenceFile,
  KnownFacts,
  OtherReport,
  ReportFacts,
} from '../../../src/reports/lifecycle/facts.ts';
import type { ExceptionCode, Proposal, Report, RequestedException } from '../../../src/reports/report.ts';
import { DEFAULT_RULES } from '../../../src/reports/rules.ts';
import { isRefused, type Refusal, type Result, refusalsOf } from '../../../src/result.ts';

export const STORE = 'st_9';
export const PROVIDER = 'prv_1';
const PLATFORM = 'platform';
export const NOW = new Date('2026-05-12T02:00:00Z');
export const TODAY = '2026-05-12';
export const HASH = '8aff192979716a6302b28a5d9d33751a3afb279ed2e8dac84094f1bc976f0baa';

const HOME: Readonly<Record<Role, string>> = {
  STORE_OWNER: STORE,
  STORE_MEMBER: STORE,
  PROVIDER_ADMIN: PROVIDER,
  PROVIDER_MEMBER: PROVIDER,
  STAFF_REVIEWER: PLATFORM,
  STAFF_LEAD: PLATFORM,
  AUDITOR: PLATFORM,
};

export const at = (role: Role, organisationId = HOME[role]): Membership => ({ role, organisationId });
export const person = (principalId: string, ...memberships: readonly Membership[]): Actor => ({
  principalId,
  memberships,
});

export const owner = person('olga', at('STORE_OWNER'));
export const secondOwner = person('oskar', at('STORE_OWNER'));
export const storeMember = person('mia', at('STORE_MEMBER'));
export const admin = person('adam', at('PROVIDER_ADMIN'));
export const providerMember = person('mei', at('PROVIDER_MEMBER'));
export const reviewer = person('rosa', at('STAFF_REVIEWER'));
export const secondReviewer = person('remy', at('STAFF_REVIEWER'));
export const lead = person('lena', at('STAFF_LEAD'));
export const secondLead = person('liam', at('STAFF_LEAD'));
export const auditor = person('anna', at('AUDITOR'));
/** Owns the store and runs the provider. */
export const bothSides = person('bo', at('STORE_OWNER'), at('PROVIDER_ADMIN'));
export const strangerOwner = person('sven', at('STORE_OWNER', 'st_other'));

export function aReport(changes: Partial<Report> = {}): Report {
  return {
    id: 'CR-2026-000123',
    storeId: STORE,
    providerId: PROVIDER,
    entryChannel: 'REPORT',
    state: 'DRAFT',
    stateSeq: 7,
    previousState: null,
    stateSince: new Date('2026-05-11T08:00:00Z'),
    request: aRequest(),
    reportingEnd: '2027-05-31',
    revision: 1,
    revisionHash: HASH,
    rounds: 0,
    roundsAllowed: 3,
    infoFrom: null,
    deadline: null,
    pausedMinutes: null,
    assignedTo: null,
    proposal: null,
    notice: null,
    revisionEditors: ['adam', 'mei'],
    allEditors: ['olga', 'adam', 'mei'],
    createdAt: new Date('2026-04-30T02:00:00Z'),
    ...changes,
  };
}

export function aRequest(changes: Partial<Report['request']> = {}): Report['request'] {
  return {
    serviceItemIds: ['item_1'],
    serviceScope: ['OPERATIONS'],
    primaryOperator: false,
    purchaseStart: '2026-06-01',
    purchaseMonths: 12,
    reportingStart: '2026-06-01',
    reportingMonths: 12,
    exceptions: [],
    renewsReportId: null,
    ...changes,
  };
}

export const anException = (
  code: ExceptionCode,
  text = 'The contract was agreed so by both sides',
): RequestedException => ({
  code,
  text,
  requestedBy: 'olga',
});

export const anotherReport = (changes: Partial<OtherReport> = {}): OtherReport => ({
  id: 'CR-2026-000007',
  storeId: STORE,
  providerId: 'prv_2',
  state: 'ACTIVE',
  serviceScope: ['OPERATIONS'],
  primaryOperator: false,
  reportingStart: '2026-01-01',
  reportingEnd: '2026-12-31',
  noticeEffectiveOn: null,
  ...changes,
});

export const aContract = (): EvidenceFile => ({
  fileName: 'contract.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1_000_000,
  sha256: HASH,
  scanned: true,
  coversFrom: '2026-01-01',
  coversUntil: '2028-12-31',
});

export const facts = (changes: Partial<ReportFacts> = {}): ReportFacts => ({
  provider: { recognisedUntil: '2028-12-31', barred: false, watched: false },
  legalEntities: { store: 'Aurora Trading Ltd', provider: 'Hangzhou Bridge Co.', commonControl: false },
  otherReports: [],
  requestedOn: '2026-04-30',
  revision: {
    contractSignedOn: '2026-04-01',
    relatedParty: 'NONE',
    gmvGuarantee: false,
    ownRemedyText: false,
    terminationNoticeDays: 30,
  },
  blanks: [],
  mustTick: [],
  deposit: { availableMinor: 5_000_000, requiredMinor: 5_000_000, currency: 'CNY' },
  qualifications: [{ kind: 'LICENCE', validUntil: '2030-01-01' }],
  evidence: [aContract()],
  pairTerminatedForCause: false,
  waiting: { lapseAt: null, remindersDelivered: 0 },
  draftReminderSent: false,
  ...changes,
});

export const context = (actor: Actor | 'clock', changes: Partial<DecisionContext> = {}): DecisionContext => ({
  now: NOW,
  today: TODAY,
  actor,
  rules: DEFAULT_RULES,
  facts: facts(),
  ...changes,
});

export const knowing = (actor: Actor | 'clock', known: KnownFacts): DecisionContext =>
  context(actor, { facts: { ...facts(), ...known } });

export const aProposal = (changes: Partial<Proposal> = {}): Proposal => ({
  kind: 'APPROVE',
  by: 'rosa',
  onBehalfOf: [],
  role: 'STAFF_REVIEWER',
  side: null,
  at: NOW,
  date: null,
  reason: 'SHORT_TERM',
  ...changes,
});

export function accepted<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(`Refused: ${codes(result).join(', ')}`);
  return result.ok;
}

export const codes = (refusal: Refusal): readonly string[] =>
  refusalsOf(refusal).map(({ refused }) => refused);

/** What decide refuses with, as codes; empty when it does not. */
export const refusedWith = (report: Report, event: ReportEvent, by: DecisionContext): readonly string[] => {
  const result = decide(report, event, by);
  return isRefused(result) ? codes(result) : [];
};

export const decided = (report: Report, event: ReportEvent, by: DecisionContext): Change =>
  accepted(decide(report, event, by));
