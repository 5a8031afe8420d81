import type { ZodMiniType } from 'zod/mini';
import { type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import type { Core } from '../core.ts';
import { DiscordRefusal, type Problem } from '../rest/refusal.ts';
import type { UploadedFile } from '../rest/route.ts';
import { storeFile } from '../state/files.ts';
import { FLAGS, type MessageContent } from '../state/messages.ts';
import type { Message } from '../state/model.ts';
import { numbered } from '../state/numbered.ts';
import { isEmpty, messageProblems } from './message.ts';
import { checkBody, reportUnknown } from './spec/check.ts';

/** What an app sent, and as what. */
export interface Sent {
  readonly schema: ZodMiniType<object>;
  /** All that the schema describes; the message's content may be a part of it. */
  readonly body: JsonObject;
  readonly content: JsonObject;
  readonly files: readonly UploadedFile[];
  /** The route, for the journal. */
  readonly where: string;
  readonly allowedFlags: number;
  readonly ephemeral?: boolean;
  /** The message that is edited. */
  readonly editing?: Message | undefined;
}

/** Per file, without any boost. https://discord.com/developers/docs/reference#uploading-files */
const MOST_BYTES = 10 * 2 ** 20;
const MOST_FILES = 10;

/** Checks a message and keeps its files. Refuses with 50035, 50006 or 40005. */
export function acceptMessage(core: Core, sent: Sent): MessageContent {
  checkBody(sent.schema, sent.body);
  reportUnknown(sent.schema, sent.body, { journal: core.journal, where: sent.where });
  const kept = keptFiles(sent);
  const names = [
    ...kept.map((id) => core.servers.state.files[id]?.name ?? ''),
    ...sent.files.map((file) => file.name),
  ];
  refuse(
    messageProblems(sent.content, {
      allowedFlags: sent.allowedFlags,
      wasV2: sent.editing !== undefined && (sent.editing.flags & FLAGS.IS_COMPONENTS_V2) !== 0,
      fileNames: names,
    }),
  );
  if (sent.files.some((file) => file.content.length > MOST_BYTES)) throw new DiscordRefusal('tooLarge');
  if (names.length > MOST_FILES)
    refuse([
      {
        path: ['attachments'],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `Must be ${MOST_FILES} or fewer in length.`,
      },
    ]);
  const whole = { ...shown(sent.editing), ...sent.content };
  if (isEmpty(whole, names.length)) throw new DiscordRefusal('emptyMessage');
  return contentOf(sent, [...kept, ...stored(core, sent)]);
}

export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DiscordRefusal('invalidForm', { problems });
}

// Attachments that an edit does not name are taken off; without a list they stay.
function keptFiles({ content, editing }: Sent): readonly string[] {
  if (!editing) return [];
  if (!Array.isArray(content.attachments)) return editing.attachments;
  const named = objectsAt(content, 'attachments').map(({ id }) => id);
  return editing.attachments.filter((id) => named.includes(id));
}

function stored({ servers }: Core, { content, files, ephemeral }: Sent): string[] {
  return files.map((file) => {
    const about = objectsAt(content, 'attachments').find(({ id }) => String(id) === String(file.index));
    const kept = storeFile(servers, {
      name: (about && stringAt(about, 'filename')) ?? file.name,
      content: file.content,
      contentType: file.contentType,
      description: about && stringAt(about, 'description'),
      ephemeral: ephemeral ?? false,
    });
    return kept.id;
  });
}

function shown(message: Message | undefined): JsonObject {
  return message ? { content: message.content, embeds: message.embeds, components: message.components } : {};
}

/** Only what was sent: what an edit leaves out stays as it was, and `null` empties. */
function contentOf({ content, editing, files }: Sent, attachments: readonly string[]): MessageContent {
  const touched = files.length > 0 || content.attachments !== undefined || !editing;
  const flags = typeof content.flags === 'number' ? content.flags : undefined;
  const mentions = objectAt(content, 'allowed_mentions');
  return {
    ...(content.content === undefined ? {} : { content: stringAt(content, 'content') ?? '' }),
    ...(content.embeds === undefined ? {} : { embeds: objectsAt(content, 'embeds') }),
    ...(content.components === undefined ? {} : { components: numbered(objectsAt(content, 'components')) }),
    ...(touched ? { attachments } : {}),
    ...(flags === undefined ? {} : { flags: (editing ? editing.flags : 0) | flags }),
    ...(mentions === undefined ? {} : { allowedMentions: mentions }),
  };
}
