import type { Core } from '../core.ts';
import type { Interaction } from '../state/model.ts';
import type { DeliveryError } from './outbound.ts';

/** Discord's own words, which only the person sees. */
export function tellFailure(
  { servers, journal }: Core,
  interaction: Interaction,
  error: DeliveryError,
): void {
  const failed =
    interaction.kind === 'component' ? 'This interaction failed' : 'The application did not respond';
  journal.notice(interaction.userId, error, failed);
  servers.changed('interactions');
}
