import type { Actor, Role } from '../../src/people/principal.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { FieldValues } from '../../src/reports/fields/field-values.ts';

/** Long ago, so that nothing in a test depends on it. */
const SINCE = new Date('2026-01-01T00:00:00Z');

export interface Cast {
  readonly storeId: string;
  readonly providerId: string;
  readonly owner: Actor;
  readonly member: Actor;
  readonly admin: Actor;
  readonly helper: Actor;
  readonly reviewer: Actor;
  readonly secondReviewer: Actor;
  readonly lead: Actor;
}

export interface CastOptions {
  /** Tells several casts of one database apart. */
  readonly tag?: string;
}

/** One store, one provider and the platform, each with its people; ready to go through a whole report. */
export async function seedCast({ prisma }: Database, { tag = 'a' }: CastOptions = {}): Promise<Cast> {
  const storeId = `st_${tag}`;
  const providerId = `prv_${tag}`;
  await prisma.organisation.createMany({
    skipDuplicates: true,
    data: [
      {
        id: storeId,
        kind: 'STORE',
        name: `Aurora ${tag}`,
        legalEntity: `Aurora Ltd ${tag}`,
        createdAt: SINCE,
      },
      {
        id: providerId,
        kind: 'PROVIDER',
        name: `远帆 ${tag}`,
        legalEntity: `远帆 ${tag} 有限公司`,
        createdAt: SINCE,
      },
      { id: 'platform', kind: 'PLATFORM', name: 'Platform', legalEntity: 'Platform', createdAt: SINCE },
    ],
  });
  await prisma.store.create({ data: { id: storeId, categories: ['BEAUTY_SKINCARE', 'BEAUTY_MAKEUP'] } });
  await prisma.provider.create({
    data: {
      id: providerId,
      recognisedUntil: new Date('2029-12-31'),
      categories: ['BEAUTY_SKINCARE'],
      depositAvailableMinor: 9_000_000n,
      qualifications: {
        create: [{ id: `ql_${tag}`, kind: 'LICENCE', validUntil: new Date('2029-12-31') }],
      },
      items: {
        create: ['OPERATIONS', 'CUSTOMER_SERVICE'].map((scope) => ({
          id: `si_${tag}_${scope.toLowerCase()}`,
          name: `${scope} for ${tag}`,
          scope,
          description: 'As agreed',
          createdAt: SINCE,
          updatedAt: SINCE,
        })),
      },
    },
  });
  const join = (name: string, organisationId: string, role: Role) =>
    seedPerson(prisma, { id: `prn_${name}`, name, organisationId, role });
  return {
    storeId,
    providerId,
    owner: await join(`owner_${tag}`, storeId, 'STORE_OWNER'),
    member: await join(`member_${tag}`, storeId, 'STORE_MEMBER'),
    admin: await join(`admin_${tag}`, providerId, 'PROVIDER_ADMIN'),
    helper: await join(`helper_${tag}`, providerId, 'PROVIDER_MEMBER'),
    reviewer: await join('reviewer_1', 'platform', 'STAFF_REVIEWER'),
    secondReviewer: await join('reviewer_2', 'platform', 'STAFF_REVIEWER'),
    lead: await join('lead', 'platform', 'STAFF_LEAD'),
  };
}

interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly role: Role;
}

export async function seedPerson(prisma: Database['prisma'], person: NewPerson): Promise<Actor> {
  const { id, name, organisationId, role } = person;
  await prisma.principal.createMany({
    skipDuplicates: true,
    data: [{ id, displayName: name, createdAt: SINCE }],
  });
  await prisma.membership.createMany({
    skipDuplicates: true,
    data: [{ principalId: id, organisationId, role, since: SINCE }],
  });
  return { principalId: id, memberships: [{ organisationId, role }] };
}

/** What a store asks for, as it is typed. */
export const requestValues = (cast: Cast, changes: FieldValues = {}): FieldValues => ({
  serviceItemIds: [`si_${cast.storeId.slice(3)}_operations`],
  serviceScope: ['OPERATIONS'],
  primaryOperator: 'YES',
  purchaseStart: '2026-06-01',
  purchaseMonths: '12',
  reportingStart: '2026-06-01',
  reportingMonths: '12',
  contactPrincipals: [cast.owner.principalId],
  contactOutOfChat: 'owner@aurora.example',
  relatedParty: 'NONE',
  ...changes,
});

const STANDARDS: FieldValues = {
  'QS01.target': '60',
  'QS02.target': '95',
  'QS03.target': '96%',
  'QS04.target': '24',
  'QS05.target': '1',
  'QS06.target': '0',
  'QS07.target': '5',
  'QS08.target': '2',
  'QS09.target': '4',
  'QS10.target': '30',
};

/** What a provider fills in, as it is typed; complete, with every mandatory standard. */
export const revisionValues = (
  cast: { readonly admin: Pick<Actor, 'principalId'> },
  changes: FieldValues = {},
): FieldValues => ({
  contractNo: 'HT-2026-001',
  contractSignedOn: '2026-04-20',
  contractStart: '2026-05-01',
  contractEnd: '2027-12-31',
  categories: ['BEAUTY_SKINCARE'],
  brands: 'Aurora',
  feeModel: 'FIXED',
  currency: 'CNY',
  fixedFee: '12,000.00',
  settlementRoute: 'OFFLINE',
  gmvGuarantee: 'NO',
  accountManager: '林晓',
  backups: '周敏',
  headcountOperations: '3',
  headcountCustomerService: '2',
  headcountOther: '0',
  contactPrincipals: [cast.admin.principalId],
  contactOutOfChat: 'lin@yuanfan.example',
  dataAccess: 'Store sub-account: operations',
  terminationNoticeDays: '30',
  handoverDays: '30',
  relatedParty: 'NONE',
  ...STANDARDS,
  ...changes,
});
