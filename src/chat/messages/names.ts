import type { Role } from '../../people/principal.ts';
import type { AccountRef, PlatformName } from '../incoming.ts';
import type { Translate } from './translate.ts';

/** What a role is called, in the reader's language. */
export const roleName = (t: Translate, role: Role): string => t(`common.role.${role}`);

/** "store owner or platform lead": any one of them will do. */
export function roleNames(t: Translate, roles: readonly Role[]): string {
  return anyOf(
    t,
    roles.map((role) => roleName(t, role)),
  );
}

/** "Ben for Ann": who did it, and for whom where they stood in for somebody. */
export const byName = (t: Translate, by: string, principal: string | null | undefined): string =>
  principal ? t('delegation.by-for', { by, principal }) : by;

/** Alternatives in one line. */
function anyOf(t: Translate, names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  if (names.length === 1) return last;
  return t('common.or', { first: names.slice(0, -1).join(t('common.comma')), last });
}

export const platformName = (t: Translate, platform: PlatformName): string =>
  t(`common.platform.${platform}`);

/** Platform, workspace and user, as somebody can compare them with what their chat shows: `Slack · T1 · U1`. */
export const accountText = (t: Translate, { platform, workspace, userId }: AccountRef): string =>
  [platformName(t, platform), workspace, userId].filter((part) => part !== '').join(' · ');
