import type { App } from '../../src/app.ts';
import type { IssuedCard } from '../../src/chat/card.ts';
import type { PlatformName } from '../../src/chat/incoming.ts';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import type { PlatformPort, PostedRef, PostOptions } from '../../src/chat/platform-port.ts';
import type { DeliveryDeps } from '../../src/delivery/deps.ts';
import type { CardView } from '../../src/delivery/view.ts';

export interface Posted {
  readonly to: string;
  readonly title: string;
  readonly again: boolean;
}

/** No two messages of one platform have the same name, whichever test posted them. */
let messages = 0;

/** A platform in memory: what stands where, and what it is told to refuse. */
export class FakePort implements PlatformPort {
  readonly name: PlatformName;
  readonly posted: Posted[] = [];
  /** Every card that was posted, to whom, with its buttons. */
  readonly cards: { readonly to: string; readonly card: IssuedCard }[] = [];
  /** The message that was posted last. */
  last = '';
  /** Title of the card that stands at each message now. */
  readonly standing = new Map<string, string>();
  readonly homes = new Map<string, readonly string[]>();
  /** Runs before a call is carried out: throws to refuse it, waits to delay it. */
  before: (method: 'post' | 'redraw', title: string) => Promise<void> | void = () => {};

  constructor(name: PlatformName = 'slack') {
    this.name = name;
  }

  async postToPerson(
    { userId }: { userId: string },
    card: IssuedCard,
    options: PostOptions,
  ): Promise<PostedRef> {
    return this.#post(userId, card, options);
  }

  async postToChannel(channel: string, card: IssuedCard, options: PostOptions): Promise<PostedRef> {
    return this.#post(channel, card, options);
  }

  async redraw(ref: PostedRef, card: IssuedCard): Promise<void> {
    await this.before('redraw', card.title);
    this.standing.set(ref.message, card.title);
  }

  async publishHome({ userId }: { userId: string }, cards: readonly IssuedCard[]): Promise<void> {
    this.homes.set(
      userId,
      cards.map(({ title }) => title),
    );
  }

  async fetchFile(): Promise<Uint8Array> {
    return new Uint8Array();
  }

  async fileAt(): Promise<null> {
    return null;
  }

  async #post(to: string, card: IssuedCard, { again }: PostOptions): Promise<PostedRef> {
    await this.before('post', card.title);
    messages += 1;
    const message = `m${messages}`;
    this.last = message;
    this.posted.push({ to, title: card.title, again });
    this.cards.push({ to, card });
    this.standing.set(message, card.title);
    return { platform: this.name, workspace: 'T1', channel: to, message };
  }
}

/** A view whose card says whatever `title` says at that moment. */
export const viewSaying = (title: () => string | null): CardView => ({
  name: 'report',
  draw: async () => {
    const text = title();
    return text === null ? null : [{ tone: 'neutral', title: text }];
  },
});

/** The staff channel of each platform is called `C_STAFF`. */
export function deliveryDeps(
  app: App,
  ports: readonly PlatformPort[],
  views: readonly CardView[],
): DeliveryDeps {
  return {
    app,
    defaults: { locale: 'en', zone: 'Asia/Shanghai', translators: createTranslators() },
    ports: new Map(ports.map((port) => [port.name, port])),
    views: new Map(views.map((view) => [view.name, view])),
    staffChannels: ports.map(({ name }) => ({ platform: name, channel: 'C_STAFF' })),
  };
}
