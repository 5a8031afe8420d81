/** A complete draft of an operations provider, and the facts it is judged against; tests change what they are about. */
import type { FieldFacts, FieldValues, RequestFacts } from '../../../src/reports/fields/field-values.ts';
import type { EvidenceFile } from '../../../src/reports/fields/revision-fields.ts';

export const contractFile = (changes: Partial<EvidenceFile> = {}): EvidenceFile => ({
  kind: 'FILE',
  id: 'file_1',
  name: 'contract.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 120_000,
  sha256: 'ab'.repeat(32),
  scan: 'CLEAN',
  ...changes,
});

export const facts = (changes: Partial<FieldFacts> = {}): FieldFacts => ({
  today: '2026-05-08',
  filledBy: 'pri_provider',
  serviceScope: ['OPERATIONS'],
  reportingStart: '2026-06-01',
  reportingEnd: '2027-05-31',
  storeCategories: ['Beauty', 'Mother & Baby', '食品', 'Pets', 'Home', 'Shoes'],
  contractNosInUse: ['HT-2025-001'],
  contacts: ['pri_provider', 'pri_helper'],
  evidence: [contractFile()],
  ...changes,
});

export const draft = (changes: FieldValues = {}): FieldValues => ({
  contractNo: 'HT-2026-001',
  contractSignedOn: '2026-05-01',
  contractStart: '2026-06-01',
  contractEnd: '2027-05-31',
  categories: ['Beauty'],
  brands: 'Aurora\n无印良品',
  feeModel: 'MIXED',
  currency: 'CNY',
  fixedFee: '12,000.50',
  commission: '3.5',
  settlementRoute: 'OFFLINE',
  accountManager: 'Li Na',
  backups: 'Wang Fang',
  headcountOperations: '3',
  headcountCustomerService: '6',
  headcountOther: '0',
  contactPrincipals: ['pri_provider'],
  contactOutOfChat: 'li.na@example.com',
  dataAccess: 'orders: read',
  terminationNoticeDays: '30',
  handoverDays: '30',
  relatedParty: 'NONE',
  ...standards,
  evidence: ['file_1'],
  ...changes,
});

const standards: FieldValues = {
  'QS01.target': '<= 60',
  'QS02.target': '95%',
  'QS03.target': '≥ 98',
  'QS04.target': '24 h',
  'QS05.target': '0.5',
  'QS06.target': '0.05',
  'QS07.target': '5',
  'QS08.target': '2',
  'QS09.target': '2',
  'QS10.naReason': 'Stock stays with the store',
};

export const requestFacts = (changes: Partial<RequestFacts> = {}): RequestFacts => ({
  today: '2026-05-08',
  filledBy: 'pri_owner',
  offeredServiceItemIds: ['item_1', 'item_2'],
  contacts: ['pri_owner'],
  renewable: [{ id: 'CR-2025-000001', reportingEnd: '2026-05-31' }],
  ...changes,
});

export const requestDraft = (changes: FieldValues = {}): FieldValues => ({
  serviceItemIds: ['item_1'],
  serviceScope: ['OPERATIONS'],
  primaryOperator: 'YES',
  purchaseStart: '2026-06-01',
  purchaseMonths: '12',
  reportingStart: '2026/6/1',
  reportingMonths: '１２',
  contactPrincipals: ['pri_owner'],
  contactOutOfChat: '+86 571 8502 2088',
  relatedParty: 'NONE',
  ...changes,
});
