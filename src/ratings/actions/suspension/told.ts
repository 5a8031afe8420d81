import type { App } from '../../../app.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { reachedAt } from '../../../people/delegation/reached.ts';
import type { OrganisationId } from '../../../people/principal.ts';

export const SUSPENSION_VIEW = 'rating-suspension';

/** The reasons go out with the change itself, to whoever administers the provider. */
export async function toldOfSuspension(
  app: Pick<App, 'database' | 'clock'>,
  providerId: OrganisationId,
  { id, rule }: { readonly id: string; readonly rule: 'suspended' | 'lifted' },
): Promise<readonly OwedMessage[]> {
  const admins = await reachedAt(app, providerId, 'PROVIDER_ADMIN');
  const stateSeq = rule === 'suspended' ? 0 : 1;
  return admins.map((principalId) => ({
    ...{ view: SUSPENSION_VIEW, subject: id, stateSeq, rule },
    receiver: { kind: 'person', principalId },
  }));
}
