import { MessageCreateRequestSchema, ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { type DrawnMessage, written } from '../../adapters/discord/draw/cards/message.ts';
import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../../simulator/common/json.ts';
import { renderMarkdown } from '../../simulator/discord/control/markdown.ts';
import { visibleMessage } from '../../simulator/discord/control/visible.ts';
import { DiscordSimulator } from '../../simulator/discord/simulator.ts';
import { FLAGS, postMessage } from '../../simulator/discord/state/messages.ts';
import { acceptMessage, refuse } from '../../simulator/discord/validation/accept.ts';
import { modalProblems } from '../../simulator/discord/validation/modal.ts';
import { checkBody } from '../../simulator/discord/validation/spec/check.ts';
import { placedIn } from '../../simulator/discord/validation/walk.ts';
import type { Seen } from './drawing-contract.ts';

const LIN = '1100000000000000010';
const STAFF = '1100000000000000200';

/** Somebody’s Discord, to look at drawings with. */
const discord = new DiscordSimulator({
  clock: { now: () => new Date('2026-05-06T02:00:00Z') },
  application: { id: '1100000000000000001', name: 'baobei' },
  botToken: 'a-bot-token',
  users: [{ id: LIN, username: 'lin', tz: 'Asia/Shanghai', locale: 'en-US' }],
  guilds: [
    {
      id: '1100000000000000100',
      name: 'Partners',
      ownerId: LIN,
      members: [LIN],
      channels: [{ id: STAFF, name: 'staff' }],
    },
  ],
});

/** The message as it goes over the wire. */
export const bodyOf = (drawn: DrawnMessage): JsonObject => onTheWire(written(drawn));

/** Why Discord would not take these as messages; one card may be several of them. */
export const messageProblems = (drawn: readonly DrawnMessage[]): readonly string[] =>
  drawn.flatMap((message) => refusals(() => void accepted(message)));

export const modalsProblems = (
  modals: readonly APIModalInteractionResponseCallbackData[],
): readonly string[] =>
  modals.flatMap((modal) =>
    refusals(() => {
      const body = onTheWire({ type: 9, data: modal });
      checkBody(ModalInteractionCallbackRequestSchema, body);
      refuse(modalProblems(objectAt(body, 'data') ?? {}));
    }),
  );

/** The messages on Lin's screen. What merely looks like a mention counts as one, though the bot lets nobody be pinged. */
export function seenInDiscord(drawn: readonly DrawnMessage[]): Seen {
  const reader = { servers: discord.servers, user: LIN };
  const seen = drawn.map((message) => {
    const posted = postMessage(discord.servers, {
      ...accepted(message),
      channelId: STAFF,
      authorId: discord.servers.botId,
    });
    return visibleMessage(reader, posted);
  });
  const texts = drawn.flatMap((message) =>
    placedIn(objectsAt(bodyOf(message), 'components')).map(
      ({ component }) => stringAt(component, 'content') ?? '',
    ),
  );
  return {
    // Isolates and joiners keep typed text to itself; nobody sees them.
    text: seen
      .map(({ text }) => text)
      .join('\n')
      .replace(/[\u2060\u2068\u2069]/g, ''),
    pings: [
      ...seen.flatMap(({ pings }) => pings),
      ...texts.flatMap((text) => renderMarkdown(reader, text).mentions),
    ],
    links: seen.flatMap(({ links }) => links),
  };
}

function accepted(message: DrawnMessage) {
  const body = bodyOf(message);
  const files = (message.files ?? []).map(({ name, data }, index) => ({
    name,
    index,
    content: Buffer.from(data),
    contentType: 'image/png',
  }));
  return acceptMessage(discord, {
    schema: MessageCreateRequestSchema,
    body,
    content: body,
    files,
    where: 'createMessage',
    allowedFlags: FLAGS.IS_COMPONENTS_V2,
  });
}

function onTheWire(value: object): JsonObject {
  const parsed: unknown = JSON.parse(JSON.stringify(value));
  if (!isObject(parsed)) throw new Error('a drawing is no object');
  return parsed;
}

function refusals(attempt: () => void): readonly string[] {
  const before = discord.journal.violations.length;
  try {
    attempt();
    return discord.journal.violations.slice(before).map((violation) => JSON.stringify(violation));
  } catch (error) {
    return [error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error)];
  }
}
