import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, type Result } from '../../result.ts';
import type { PrincipalId } from '../principal.ts';
import { judgeSettings, type Settings, type SettingsInput } from '../settings/judge.ts';

export interface ChangeSettingsInput {
  readonly principalId: PrincipalId;
  readonly typed: SettingsInput;
  /** Removes what was typed so far, with the change. */
  readonly draft: Prisma.Sql;
  readonly requestId: string;
}

/** One's own language, zone and working hours. Refused: as `judgeSettings` says. */
export async function changeSettings(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { principalId, typed, draft, requestId }: ChangeSettingsInput,
): Promise<Result<Settings>> {
  const settings = judgeSettings(typed);
  if (isRefused(settings)) return settings;
  const { locale, zone, opensAt, closesAt } = settings.ok;
  const at = clock.now();
  await database.change([
    Prisma.sql`
      UPDATE principal SET locale = ${locale}, time_zone = ${zone}, opens_at = ${opensAt}::int,
        closes_at = ${closesAt}::int
      WHERE id = ${principalId}`,
    auditEvent({
      objectType: 'principal',
      objectId: principalId,
      actor: principalId,
      action: 'settings.change',
      after: settings.ok,
      at,
      requestId,
      data: { ...settings.ok },
    }),
    draft,
    handled(requestId, at),
  ]);
  return settings;
}
