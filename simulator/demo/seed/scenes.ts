import { addDays } from '../../../src/reports/periods.ts';
import type { IsoDate, ServiceScope } from '../../../src/reports/report.ts';
import type { Acting } from './actor.ts';
import type { Filing } from './filing.ts';

/** How far a scene goes before its own last steps. */
export type Stage = 'draft' | 'requested' | 'filling' | 'confirming' | 'reviewing' | 'approved';

export interface Ending {
  readonly act: Acting;
  readonly id: string;
  readonly owner: string;
  readonly admin: string;
  /** The demo's own date. */
  readonly today: IsoDate;
  /** Moves the demo's clock on. */
  readonly later: (hours: number) => void;
  readonly daysLater: (days: number) => void;
}

/** One report of the demo: between whom, when it began, and where it stands today. */
export interface Scene extends Pick<Filing, 'items' | 'scopes' | 'months' | 'primary'> {
  readonly store: StoreKey;
  readonly provider: ProviderKey;
  readonly daysAgo: number;
  /** Days from the demo's first day to the first day of the reporting period. */
  readonly startsIn: number;
  readonly stage: Stage;
  readonly ending?: (ending: Ending) => Promise<unknown>;
}

export const STORE_SIDE = {
  aurora: {
    id: 'st_aurora',
    owner: 'pr_olivia',
    name: 'Olivia Hart',
    category: 'BEAUTY_SKINCARE',
    brand: 'Aurora',
  },
  nordkind: {
    id: 'st_nordkind',
    owner: 'pr_freja',
    name: 'Freja Lindqvist',
    category: 'MATERNITY_BABY',
    brand: 'NordKind',
  },
  marula: { id: 'st_marula', owner: 'pr_kayan', name: '黄嘉欣', category: 'PERSONAL_CARE', brand: 'Marula' },
} as const;
type StoreKey = keyof typeof STORE_SIDE;

export const PROVIDER_SIDE = {
  yuanfan: { id: 'prv_yuanfan', admin: 'pr_linxiao', manager: '林晓' },
  brightbridge: { id: 'prv_brightbridge', admin: 'pr_daniel', manager: 'Daniel' },
  lingxi: { id: 'prv_lingxi', admin: 'pr_wanting', manager: '婉婷' },
  xingbo: { id: 'prv_xingbo', admin: 'pr_sufei', manager: '苏菲' },
} as const;
type ProviderKey = keyof typeof PROVIDER_SIDE;

const scene = (
  parties: readonly [StoreKey, ProviderKey],
  [item, scope]: readonly [string, ServiceScope],
  rest: Pick<Scene, 'daysAgo' | 'startsIn' | 'stage'> & Partial<Scene>,
): Scene => ({
  store: parties[0],
  provider: parties[1],
  items: [`it_${parties[1]}_${item}`],
  scopes: [scope],
  months: 12,
  primary: false,
  ...rest,
});

const REVIEWER = 'pr_wangfang';
const LEAD = 'pr_zhaomin';

/** One report in each main state, oldest first; Aurora's daily operation is left free for whoever tries the demo. */
export const SCENES: readonly Scene[] = [
  scene(['nordkind', 'lingxi'], ['tech', 'TECHNOLOGY'], {
    ...{ daysAgo: 400, startsIn: -390, stage: 'approved' },
    ending: async ({ daysLater }) => daysLater(380),
  }),
  scene(['nordkind', 'lingxi'], ['cs', 'CUSTOMER_SERVICE'], {
    ...{ daysAgo: 210, startsIn: -200, stage: 'approved' },
    ending: async ({ act, id, owner, daysLater, today }) => {
      daysLater(190);
      await act.apply(id, owner, { type: 'giveNotice', effectiveOn: addDays(today, 40) });
    },
  }),
  scene(['nordkind', 'yuanfan'], ['ops', 'OPERATIONS'], {
    ...{ daysAgo: 130, startsIn: -120, stage: 'approved', primary: true },
  }),
  scene(['marula', 'yuanfan'], ['design', 'DESIGN'], {
    ...{ daysAgo: 70, startsIn: -60, stage: 'approved' },
    ending: async ({ act, id, daysLater }) => {
      daysLater(66);
      const text = 'Product pictures were used without the right to them.';
      await act.apply(id, LEAD, { type: 'suspend', cause: 'SEVERE_VIOLATION', text });
    },
  }),
  scene(['nordkind', 'yuanfan'], ['design', 'DESIGN'], {
    ...{ daysAgo: 20, startsIn: 10, stage: 'reviewing' },
    ending: async ({ act, id }) => {
      const text = '合同上的服务商名称与备案主体不一致，请更正后重新发起。';
      await act.apply(id, REVIEWER, {
        type: 'reject',
        reasonCode: 'EVIDENCE_CONTRADICTS',
        ruleId: 'G9',
        text,
      });
    },
  }),
  scene(['aurora', 'brightbridge'], ['design', 'DESIGN'], {
    ...{ daysAgo: 15, startsIn: 30, stage: 'requested' },
    ending: ({ act, id, admin }) =>
      act.apply(id, admin, { type: 'decline', reasonCode: 'NO_CAPACITY', text: '' }),
  }),
  scene(['aurora', 'xingbo'], ['mkt', 'MARKETING'], {
    ...{ daysAgo: 12, startsIn: 25, stage: 'filling' },
    ending: ({ act, id, owner }) => act.apply(id, owner, { type: 'withdraw' }),
  }),
  scene(['marula', 'lingxi'], ['cs', 'CUSTOMER_SERVICE'], { daysAgo: 9, startsIn: 14, stage: 'approved' }),
  scene(['marula', 'yuanfan'], ['mkt', 'MARKETING'], {
    ...{ daysAgo: 6, startsIn: 20, stage: 'confirming' },
    ending: ({ act, id, owner }) =>
      act.apply(id, owner, {
        type: 'returnByStore',
        comments: [
          { field: 'commission', text: '合同写的是 2%，这里填了 3%，请核对。' },
          { field: 'QS03', text: '发货及时率按合同附件应为 98%。' },
        ],
      }),
  }),
  scene(['marula', 'xingbo'], ['ops', 'OPERATIONS'], {
    ...{ daysAgo: 5, startsIn: 10, months: 6, stage: 'reviewing', primary: true },
  }),
  scene(['marula', 'xingbo'], ['store_live', 'LIVE_CONTENT'], {
    ...{ daysAgo: 5, startsIn: 12, stage: 'reviewing' },
    ending: ({ act, id }) =>
      act.apply(id, REVIEWER, {
        type: 'askInformation',
        from: 'provider',
        question: '请说明直播间由哪个团队负责夜间场次？',
      }),
  }),
  scene(['aurora', 'lingxi'], ['cs', 'CUSTOMER_SERVICE'], { daysAgo: 4, startsIn: 15, stage: 'reviewing' }),
  scene(['nordkind', 'xingbo'], ['store_live', 'LIVE_CONTENT'], {
    daysAgo: 3,
    startsIn: 18,
    stage: 'reviewing',
  }),
  scene(['nordkind', 'brightbridge'], ['mkt', 'MARKETING'], {
    daysAgo: 3,
    startsIn: 21,
    stage: 'confirming',
  }),
  scene(['aurora', 'xingbo'], ['store_live', 'LIVE_CONTENT'], {
    daysAgo: 1,
    startsIn: 30,
    stage: 'requested',
  }),
  scene(['aurora', 'yuanfan'], ['mkt', 'MARKETING'], { daysAgo: 1, startsIn: 40, stage: 'draft' }),
  // Long enough for Yuanfan to be rated by two stores; over before the next one designs for Aurora.
  scene(['aurora', 'yuanfan'], ['design', 'DESIGN'], {
    daysAgo: 380,
    startsIn: -370,
    months: 13,
    stage: 'approved',
  }),
];
