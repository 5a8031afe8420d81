import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { offerKey, revokeKeysOf } from '../../access/grant.ts';
import { isScope } from '../../access/scopes.ts';
import { type StepApp, type Taken, takeStep } from '../../actions/step.ts';
import { entryOf } from '../../entry/entry.ts';
import type { CaseOf } from '../../record/case.ts';
import { losingScopes } from '../record/losing-scopes.ts';
import { reviewAt } from '../review.ts';

const byClock = (id: string) => ({ id, stateSeq: null, actor: 'clock', requestId: null }) as const;

/**
 * What time has made due of an application: revoked where no effective relationship is left, reviewed after its year. Refuses
 * `services.nothing-due`, once the clock has been set to what comes next.
 */
export async function applicationDue(app: StepApp, application: CaseOf<'api'>): Promise<Result<Taken>> {
  const { id, state, stateSince, providerId } = application;
  const entry = await entryOf(app, providerId);
  if (!entry?.effective)
    return takeStep(app, byClock(id), {
      kind: 'api',
      event: 'relationship-ended',
      judge: (found, { at }) => ok({ also: revokeKeysOf(found.id, at) }),
    });
  if (state === 'LIVE' && reviewAt(stateSince) <= app.clock.now())
    return takeStep(app, byClock(id), { kind: 'api', event: 'fall-due', judge: () => ok({}) });
  await sleepAgain(app, application);
  return refuse('services.nothing-due');
}

/** Only where it is still awake: a change meanwhile has set its own time. */
async function sleepAgain(app: StepApp, { id, state, stateSince }: CaseOf<'api'>): Promise<void> {
  const next = state === 'LIVE' ? reviewAt(stateSince) : null;
  await app.database.query(Prisma.sql`
    UPDATE api_application SET wake_at = ${next}::timestamptz WHERE id = ${id} AND wake_at <= ${app.clock.now()}`);
}

/**
 * Once a day: a level that has dropped takes what it does not give any more, at the end of the quarter until which its benefits
 * stand (domain-rules §8). Where nothing is left the application is revoked.
 *
 * @returns how many lost something
 */
export async function reduceScopes(app: StepApp): Promise<number> {
  const losing = await losingScopes(app);
  for (const { id, providerId, scopes, allowed } of losing) {
    const asked = scopes.filter(isScope);
    const left = asked.filter((scope) => allowed.includes(scope));
    const taken = asked.filter((scope) => !allowed.includes(scope));
    await takeStep(app, byClock(id), {
      kind: 'api',
      event: left.length === 0 ? 'level-lost' : 'reduce',
      judge: ({ allowedIps }, { at }) =>
        ok({
          set: { scopes: Prisma.sql`${[...left]}::text[]` },
          note: { taken },
          also:
            left.length === 0
              ? revokeKeysOf(id, at)
              : offerKey({ applicationId: id, providerId, mode: 'LIVE', scopes: left, allowedIps, now: at })
                  .statements,
        }),
    });
  }
  return losing.length;
}
