import type { App } from '../../../app.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { reachedAt } from '../../../people/delegation/reached.ts';
import type { OrganisationId } from '../../../people/principal.ts';

export const APPEAL_VIEW = 'rating-appeal';

/** For the staff channel; whoever answers it opens it from there. */
export const appealWaits = (id: string): OwedMessage => ({
  ...{ view: APPEAL_VIEW, subject: id, stateSeq: 0, rule: 'appeal-opened' },
  receiver: { kind: 'channel', name: 'staff' },
});

interface Decided {
  readonly id: string;
  readonly providerId: OrganisationId;
  /** A second answer, after it was taken further, is news of its own. */
  readonly stateSeq: number;
}

export async function toldOfAppeal(
  app: Pick<App, 'database' | 'clock'>,
  { id, providerId, stateSeq }: Decided,
): Promise<readonly OwedMessage[]> {
  const admins = await reachedAt(app, providerId, 'PROVIDER_ADMIN');
  return admins.map((principalId) => ({
    ...{ view: APPEAL_VIEW, subject: id, stateSeq, rule: 'appeal-decided' },
    receiver: { kind: 'person', principalId },
  }));
}
