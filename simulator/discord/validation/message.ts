import { type JsonObject, objectAt, objectsAt } from '../../common/json.ts';
import type { Problem } from '../rest/refusal.ts';
import { FLAGS } from '../state/messages.ts';
import { componentProblems } from './components/components.ts';
import { layoutProblems } from './messages/layout.ts';
import { legacyProblems } from './messages/legacy.ts';
import { isFilled, problem } from './walk.ts';

export interface MessageRules {
  /** Flags that an app may set here. */
  readonly allowedFlags: number;
  /** The message was posted with components v2, which cannot be taken back. */
  readonly wasV2?: boolean;
  /** Names of the files that the message will carry. */
  readonly fileNames: readonly string[];
}

/** Everything wrong with a message's content beyond the shape of its fields. */
export function messageProblems(body: JsonObject, rules: MessageRules): Problem[] {
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const v2 = rules.wasV2 === true || (flags & FLAGS.IS_COMPONENTS_V2) !== 0;
  const components = objectsAt(body, 'components');
  return [
    ...((flags & ~rules.allowedFlags) !== 0
      ? [
          problem(
            ['flags'],
            'MESSAGE_FLAGS_INVALID',
            `The flags ${flags & ~rules.allowedFlags} cannot be set here`,
          ),
        ]
      : []),
    ...(v2 ? layoutProblems(body, components) : legacyProblems(body, components)),
    ...componentProblems(components),
    ...attachedProblems(body, rules.fileNames),
    ...mentionProblems(body),
  ];
}

/** What is named by `attachment://` must come along. */
function attachedProblems(body: JsonObject, fileNames: readonly string[]): Problem[] {
  const named = [
    ...JSON.stringify([body.components ?? [], body.embeds ?? []]).matchAll(/"attachment:\/\/([^"]+)"/g),
  ];
  return named
    .map(([, name = '']) => name)
    .filter((name) => !fileNames.includes(name))
    .map((name) =>
      problem(
        ['components'],
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `The attachment ${name} was not found`,
      ),
    );
}

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object */
function mentionProblems(body: JsonObject): Problem[] {
  const allowed = objectAt(body, 'allowed_mentions');
  const parse = Array.isArray(allowed?.parse) ? allowed.parse : [];
  return ['users', 'roles']
    .filter((kind) => parse.includes(kind) && isFilled(allowed?.[kind]))
    .map((kind) =>
      problem(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      ),
    );
}

/** Whether anything would be seen. */
export function isEmpty(body: JsonObject, fileCount: number): boolean {
  const filled = ['content', 'embeds', 'components', 'sticker_ids', 'poll'].some((key) =>
    isFilled(body[key]),
  );
  return !filled && fileCount === 0;
}
