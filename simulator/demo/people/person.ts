import type { CastPerson, InBothLanguages } from '../cast-types.ts';

export const SHANGHAI = 'Asia/Shanghai';

export const CHINESE = { locale: 'zh', slackLocale: 'zh-CN', timeZone: SHANGHAI } as const;
export const ENGLISH = { locale: 'en', slackLocale: 'en-US' } as const;

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

/** One of the cast, with an account on each platform. */
export function person({ id, role, on, ...rest }: Sketch): CastPerson {
  const ids = { principalId: `pr_${id}`, slackUserId: slackId(id), discordUserId: discordId(id) };
  return { ...rest, ...ids, ...WHEREABOUTS[on], role, title: TITLES[role] };
}

export const slackId = (id: string) => `U0${id.toUpperCase()}`;

const DISCORD_FIRST = 1_250_000_000_000_000_000n;
/** Discord's ids are numbers: the letters are read as digits, so that everybody keeps their own. */
export const discordId = (id: string) =>
  String(
    [...id].reduce((sum, letter) => sum * 36n + BigInt(Number.parseInt(letter, 36)), 0n) + DISCORD_FIRST,
  );
