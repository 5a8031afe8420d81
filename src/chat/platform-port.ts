import type { IssuedCard } from './card.ts';
import type { FileRef } from './form.ts';
import type { AccountRef, PlatformName } from './incoming.ts';

/** Where a card stands, in the platform's own terms. */
export interface PostedRef {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly channel: string;
  readonly message: string;
}

/** Why a platform will not take a message, for good: retrying is useless, another way may work. */
export class Undeliverable extends Error {
  readonly reason: string;

  /** @param reason the platform's own word, such as `channel_not_found` */
  constructor(reason: string, options?: ErrorOptions) {
    super(`the platform refuses this message for good: ${reason}`, options);
    this.name = 'Undeliverable';
    this.reason = reason;
  }
}

export interface PostOptions {
  /** Identity of the owed message: the platform is asked first whether it already has it when `again` is set. */
  readonly deliveryKey: string;
  /** True when an earlier attempt may have gone through unseen. */
  readonly again: boolean;
  readonly locale: string;
  readonly threadOf?: PostedRef;
}

/**
 * What the core asks of a chat platform. An adapter implements it and nothing else. A failure worth retrying is thrown
 * as it is; one that is not is thrown as `Undeliverable`.
 */
export interface PlatformPort {
  readonly name: PlatformName;
  postToPerson(account: AccountRef, card: IssuedCard, options: PostOptions): Promise<PostedRef>;
  postToChannel(channel: string, card: IssuedCard, options: PostOptions): Promise<PostedRef>;
  redraw(ref: PostedRef, card: IssuedCard, locale: string): Promise<void>;
  publishHome(account: AccountRef, cards: readonly IssuedCard[]): Promise<void>;
  fetchFile(file: FileRef): Promise<Uint8Array>;
  /**
   * The platform's own file behind a link, if it is one and this account put it there; null for any other address. Nothing
   * else of the web is ever fetched.
   */
  fileAt(link: string, account: AccountRef): Promise<FileRef | null>;
}
