import type { JsonObject } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { attachmentObject } from '../../objects/message.ts';
import { memberObject, userObject } from '../../objects/people.ts';

const USER = 6;
const ATTACHMENT = 11;

/** The objects behind the ids. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure */
export function resolvedIn({ servers }: Core, channelId: string, options: readonly JsonObject[]): JsonObject {
  const { users, files, guilds, channels } = servers.state;
  const guild = guilds[channels[channelId]?.guildId ?? ''];
  const ids = (wanted: number) =>
    options.filter(({ type }) => type === wanted).map(({ value }) => String(value));
  const named = ids(USER).flatMap((id) => users[id] ?? []);
  const members = named.flatMap(({ id }) => guild?.members[id] ?? []);
  const uploads = ids(ATTACHMENT).flatMap((id) => files[id] ?? []);
  if (named.length === 0 && uploads.length === 0) return {};
  return {
    resolved: {
      users: Object.fromEntries(named.map((user) => [user.id, userObject(user)])),
      members: Object.fromEntries(members.map((member) => [member.userId, memberObject(member)])),
      attachments: Object.fromEntries(
        uploads.map((file) => [file.id, attachmentObject(servers, channelId, file)]),
      ),
    },
  };
}
