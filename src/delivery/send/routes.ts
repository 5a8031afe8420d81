import type { IssuedCard } from '../../chat/card.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import type { PlatformPort, PostedRef, PostOptions } from '../../chat/platform-port.ts';
import { type Addressee, accountAddressee, addressee, channelAudience } from '../audience.ts';
import type { DeliveryDeps } from '../deps.ts';
import type { ChannelReceiver, Receiver } from '../receiver.ts';
import type { Audience } from '../view.ts';

/** One way to reach the receiver. */
export interface Route {
  readonly audience: Audience;
  /** Null in a channel. */
  readonly account: AccountRef | null;
  readonly port: PlatformPort;
  readonly post: (card: IssuedCard, options: PostOptions) => Promise<PostedRef>;
}

/** In the order in which they are tried. */
export async function routesTo(deps: DeliveryDeps, receiver: Receiver): Promise<readonly Route[]> {
  switch (receiver.kind) {
    case 'channel':
      return channelRoutes(deps, receiver);
    case 'account':
      return personRoutes(deps, await accountAddressee(deps.app, deps.defaults, receiver.account));
    case 'person': {
      const person = await addressee(deps.app, deps.defaults, receiver.principalId);
      return person ? personRoutes(deps, person) : [];
    }
  }
}

function personRoutes(deps: DeliveryDeps, { audience, accounts }: Addressee): readonly Route[] {
  return accounts.flatMap((account): readonly Route[] => {
    const port = deps.ports.get(account.platform);
    return port
      ? [{ audience, account, port, post: (card, options) => port.postToPerson(account, card, options) }]
      : [];
  });
}

function channelRoutes(deps: DeliveryDeps, receiver: ChannelReceiver): readonly Route[] {
  const audience = channelAudience(deps.defaults);
  return deps.staffChannels.flatMap(({ platform, channel }): readonly Route[] => {
    const port = platform === receiver.platform ? deps.ports.get(platform) : undefined;
    return port
      ? [
          {
            audience,
            account: null,
            port,
            post: (card, options) => port.postToChannel(channel, card, options),
          },
        ]
      : [];
  });
}
