import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { addDays, addMonths } from '../../../src/reports/periods.ts';
import type { IsoDate, ServiceScope } from '../../../src/reports/report.ts';

export interface Filing {
  readonly storeContact: string;
  readonly providerContact: string;
  readonly manager: string;
  readonly category: string;
  readonly brand: string;
  readonly items: readonly string[];
  readonly scopes: readonly ServiceScope[];
  readonly primary: boolean;
  /** First day of the reporting period. */
  readonly start: IsoDate;
  readonly months: number;
  readonly contractNo: string;
}

/** What a store types into its request. */
export const requestValues = (filing: Filing): FieldValues => ({
  serviceItemIds: filing.items,
  serviceScope: filing.scopes,
  primaryOperator: filing.primary ? 'YES' : 'NO',
  purchaseStart: filing.start,
  purchaseMonths: String(filing.months),
  reportingStart: filing.start,
  reportingMonths: String(filing.months),
  contactPrincipals: [filing.storeContact],
  contactOutOfChat: 'brand@store.example',
  relatedParty: 'NONE',
  ...(filing.months >= 12
    ? {}
    : { exceptionCodes: ['TRIAL'], exceptionText: 'A trial of one season before the yearly contract.' }),
});

/** What a provider types into the report; complete for every scope. */
export const revisionValues = (filing: Filing, signedOn: IsoDate): FieldValues => ({
  contractNo: filing.contractNo,
  contractSignedOn: signedOn,
  contractStart: addDays(filing.start, -7),
  contractEnd: addMonths(filing.start, filing.months + 1),
  categories: [filing.category],
  brands: filing.brand,
  feeModel: 'MIXED',
  currency: 'CNY',
  fixedFee: '18000',
  commission: '3',
  settlementRoute: 'OFFLINE',
  gmvTarget: '2400000',
  gmvGuarantee: 'NO',
  accountManager: filing.manager,
  backups: '周敏',
  headcountOperations: '4',
  headcountCustomerService: '3',
  headcountOther: '1',
  contactPrincipals: [filing.providerContact],
  contactOutOfChat: 'service@provider.example',
  dataAccess: '子账号：商品与订单',
  terminationNoticeDays: '30',
  handoverDays: '30',
  relatedParty: 'NONE',
  ...STANDARDS,
});

const STANDARDS: FieldValues = {
  'QS01.target': '45',
  'QS02.target': '95%',
  'QS03.target': '96%',
  'QS04.target': '24',
  'QS05.target': '0.8%',
  'QS06.target': '0.05',
  'QS07.target': '5',
  'QS08.target': '2',
  'QS09.target': '4',
  'QS10.target': '30',
  'QS12.target': '3',
  'QS13.target': '2',
  'QS14.target': '95%',
  deliverables: '双十一活动页\n月度直播排期',
};
