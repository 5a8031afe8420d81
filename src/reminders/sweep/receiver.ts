import type { Receiver } from '../../delivery/view.ts';

export const STAFF_CHANNEL = 'channel:staff';

/** A receiver as a reminder's row names it. */
export const receiverOf = (name: string): Receiver =>
  name === STAFF_CHANNEL ? { kind: 'channel', name: 'staff' } : { kind: 'person', principalId: name };
