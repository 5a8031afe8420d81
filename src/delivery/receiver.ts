import { type AccountRef, PLATFORMS, type PlatformName } from '../chat/incoming.ts';

/** Somebody who is told of a change. */
export type Receiver =
  | { readonly kind: 'person'; readonly principalId: string }
  /** This very account, whoever owns it: for what is about the account itself. */
  | { readonly kind: 'account'; readonly account: AccountRef }
  /** The staff channel of one platform; without one, of every platform that has a staff channel. */
  | { readonly kind: 'channel'; readonly name: 'staff'; readonly platform?: PlatformName };

export type ChannelReceiver = Extract<Receiver, { kind: 'channel' }>;

/** How a receiver is called in the record: part of a message's identity. */
export function receiverKey(receiver: Receiver): string {
  switch (receiver.kind) {
    case 'person':
      return receiver.principalId;
    case 'account':
      return `account:${accountName(receiver.account)}`;
    case 'channel':
      return ['channel', receiver.name, ...(receiver.platform ? [receiver.platform] : [])].join(':');
  }
}

/** An account in one word, such as `slack:T1:U1`. */
export const accountName = ({ platform, workspace, userId }: AccountRef): string =>
  [platform, workspace, userId].join(':');

/** The account that was named so; null for anything else. */
export function accountNamed(name: string): AccountRef | null {
  const [platform, workspace, userId] = name.split(':');
  const known = PLATFORMS.find((each) => each === platform);
  return known && workspace !== undefined && userId !== undefined
    ? { platform: known, workspace, userId }
    : null;
}

/** The receiver that the record calls so. */
export function receiverNamed(key: string): Receiver {
  const [kind, ...rest] = key.split(':');
  if (kind === 'channel') {
    const platform = PLATFORMS.find((name) => name === rest[1]);
    return { kind, name: 'staff', ...(platform ? { platform } : {}) };
  }
  const account = kind === 'account' ? accountNamed(rest.join(':')) : null;
  return account ? { kind: 'account', account } : { kind: 'person', principalId: key };
}
