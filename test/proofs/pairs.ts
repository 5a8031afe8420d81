import { CAST } from '../../simulator/demo/cast.ts';
import { requestValues, revisionValues } from '../../simulator/demo/seed/filing.ts';
import { PROVIDER_SIDE, STORE_SIDE } from '../../simulator/demo/seed/scenes.ts';
import type { FieldValues } from '../../src/reports/fields/field-values.ts';
import { addDays, today } from '../../src/reports/periods.ts';
import type { ServiceScope } from '../../src/reports/report.ts';

type Sides = readonly [keyof typeof STORE_SIDE, keyof typeof PROVIDER_SIDE, string, ServiceScope];

/** Three pairs that share nobody but the reviewers. */
const SIDES: readonly Sides[] = [
  ['aurora', 'yuanfan', 'ops', 'OPERATIONS'],
  ['nordkind', 'lingxi', 'cs', 'CUSTOMER_SERVICE'],
  ['marula', 'xingbo', 'store_live', 'LIVE_CONTENT'],
];

/** One store with one provider, and what they file case after case. */
export interface Pair {
  /** Principals. */
  readonly owner: string;
  readonly admin: string;
  readonly reviewer: string;
  readonly providerName: string;
  readonly scope: ServiceScope;
  readonly request: FieldValues;
  readonly revision: (contractNo: string) => FieldValues;
}

export const pairsAt = (now: Date): readonly Pair[] => SIDES.map((sides) => pair(sides, now));

function pair([storeKey, providerKey, item, scope]: Sides, now: Date): Pair {
  const [store, provider] = [STORE_SIDE[storeKey], PROVIDER_SIDE[providerKey]];
  const day = today(now, 'Asia/Shanghai');
  const filing = {
    storeContact: store.owner,
    providerContact: provider.admin,
    manager: provider.manager,
    category: store.category,
    brand: store.brand,
    items: [`it_${providerKey}_${item}`],
    scopes: [scope],
    primary: false,
    start: addDays(day, 20),
    months: 12,
    contractNo: '',
  };
  return {
    owner: store.owner,
    admin: provider.admin,
    reviewer: 'pr_wangfang',
    providerName: CAST.providers.find(({ id }) => id === provider.id)?.name ?? '',
    scope,
    request: requestValues(filing),
    revision: (contractNo) => revisionValues({ ...filing, contractNo }, addDays(day, -3)),
  };
}

/** Whoever of the cast is this principal. */
export function memberBehind(principalId: string) {
  const found = CAST.people.find((one) => one.principalId === principalId);
  if (!found) throw new Error(`${principalId} is not in the cast`);
  return found;
}
