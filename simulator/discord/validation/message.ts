import { type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import type { Problem } from '../rest/refusal.ts';
import { FLAGS } from '../state/messages.ts';
import { componentProblems } from './components.ts';
import { COMPONENT, isFilled, placedIn, problem } from './walk.ts';

const LEGACY_CONTENT = 2_000;
const LEGACY_ROWS = 5;
const EMBEDS_TOGETHER = 6_000;
const COMPONENTS_TOGETHER = 40;
const WORDS_TOGETHER = 4_000;

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

/** https://discord.com/developers/docs/components/overview */
function layoutProblems(body: JsonObject, components: readonly JsonObject[]): Problem[] {
  const placed = placedIn(components);
  const words = placed.reduce((sum, { component }) => {
    return sum + (component.type === COMPONENT.text ? (stringAt(component, 'content')?.length ?? 0) : 0);
  }, 0);
  const legacy = ['content', 'embeds', 'poll', 'sticker_ids'].filter((key) => isFilled(body[key]));
  const problems = legacy.map((key) =>
    problem(
      [key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
  if (placed.length > COMPONENTS_TOGETHER)
    problems.push(
      problem(
        ['components'],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components must not exceed ${COMPONENTS_TOGETHER}`,
      ),
    );
  if (words > WORDS_TOGETHER)
    problems.push(
      problem(
        ['components'],
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The total size of displayable text exceeds ${WORDS_TOGETHER}`,
      ),
    );
  return problems;
}

function legacyProblems(body: JsonObject, components: readonly JsonObject[]): Problem[] {
  const problems: Problem[] = [];
  if ((stringAt(body, 'content')?.length ?? 0) > LEGACY_CONTENT)
    problems.push(
      problem(['content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${LEGACY_CONTENT} or fewer in length.`),
    );
  if (components.length > LEGACY_ROWS)
    problems.push(
      problem(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${LEGACY_ROWS} in length.`),
    );
  for (const [index, { type }] of components.entries()) {
    if (type !== COMPONENT.row)
      problems.push(
        problem(
          ['components', index, 'type'],
          'UNION_TYPE_CHOICES',
          'Value of field "type" must be one of (1,).',
        ),
      );
  }
  if (embedWords(objectsAt(body, 'embeds')) > EMBEDS_TOGETHER)
    problems.push(
      problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBEDS_TOGETHER}`),
    );
  return problems;
}

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
function embedWords(embeds: readonly JsonObject[]): number {
  const words = embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    objectAt(embed, 'footer')?.text,
    objectAt(embed, 'author')?.name,
    ...objectsAt(embed, 'fields').flatMap((field) => [field.name, field.value]),
  ]);
  return words.reduce<number>((sum, word) => sum + (typeof word === 'string' ? word.length : 0), 0);
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
