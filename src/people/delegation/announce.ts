import { type Outgoing, owe } from '../../delivery/owe.ts';
import type { OwedMessage } from '../../delivery/view.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { Queue } from '../../platform/queue.ts';
import { inboxSubject } from '../../reports/actions/told.ts';
import type { PrincipalId } from '../principal.ts';

/** The view that draws a delegation's card. */
export const DELEGATION_VIEW = 'delegation';
/** Its detail where the card reminds of the end. */
export const ENDING = 'ending';

export interface Announcement {
  readonly id: string;
  readonly rule: 'delegation.set' | 'delegation.ended';
  readonly to: PrincipalId | null;
  /** Whose inbox shows other tasks from now on. */
  readonly inboxes: readonly PrincipalId[];
}

/** Tells whoever did not do it themselves, and brings the standing cards and inboxes of both up to date. */
export function announced(queue: Queue, { id, rule, to, inboxes }: Announcement, at: Date): Prisma.Sql[] {
  const messages: OwedMessage[] =
    to === null
      ? []
      : [
          {
            view: DELEGATION_VIEW,
            subject: id,
            stateSeq: 0,
            rule,
            receiver: { kind: 'person', principalId: to },
          },
        ];
  const outgoing: Outgoing = { messages, redraw: [id, ...inboxes.map(inboxSubject)] };
  return owe(queue, outgoing, at);
}
