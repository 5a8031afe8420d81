import { type JsonObject, objectAt, objectsAt, stringAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { COMPONENT, problem } from '../walk.ts';

const LEGACY_CONTENT = 2_000;
const LEGACY_ROWS = 5;
const EMBEDS_TOGETHER = 6_000;

/** Of a message with content, embeds and rows of components. */
export function legacyProblems(body: JsonObject, components: readonly JsonObject[]): Problem[] {
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
