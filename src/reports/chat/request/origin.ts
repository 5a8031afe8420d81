import type { HandleSpec } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import { membershipsFor } from '../../../people/permissions.ts';

/** The button that starts a request; directory/chat puts it on every provider's card. */
export const NEW_REQUEST = 'report.new';

/** Which store asks which provider. */
export interface Pair {
  readonly storeId: string;
  readonly providerId: string;
}

export const newHandle = ({ storeId, providerId }: Pair): HandleSpec => ({
  action: NEW_REQUEST,
  subject: providerId,
  revision: 0,
  stateSeq: 0,
  data: storeId,
});

/** The stores for which somebody may prepare a request, each once. */
export const storesOf = ({ person }: Pick<Known, 'person'>): readonly string[] => [
  ...new Set(membershipsFor('report.new', person).map(({ organisationId }) => organisationId)),
];
