import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { today } from '../../../reports/periods.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { type Consent, consentSubject, consents } from '../../record/consent/consent.ts';
import { holdersOf } from '../../record/people.ts';
import { CONSENT_VIEW } from './change-consent.ts';

export interface AskConsent {
  readonly actor: Actor;
  readonly requestId: string;
  readonly storeId: string;
  readonly providerId: string;
}

/**
 * Puts the question before the store's owners; once a day, however often it is asked. Refuses `training.no-relationship`.
 */
export async function askConsent(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, storeId, providerId }: AskConsent,
): Promise<Result<Consent>> {
  const refusal = permissionRefusal(permitted('training.propose', actor, { providerId }));
  if (refusal) return refusal;
  const [pair] = await consents(app, { stores: [storeId], providers: [providerId] });
  if (!pair) return refuse('training.no-relationship');
  const at = app.clock.now();
  const message = {
    view: CONSENT_VIEW,
    subject: consentSubject(pair),
    stateSeq: pair.stateSeq,
    rule: `asked-${today(at, PROGRAMME_ZONE)}`,
  };
  const owners = await holdersOf(app, 'STORE_OWNER', storeId);
  const messages = pair.granted ? [] : owners.map((receiver) => ({ ...message, receiver }));
  await app.database.change([handled(requestId, at), ...owe(app.queue, { messages, redraw: [] }, at)]);
  return ok(pair);
}
