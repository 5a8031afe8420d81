import type { CastPerson, InBothLanguages } from './cast-types.ts';

const SHANGHAI = 'Asia/Shanghai';

const CHINESE = { locale: 'zh', slackLocale: 'zh-CN', timeZone: SHANGHAI } as const;
const ENGLISH = { locale: 'en', slackLocale: 'en-US' } as const;

const TITLES = {
  STORE_OWNER: { en: 'Store owner', zh: '店铺负责人' },
  STORE_MEMBER: { en: 'Store member', zh: '店铺成员' },
  PROVIDER_ADMIN: { en: 'Provider admin', zh: '服务商管理员' },
  PROVIDER_MEMBER: { en: 'Provider member', zh: '服务商成员' },
  STAFF_REVIEWER: { en: 'Staff reviewer', zh: '审核小二' },
  STAFF_LEAD: { en: 'Staff lead', zh: '小二主管' },
  AUDITOR: { en: 'Auditor', zh: '审计员' },
} as const satisfies Record<string, InBothLanguages>;

type Role = keyof typeof TITLES;

/** Everything about a person that does not follow from the role. */
interface Sketch
  extends Pick<CastPerson, 'handle' | 'name' | 'organisationId' | 'locale' | 'slackLocale' | 'timeZone'> {
  readonly role: Role;
  readonly id: string;
  readonly on: keyof typeof WHEREABOUTS;
}

/** Where people are. Everybody has an account on Discord, but not everybody uses it or is known there. */
const WHEREABOUTS = {
  slack: { linkedOn: ['slack'], shownOn: ['slack'] },
  both: { linkedOn: ['slack', 'discord'], shownOn: ['slack', 'discord'] },
  mostlyDiscord: { linkedOn: ['discord', 'slack'], shownOn: ['slack', 'discord'] },
  slackUntilLinked: { linkedOn: ['slack'], shownOn: ['slack', 'discord'] },
} as const satisfies Record<string, Pick<CastPerson, 'linkedOn' | 'shownOn'>>;

function person({ id, role, on, ...rest }: Sketch): CastPerson {
  const ids = { principalId: `pr_${id}`, slackUserId: slackId(id), discordUserId: discordId(id) };
  return { ...rest, ...ids, ...WHEREABOUTS[on], role, title: TITLES[role] };
}

const slackId = (id: string) => `U0${id.toUpperCase()}`;

const DISCORD_FIRST = 1_250_000_000_000_000_000n;
/** Discord's ids are numbers: the letters are read as digits, so that everybody keeps their own. */
const discordId = (id: string) =>
  String(
    [...id].reduce((sum, letter) => sum * 36n + BigInt(Number.parseInt(letter, 36)), 0n) + DISCORD_FIRST,
  );

const STORE_PEOPLE: readonly CastPerson[] = [
  person({
    id: 'olivia',
    on: 'slack',
    role: 'STORE_OWNER',
    organisationId: 'st_aurora',
    handle: 'olivia',
    name: { en: 'Olivia Hart', zh: 'Olivia Hart' },
    ...ENGLISH,
    timeZone: 'Australia/Sydney',
  }),
  person({
    id: 'jingyi',
    on: 'slack',
    role: 'STORE_MEMBER',
    organisationId: 'st_aurora',
    handle: 'jingyi',
    name: { en: 'Chen Jingyi', zh: '陈静怡' },
    ...CHINESE,
  }),
  person({
    id: 'freja',
    on: 'slackUntilLinked',
    role: 'STORE_OWNER',
    organisationId: 'st_nordkind',
    handle: 'freja',
    name: { en: 'Freja Lindqvist', zh: 'Freja Lindqvist' },
    ...ENGLISH,
    timeZone: 'Europe/Copenhagen',
  }),
  person({
    id: 'kayan',
    on: 'slack',
    role: 'STORE_OWNER',
    organisationId: 'st_marula',
    handle: 'kayan',
    name: { en: 'Wong Ka-yan', zh: '黄嘉欣' },
    ...CHINESE,
    timeZone: 'Asia/Hong_Kong',
  }),
];

const PROVIDER_PEOPLE: readonly CastPerson[] = [
  person({
    id: 'linxiao',
    on: 'mostlyDiscord',
    role: 'PROVIDER_ADMIN',
    organisationId: 'prv_yuanfan',
    handle: 'linxiao',
    name: { en: 'Lin Xiao', zh: '林晓' },
    ...CHINESE,
  }),
  person({
    id: 'zhouming',
    on: 'mostlyDiscord',
    role: 'PROVIDER_MEMBER',
    organisationId: 'prv_yuanfan',
    handle: 'zhouming',
    name: { en: 'Zhou Ming', zh: '周明' },
    ...CHINESE,
  }),
  person({
    id: 'daniel',
    on: 'mostlyDiscord',
    role: 'PROVIDER_ADMIN',
    organisationId: 'prv_brightbridge',
    handle: 'daniel',
    name: { en: 'Daniel Weber', zh: 'Daniel Weber' },
    ...ENGLISH,
    timeZone: SHANGHAI,
  }),
  person({
    id: 'wanting',
    on: 'both',
    role: 'PROVIDER_ADMIN',
    organisationId: 'prv_lingxi',
    handle: 'wanting',
    name: { en: 'He Wanting', zh: '何婉婷' },
    ...CHINESE,
  }),
  person({
    id: 'sunli',
    on: 'both',
    role: 'PROVIDER_ADMIN',
    organisationId: 'prv_haitong',
    handle: 'sunli',
    name: { en: 'Sun Li', zh: '孙立' },
    ...CHINESE,
  }),
  person({
    id: 'sufei',
    on: 'both',
    role: 'PROVIDER_ADMIN',
    organisationId: 'prv_xingbo',
    handle: 'sufei',
    name: { en: 'Su Fei', zh: '苏菲' },
    ...CHINESE,
  }),
];

const STAFF: readonly CastPerson[] = [
  person({
    id: 'wangfang',
    on: 'both',
    role: 'STAFF_REVIEWER',
    organisationId: 'platform',
    handle: 'wangfang',
    name: { en: 'Wang Fang', zh: '王芳' },
    ...CHINESE,
  }),
  person({
    id: 'marcus',
    on: 'mostlyDiscord',
    role: 'STAFF_REVIEWER',
    organisationId: 'platform',
    handle: 'marcus',
    name: { en: 'Marcus Lee', zh: 'Marcus Lee' },
    ...ENGLISH,
    timeZone: 'Asia/Singapore',
  }),
  person({
    id: 'zhaomin',
    on: 'both',
    role: 'STAFF_LEAD',
    organisationId: 'platform',
    handle: 'zhaomin',
    name: { en: 'Zhao Min', zh: '赵敏' },
    ...CHINESE,
  }),
  person({
    id: 'grace',
    on: 'both',
    role: 'AUDITOR',
    organisationId: 'platform',
    handle: 'grace',
    name: { en: 'Grace Okafor', zh: 'Grace Okafor' },
    ...ENGLISH,
    timeZone: 'Europe/London',
  }),
];

/** In the workspace and the server, but unknown to the record: whoever is invited and runs `/link`. */
const NEWCOMER: CastPerson = {
  principalId: null,
  slackUserId: slackId('jonas'),
  discordUserId: discordId('jonas'),
  linkedOn: [],
  shownOn: ['slack', 'discord'],
  handle: 'jonas',
  name: { en: 'Jonas Berg', zh: 'Jonas Berg' },
  role: null,
  organisationId: null,
  ...ENGLISH,
  timeZone: 'Europe/Copenhagen',
  title: { en: 'Newcomer, not linked yet', zh: '新同事，尚未绑定' },
};

export const PEOPLE: readonly CastPerson[] = [...STORE_PEOPLE, ...PROVIDER_PEOPLE, ...STAFF, NEWCOMER];
