import type { App } from '../../../src/app.ts';
import type { IssuedCard } from '../../../src/chat/card.ts';
import { createRegistry } from '../../../src/chat/commands/registry.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { AccountRef, IncomingOf, PlatformName } from '../../../src/chat/incoming.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { createConversations } from '../../../src/chat/router/conversations.ts';
import { CARD_VIEWS, VOCABULARIES } from '../../../src/vocabularies.ts';
import { deliveryDeps, FakePort } from '../../delivery/fake-port.ts';
import { sendOwed } from '../../delivery/owed.ts';

type Answer = Reply<string> | null;

/** Somebody at one of their accounts. */
export interface Front {
  readonly account: AccountRef;
  readonly type: (line: string) => Promise<Answer>;
  /** A button of the last answer, or of any card, by its label. */
  readonly press: (label: string, on?: IssuedCard) => Promise<Answer>;
  /** The form that the last answer opened. */
  readonly submit: (values: FormValues) => Promise<Answer>;
  /** What was sent to this account privately, the newest last, after everything that is owed has gone out. */
  readonly received: () => Promise<readonly IssuedCard[]>;
}

export interface TwoFronts {
  readonly slack: FakePort;
  readonly discord: FakePort;
  readonly on: (platform: PlatformName, userId: string) => Front;
}

export const accountOn = (platform: PlatformName, userId: string): AccountRef => ({
  platform,
  workspace: platform === 'slack' ? 'T1' : '',
  userId,
});

let requests = 0;

/** The whole conversation, with a platform in memory on either side. */
export function twoFronts(app: App): TwoFronts {
  const translators = createTranslators();
  const defaults = { locale: 'en', zone: 'Asia/Shanghai', translators } as const;
  const { handle } = createConversations({ app, registry: createRegistry(VOCABULARIES), defaults });
  const [slack, discord] = [new FakePort('slack'), new FakePort('discord')];
  const deps = deliveryDeps(app, [slack, discord], CARD_VIEWS);
  const received = async ({ platform, userId }: AccountRef) => {
    const [failure] = await sendOwed(deps);
    if (failure) throw new Error(failure);
    const port = platform === 'slack' ? slack : discord;
    return port.cards.filter(({ to }) => to === userId).map(({ card }) => card);
  };
  const on = (platform: PlatformName, userId: string): Front => {
    const account = accountOn(platform, userId);
    let last: Answer = null;
    const ask = async (what: Spoken) => {
      requests += 1;
      const place = { channel: `D-${userId}`, direct: true, token: {} };
      last = await handle({ key: `front-${requests}`, account, accountName: `@${userId}`, place, ...what });
      return last;
    };
    return {
      account,
      type: (line) => {
        const [area = '', ...rest] = line.slice(1).split(' ');
        return ask({ kind: 'command', area, text: rest.join(' ') });
      },
      press: (label, card) => ask({ kind: 'click', handle: handleOf(card ?? cardOf(last), label) }),
      submit: (values) => ask({ kind: 'form', ...formIn(last), values, move: 'submit' }),
      received: () => received(account),
    };
  };
  return { slack, discord, on };
}

type Spoken =
  | { readonly kind: 'command'; readonly area: string; readonly text: string }
  | { readonly kind: 'click'; readonly handle: string }
  | Pick<IncomingOf<'form'>, 'kind' | 'form' | 'page' | 'handle' | 'values' | 'move'>;

function formIn(reply: Answer) {
  if (reply?.kind !== 'form') throw new Error(`No form was opened: ${JSON.stringify(reply)}`);
  const { form, page, target: handle } = reply.page;
  return { form, page, handle };
}

export const cardOf = (reply: Answer): IssuedCard | undefined =>
  reply && 'card' in reply ? reply.card : undefined;

function handleOf(card: IssuedCard | undefined, label: string): string {
  const button = card?.actions?.find((each) => each.label === label);
  if (!button) throw new Error(`No button "${label}" on ${JSON.stringify(card)}`);
  return button.handle;
}

export const labelsOn = (card: IssuedCard | undefined): readonly string[] =>
  (card?.actions ?? []).map(({ label }) => label);
