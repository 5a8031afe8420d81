/**
 * Who may do what: one line for every action of the product. `on` says where the role must be held: at the store or the
 * provider of the record in question, at the platform, or anywhere. Separation of duties comes on top
 * (separation-of-duties.ts), and so does whose turn it is (reports/lifecycle).
 */
import { ROLES, type Role } from './principal.ts';

export const PLACES = ['own-store', 'own-provider', 'own-case', 'platform', 'anywhere'] as const;
export type PolicyPlace = (typeof PLACES)[number];

export interface Policy {
  readonly roles: readonly Role[];
  readonly on: PolicyPlace;
}

const STORE = ['STORE_OWNER', 'STORE_MEMBER'] as const;
const PROVIDER = ['PROVIDER_ADMIN', 'PROVIDER_MEMBER'] as const;
const STAFF = ['STAFF_REVIEWER', 'STAFF_LEAD'] as const;
const PARTIES = ['STORE_OWNER', 'PROVIDER_ADMIN'] as const;
const EVERYBODY = ROLES;
const WITH_TASKS = [...STORE, ...PROVIDER, ...STAFF] as const;

const may = <const R extends readonly Role[]>(on: PolicyPlace, roles: R) => ({ on, roles });

export const POLICIES = {
  'report.new': may('own-store', STORE),
  'report.draft': may('own-store', STORE),
  'report.request': may('own-store', ['STORE_OWNER']),
  'report.accept': may('own-provider', ['PROVIDER_ADMIN']),
  'report.decline': may('own-provider', ['PROVIDER_ADMIN']),
  'report.fill': may('own-provider', PROVIDER),
  'report.submit': may('own-provider', ['PROVIDER_ADMIN']),
  'report.confirm': may('own-store', ['STORE_OWNER']),
  'report.return': may('own-store', ['STORE_OWNER']),
  'report.withdraw': may('own-store', ['STORE_OWNER']),
  'report.answer': may('own-case', PARTIES),
  'report.attach': may('own-case', [...STORE, ...PROVIDER]),
  'report.comment': may('own-case', [...STORE, ...PROVIDER, ...STAFF]),
  'report.notice': may('own-case', PARTIES),
  'report.withdraw-notice': may('own-case', PARTIES),
  'report.consent-to-stay': may('own-case', PARTIES),
  'report.propose-end': may('own-case', PARTIES),
  'report.agree-end': may('own-case', PARTIES),
  'report.handover': may('own-case', PARTIES),
  /** QS09: around the clock, while the cooperation is in effect. */
  'report.urgent': may('own-case', ['STORE_OWNER', ...PROVIDER]),
  'urgent.acknowledge': may('own-provider', PROVIDER),
  'report.renew': may('own-store', ['STORE_OWNER']),
  'report.list': may('anywhere', EVERYBODY),
  'report.show': may('own-case', EVERYBODY),
  'report.history': may('own-case', EVERYBODY),
  'report.export': may('own-case', [...PARTIES, ...STAFF, 'AUDITOR']),

  'inbox.show': may('anywhere', EVERYBODY),

  'provider.search': may('anywhere', EVERYBODY),
  'provider.show': may('anywhere', EVERYBODY),
  'provider.items': may('own-provider', ['PROVIDER_ADMIN']),
  /** Markets, languages and budgets: what a brand's need is matched with. */
  'provider.profile': may('own-provider', ['PROVIDER_ADMIN', 'STAFF_LEAD']),

  'staff.queue': may('platform', [...STAFF, 'AUDITOR']),
  'staff.approve': may('platform', STAFF),
  'staff.approve-bulk': may('platform', STAFF),
  'staff.return': may('platform', STAFF),
  'staff.ask': may('platform', STAFF),
  'staff.reject': may('platform', STAFF),
  'staff.reinstate': may('platform', STAFF),
  'staff.suspend': may('platform', ['STAFF_LEAD']),
  'staff.terminate': may('platform', ['STAFF_LEAD']),
  'staff.confirm-termination': may('platform', STAFF),
  'staff.grant-round': may('platform', ['STAFF_LEAD']),
  'staff.assign': may('platform', ['STAFF_LEAD']),
  'staff.claim': may('platform', STAFF),
  'staff.invite': may('own-case', ['STAFF_LEAD', ...PARTIES]),
  /** Takes a chat account away from somebody: lost, stolen, or linked to the wrong person. */
  'staff.unlink': may('platform', ['STAFF_LEAD']),
  'staff.digest': may('platform', [...STAFF, 'AUDITOR']),
  /** Puts stores and providers on record. */
  'staff.register': may('platform', ['STAFF_LEAD']),
  /** Recognition, barring, deposit and qualifications of a provider: what the platform alone knows. */
  'staff.standing': may('platform', ['STAFF_LEAD']),
  /** That a store closed, so that nobody counts as having lost it. */
  'staff.close-store': may('platform', ['STAFF_LEAD']),
  'staff.import': may('platform', ['STAFF_LEAD']),
  'staff.rules': may('anywhere', EVERYBODY),
  'staff.dead-letters': may('platform', ['STAFF_LEAD']),

  'rating.show': may('anywhere', EVERYBODY),
  'rating.calendar': may('anywhere', EVERYBODY),
  /** Every input and deduction of one's own rating. */
  'rating.why': may('own-provider', [...PROVIDER, ...STAFF, 'AUDITOR']),
  'rating.simulate': may('own-provider', [...PROVIDER, ...STAFF, 'AUDITOR']),
  'rating.survey': may('own-store', ['STORE_OWNER']),
  'rating.appeal': may('own-provider', ['PROVIDER_ADMIN']),
  /** About the provider of one of its reports. */
  'rating.complain': may('own-store', ['STORE_OWNER']),
  'rating.incidents': may('own-case', [...STORE, ...PROVIDER, ...STAFF, 'AUDITOR']),
  'rating.answer-incident': may('own-case', PARTIES),
  'rating.checks': may('own-case', [...STORE, ...PROVIDER, ...STAFF, 'AUDITOR']),
  /** What was measured of a filed standard. */
  'rating.check': may('own-provider', [...PROVIDER, ...STAFF]),
  /** That the store itself was the cause of a miss. */
  'rating.exempt': may('own-store', ['STORE_OWNER', ...STAFF]),
  'rating.record': may('platform', STAFF),
  'rating.suspend': may('platform', ['STAFF_LEAD']),
  'rating.hear-appeal': may('platform', STAFF),
  /** Of two people, after a first decision. */
  'rating.hear-escalation': may('platform', ['STAFF_LEAD']),

  /** Staff put a brand's need on record, publish it, and answer for its slates. */
  'opportunity.post': may('platform', STAFF),
  'opportunity.slate': may('platform', [...STAFF, 'AUDITOR']),
  'opportunity.list': may('anywhere', EVERYBODY),
  'opportunity.answer': may('own-provider', ['PROVIDER_ADMIN']),
  /** Staff speak for a brand that has no store here, or does not answer. */
  'opportunity.meet': may('own-case', [...PARTIES, ...STAFF]),
  'opportunity.decide': may('own-store', ['STORE_OWNER', ...STAFF]),
  'opportunity.report': may('platform', ['STAFF_LEAD', 'AUDITOR']),
  /** Asks for a special service in the provider's name, and answers for it. */
  'service.request': may('own-provider', ['PROVIDER_ADMIN']),
  'service.respond': may('own-provider', ['PROVIDER_ADMIN']),
  'service.list': may('own-provider', ['PROVIDER_ADMIN', ...STAFF, 'AUDITOR']),
  'service.queue': may('platform', [...STAFF, 'AUDITOR']),
  'service.handle': may('platform', STAFF),
  'service.revoke': may('platform', ['STAFF_LEAD']),
  /** A store's figures; its consent comes on top for everybody but the store. */
  'training.diagnose': may('own-case', ['STORE_OWNER', ...PROVIDER, ...STAFF]),
  'training.consent': may('own-store', ['STORE_OWNER']),
  'training.plan': may('own-provider', [...PROVIDER, ...STAFF, 'AUDITOR']),
  'training.propose': may('own-provider', [...PROVIDER, ...STAFF]),
  'training.accept': may('own-provider', ['PROVIDER_ADMIN']),
  'training.task': may('own-provider', PROVIDER),
  'training.stop': may('own-provider', ['PROVIDER_ADMIN', ...STAFF]),
  'training.coach': may('platform', STAFF),
  /** Providers that fall behind. */
  'staff.improvement': may('platform', [...STAFF, 'AUDITOR']),
  'staff.improve': may('platform', STAFF),
  /** Of two people: one proposes, another decides. */
  'staff.exit': may('platform', ['STAFF_LEAD']),
  /** Keys, webhooks and deliveries of one's own systems. */
  'service.keys': may('own-provider', ['PROVIDER_ADMIN']),

  'audit.read': may('platform', ['STAFF_LEAD', 'AUDITOR']),
  'audit.export': may('platform', ['STAFF_LEAD', 'AUDITOR']),

  'link.second-account': may('anywhere', EVERYBODY),
  'whoami.show': may('anywhere', EVERYBODY),
  /** For whoever has tasks that somebody else could take over. */
  'delegation.set': may('anywhere', WITH_TASKS),
  'settings.change': may('anywhere', EVERYBODY),
  'help.show': may('anywhere', EVERYBODY),
} as const satisfies Readonly<Record<string, Policy>>;

export type ActionName = keyof typeof POLICIES;

/** Actions that leave the record as it was: the only ones that an AUDITOR may take. */
export const READING: readonly ActionName[] = [
  'report.list',
  'report.show',
  'report.history',
  'report.export',
  'inbox.show',
  'provider.search',
  'provider.show',
  'staff.queue',
  'staff.digest',
  'staff.rules',
  'rating.show',
  'rating.calendar',
  'rating.why',
  'rating.simulate',
  'rating.incidents',
  'rating.checks',
  'opportunity.slate',
  'opportunity.list',
  'opportunity.report',
  'service.list',
  'service.queue',
  'training.plan',
  'staff.improvement',
  'audit.read',
  'audit.export',
  'whoami.show',
  'help.show',
];
