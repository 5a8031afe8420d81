import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { isAnswerable } from '../../lifecycle/states.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { unknownOpportunity } from '../stale.ts';
import { whoAnswers } from './who-answers.ts';

export interface Decline {
  readonly actor: Actor;
  readonly requestId: string;
  readonly opportunityId: string;
}

const DECLINED = 'declined-before';

/**
 * A provider does not want the opportunity, or takes its interest back while it goes on: its bid is free again. Nobody else is
 * told; the cards show it. Refuses `opportunities.ended`, `not-listed`, `already-declined`.
 */
export async function decline(
  app: Pick<App, 'database' | 'clock' | 'queue'>,
  input: Decline,
): Promise<Result<Opportunity>> {
  const opportunity = await findOpportunity(app, input.opportunityId);
  if (!opportunity) return unknownOpportunity(input.opportunityId);
  const who = await whoAnswers(app, input.actor, opportunity.id);
  if (isRefused(who)) return who;
  const { providerId, place } = who.ok;
  if (!place) return refuse('opportunities.not-listed');
  const { state } = opportunity;
  if (!isAnswerable(state)) return refuse('opportunities.ended', { opportunityState: state });
  const at = app.clock.now();
  const by = input.actor.principalId;
  const audit = auditCtes(
    {
      objectType: 'opportunity',
      objectId: opportunity.id,
      actor: by,
      org: providerId,
      action: 'opportunity.decline',
      requestId: input.requestId,
      at,
      data: { providerId, before: place.answer },
    },
    { guard: 'declined' },
  );
  try {
    await app.database.change([
      handled(input.requestId, at),
      Prisma.sql`WITH declined AS (
          UPDATE opportunity_place SET answer = 'DECLINED', answered_by = ${by}, answered_at = ${at}::timestamptz
          WHERE opportunity_id = ${opportunity.id} AND provider_id = ${providerId} AND open AND answer <> 'DECLINED'
          RETURNING 1), ${audit}
        SELECT expect_rows((SELECT count(*) FROM declined), 1, ${DECLINED})`,
      ...owe(app.queue, { messages: [], redraw: [opportunity.id] }, at),
    ]);
    return ok(opportunity);
  } catch (error) {
    if (error instanceof Conflict && error.code === DECLINED) return refuse('opportunities.already-declined');
    throw error;
  }
}
