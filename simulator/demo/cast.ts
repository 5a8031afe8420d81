/**
 * The demo's cast: who is in the workspace, whom they act for, and what providers offer. The integrator seeds the
 * record from it, the Slack stand-in its people and channels, and the page says who is who.
 */

import type { CastChannel, CastOrganisation } from './cast-types.ts';
import { PEOPLE } from './people/people.ts';
import { PROVIDERS } from './providers/providers.ts';
import { STORES } from './stores.ts';

const PLATFORM: CastOrganisation = {
  id: 'platform',
  name: '平台运营 Platform Operations',
  shortName: { en: 'Platform staff', zh: '平台小二' },
  legalEntity: 'Platform Operations',
  country: 'CN',
};

const SLACK_TEAM = { id: 'T0BAOBEI', name: 'Cross-Border Commerce', domain: 'cross-border' } as const;

const SLACK_BOT = {
  appId: 'A0BAOBEI',
  botId: 'B0BAOBEI',
  userId: 'U0BAOBEI',
  name: 'baobei',
} as const;

const STAFF_CHANNEL_ID = 'C0STAFF';

const everybody = PEOPLE.map((person) => person.slackUserId);
const staff = PEOPLE.filter((person) => person.organisationId === PLATFORM.id).map(
  (person) => person.slackUserId,
);
const of = (...organisations: string[]) =>
  PEOPLE.filter((person) => organisations.includes(person.organisationId ?? '')).map(
    (person) => person.slackUserId,
  );

const CHANNELS: readonly CastChannel[] = [
  {
    id: STAFF_CHANNEL_ID,
    name: 'baobei-staff',
    isPrivate: true,
    members: staff,
    purpose: { en: 'Reports that wait for a decision', zh: '等待审核的报备' },
  },
  {
    id: 'C0LOUNGE',
    name: 'partner-lounge',
    isPrivate: false,
    members: everybody,
    purpose: { en: 'Stores, providers and staff', zh: '店铺、服务商与小二' },
  },
  {
    id: 'C0AURORA',
    name: 'aurora-yuanfan',
    isPrivate: true,
    members: of('st_aurora', 'prv_yuanfan'),
    purpose: { en: 'Aurora Skincare with Hangzhou Yuanfan', zh: 'Aurora 护肤与杭州远帆' },
  },
];

export const CAST = {
  team: SLACK_TEAM,
  bot: SLACK_BOT,
  platform: PLATFORM,
  stores: STORES,
  providers: PROVIDERS,
  people: PEOPLE,
  channels: CHANNELS,
  staffChannelId: STAFF_CHANNEL_ID,
  /** Slack id of whoever becomes the first lead. */
  bootstrapLead: 'U0ZHAOMIN',
} as const;
