import { CAST } from '../../simulator/demo/cast.ts';
import { requestValues, revisionValues } from '../../simulator/demo/seed/filing.ts';
import { PROVIDER_SIDE, STORE_SIDE } from '../../simulator/demo/seed/scenes.ts';
import type { Control } from '../../simulator/slack/control/control.ts';
import { addDays, today } from '../../src/reports/periods.ts';
import type { Lane } from './lane.ts';

type Pair = readonly [keyof typeof STORE_SIDE, keyof typeof PROVIDER_SIDE, string, Lane['scope']];

/** Three pairs that share nobody but the reviewers. */
const PAIRS: readonly Pair[] = [
  ['aurora', 'yuanfan', 'ops', 'OPERATIONS'],
  ['nordkind', 'lingxi', 'cs', 'CUSTOMER_SERVICE'],
  ['marula', 'xingbo', 'store_live', 'LIVE_CONTENT'],
];

export const lanesOf = (control: Control): readonly Lane[] => PAIRS.map((pair) => laneOf(control, pair));

function laneOf(control: Control, [storeKey, providerKey, item, scope]: Pair): Lane {
  const [store, provider] = [STORE_SIDE[storeKey], PROVIDER_SIDE[providerKey]];
  const day = today(new Date(), 'Asia/Shanghai');
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
  const person = (principalId: string) => {
    const found = CAST.people.find((one) => one.principalId === principalId);
    if (!found) throw new Error(`${principalId} is not in the cast`);
    return control.person(found.slackUserId);
  };
  return {
    owner: person(store.owner),
    admin: person(provider.admin),
    reviewer: person('pr_wangfang'),
    staffChannel: CAST.staffChannelId,
    providerName: CAST.providers.find(({ id }) => id === provider.id)?.name ?? '',
    scope,
    request: requestValues(filing),
    revision: (contractNo) => revisionValues({ ...filing, contractNo }, addDays(day, -3)),
  };
}
