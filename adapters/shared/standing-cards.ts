import type { PostedRef } from '../../src/chat/platform-port.ts';

/** What the core is told of cards that stand. */
export interface StandingCards {
  /** The card at this message is about to be shown otherwise than it was drawn; whatever happens, it is drawn again. */
  disturbed(ref: PostedRef): Promise<void>;
  /** That is over: the core draws it from the record. False when it is no card of the core's. */
  undisturbed(ref: PostedRef): Promise<boolean>;
}
