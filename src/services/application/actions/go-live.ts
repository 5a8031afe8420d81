import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, refuse } from '../../../result.ts';
import { offerKey } from '../../access/grant.ts';
import { isScope } from '../../access/scopes.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { entryOf, relationshipRefusal } from '../../entry/entry.ts';
import { readFields, reason } from '../../fields.ts';
import { LIVE_REVIEW_MINUTES } from '../lifecycle.ts';
import { reviewAt, reviewRungs } from '../review.ts';
import { liveScopes } from '../scopes.ts';

const NOBODY_AWAITED = { slaMinutes: null, wakeAt: null };

/** The provider has tried it. Refuses `services.live-asked`, `services.no-live-at-level`. */
export const askLive: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'ask-live',
    judge: async ({ providerId, liveAskedAt, scopes }, { at }) => {
      if (liveAskedAt !== null) return refuse('services.live-asked');
      const entry = await entryOf(app, providerId);
      if (entry === null) return refuse('services.not-a-provider');
      if (liveScopes(entry.benefits.api, scopes.filter(isScope)).length === 0)
        return refuse('services.no-live-at-level');
      return ok({
        set: { live_asked_at: Prisma.sql`${at}::timestamptz` },
        slaMinutes: LIVE_REVIEW_MINUTES,
      });
    },
  });

/**
 * Real data, within what the level gives live. Refuses `services.live-not-asked`, `services.no-relationship`,
 * `services.no-report`, `services.no-live-at-level`.
 */
export const goLive: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'go-live',
    judge: async ({ id: applicationId, providerId, provider, liveAskedAt, scopes, allowedIps }, { at }) => {
      if (liveAskedAt === null) return refuse('services.live-not-asked');
      const entry = await entryOf(app, providerId);
      if (entry === null) return refuse('services.not-a-provider');
      const missing = relationshipRefusal(entry);
      if (missing) return missing;
      const asked = scopes.filter(isScope);
      const live = liveScopes(entry.benefits.api, asked);
      if (live.length === 0) return refuse('services.no-live-at-level');
      const taken = asked.filter((scope) => !live.includes(scope));
      return ok({
        set: { scopes: Prisma.sql`${[...live]}::text[]` },
        note: taken.length === 0 ? {} : { taken },
        wakeAt: reviewAt(at),
        rungs: reviewRungs(at, provider),
        also: offerKey({ applicationId, providerId, mode: 'LIVE', scopes: live, allowedIps, now: at })
          .statements,
      });
    },
  });

/** What the sandbox showed is not enough; the provider may ask again. Refuses `services.live-not-asked`. */
export const notYetLive: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'not-yet',
    judge: ({ liveAskedAt }) => {
      if (liveAskedAt === null) return refuse('services.live-not-asked');
      const read = readFields({ reason }, input.values);
      if (isRefused(read)) return read;
      return ok({
        ...NOBODY_AWAITED,
        set: { live_asked_at: Prisma.sql`NULL` },
        note: { reason: read.ok.reason },
      });
    },
  });

/** Looked at again, and good for another year. */
export const renewApplication: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'renew',
    judge: ({ provider }, { at }) => ok({ wakeAt: reviewAt(at), rungs: reviewRungs(at, provider) }),
  });
